import { dayAfter, monthsAfter } from '../../identify/review-window.ts'

export type RetentionLimit = {
  /** Months without any activity; null: no limit. */
  months: number | null
  /** Days between being listed and being ended by the nightly job. */
  graceDays: number
  /** Whether the job ends it by itself; otherwise it only lists. */
  automatic: boolean
}

/** The first day on which nothing has happened for too long; null where there is no limit. */
export function retentionEnds(lastActivity: string, { months }: Pick<RetentionLimit, 'months'>): string | null {
  return months === null ? null : monthsAfter(lastActivity, months)
}

export type Reviewed = {
  lastActivity: string
  /** When the job found it; null: not yet. */
  listedOn: string | null
  /** A person decided to keep it until then (that day included). */
  keptUntil: string | null
  /** Every ground on which it was kept has been withdrawn: there is nothing left to wait for. */
  withdrawn: boolean
}

/** What the nightly job does: nothing, put it on the list of those to decide on, or end it. */
export function retentionStep(found: Reviewed, limit: RetentionLimit, today: string): 'keep' | 'list' | 'end' {
  const ends = retentionEnds(found.lastActivity, limit)
  const due = found.withdrawn || (ends !== null && ends <= today)
  if (!due || (found.keptUntil !== null && today <= found.keptUntil)) return 'keep'
  if (!limit.automatic || found.listedOn === null) return 'list'
  return dayAfter(found.listedOn, limit.graceDays) <= today ? 'end' : 'list'
}
