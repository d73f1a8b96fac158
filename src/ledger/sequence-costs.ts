import type { PostedCost } from './posting.ts'

/** A cost entry of an import with its position among those of the same account, day and kind in the file. */
export type SequencedCost = {
  accountId: number
  day: string
  kind: string
  sequence: number
  amount: string
  note: string | null
}

/** Two freight bills of one day are two entries: each gets its position among those of its account, day and kind. */
export function sequenceCosts(entries: PostedCost[]): SequencedCost[] {
  const positions = new Map<string, number>()
  return entries.map(({ accountId, day, kind, amount, note }) => {
    const key = `${accountId} ${day} ${kind}`
    const sequence = (positions.get(key) ?? 0) + 1
    positions.set(key, sequence)
    return { accountId, day, kind, sequence, amount, note }
  })
}
