import type { SettledState } from '../import-search.ts'

export type ReasonCount = { reason: string; rows: number } & Record<SettledState, number>

/** Counts by reason and state as one entry a reason, the largest first. */
export function sumByReason(counts: readonly { reason: string; state: SettledState; rows: number }[]): ReasonCount[] {
  const sums = new Map<string, ReasonCount>()
  for (const { reason, state, rows } of counts) {
    const sum = sums.get(reason) ?? { reason, rows: 0, open: 0, left: 0, booked: 0 }
    sum[state] += rows
    sum.rows += rows
    sums.set(reason, sum)
  }
  return [...sums.values()].toSorted((one, other) => other.rows - one.rows || one.reason.localeCompare(other.reason))
}

/** Rows that lack nothing but their account. */
export function isBookable(reason: string): reason is 'account_missing' | 'account_unknown' {
  return reason === 'account_missing' || reason === 'account_unknown'
}
