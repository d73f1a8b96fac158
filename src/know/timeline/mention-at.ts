/** What somebody types after an @ at the caret: where it begins, and what so far; null where no mention is being typed. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const before = text.slice(0, caret)
  const match = before.match(/(?:^|[\s(（，。、])@([^\s@[\]()]{0,30})$/)
  return match ? { from: caret - match[1]!.length - 1, typed: match[1]! } : null
}

/** The text with the mention in place of what was typed, and where the caret stands then. */
export function withMention(
  text: string,
  at: { from: number; typed: string },
  person: { id: string; name: string },
): { text: string; caret: number } {
  const mention = `[@${person.name.replace(/[[\]]/g, '')}](person:${person.id}) `
  const end = at.from + 1 + at.typed.length
  return { text: text.slice(0, at.from) + mention + text.slice(end).trimStart(), caret: at.from + mention.length }
}
