/** Who promised: we to the account, or the account to us. */
export const promiseSides = ['ours', 'theirs'] as const
export type PromiseSide = (typeof promiseSides)[number]

export const promiseStates = ['open', 'kept', 'broken', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

/**
 * From which state to which. A promise once broken may still be kept, late; what was settled by mistake is opened
 * again; nothing goes from kept to broken without somebody opening it first.
 */
const moves: Record<PromiseState, readonly PromiseState[]> = {
  open: ['kept', 'broken', 'withdrawn'],
  kept: ['open'],
  broken: ['open', 'kept'],
  withdrawn: ['open'],
}

export const mayMove = (from: PromiseState, to: PromiseState): boolean => moves[from].includes(to)

/** Days before the due day on which a promise begins to show in the queue. */
export const noticeDays = 7

/** How an open promise stands on a day: `later` also where no day was agreed. */
export type PromiseUrgency = 'overdue' | 'today' | 'soon' | 'later'

export function urgencyOf(due: string | null, today: string, noticeUntil: string): PromiseUrgency {
  if (due === null) return 'later'
  if (due < today) return 'overdue'
  if (due === today) return 'today'
  return due <= noticeUntil ? 'soon' : 'later'
}

/** Promises counted by what became of them. `keptLate` after their due day; `overdue` still open past it. */
export type PromiseCounts = { kept: number; keptLate: number; broken: number; overdue: number; open: number }

/**
 * The share kept on time, 0 to 1, of those whose time has come: kept, kept late, broken and overdue. Withdrawn ones and
 * those not yet due count for nobody. Null where no promise's time has come.
 */
export function keptRate({ kept, keptLate, broken, overdue }: PromiseCounts): number | null {
  const due = kept + keptLate + broken + overdue
  return due === 0 ? null : kept / due
}
