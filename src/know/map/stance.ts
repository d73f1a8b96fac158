export type StanceTone = 'for' | 'neutral' | 'against' | 'unknown'

/** '++' for us … '−−' against us, '?' where nobody has said; so that colour is never alone. */
export function stanceSign(stance: number | null): string {
  if (stance === null) return '?'
  if (stance === 0) return '○'
  return (stance > 0 ? '+' : '−').repeat(Math.abs(stance))
}

export function stanceTone(stance: number | null): StanceTone {
  if (stance === null) return 'unknown'
  return stance > 0 ? 'for' : stance < 0 ? 'against' : 'neutral'
}
