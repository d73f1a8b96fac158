import { type Reason, reasons } from './reasons.ts'

export const settledStates = ['open', 'left', 'booked'] as const

export type SettledState = (typeof settledStates)[number]

/** What the address of an import holds: which set-aside rows are listed, and the one whose drawer is open. */
export type ImportSearch = { reason?: Reason; state?: SettledState; row?: number }

/** Read forgivingly: a damaged link still opens. */
export function importSearch(search: Record<string, unknown>): ImportSearch {
  const row = Number(search.row)
  return {
    reason: reasons.find(reason => reason === search.reason),
    state: settledStates.find(state => state === search.state),
    row: Number.isSafeInteger(row) && row > 0 ? row : undefined,
  }
}
