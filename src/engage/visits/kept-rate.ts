import type { Visit } from './visit.ts'
import { minutesBetween, wallClockAt } from './wall-clock.ts'

/**
 * How a visit answers to its promise.
 * - `kept`: held on the promised day, begun within the tolerance of the promised hour.
 * - `late`: held, but on another day or at another hour that the account had not asked for.
 * - `broken`: missed, or called off by us.
 * - `excused`: called off by the account, by a holiday or by the end of its cadence; counts neither way.
 * - `unreported`: its time has passed and nobody has said what became of it; counts neither way until somebody does.
 * - `ahead`: still to come.
 */
export type Keeping = 'kept' | 'late' | 'broken' | 'excused' | 'unreported' | 'ahead'

export type Promised = Pick<Visit, 'state' | 'endsAt' | 'promisedAt' | 'heldFrom' | 'timeZone' | 'cancelledBy'>

/** The promise moves with a wish of the account's, never with one of ours. @param tolerance minutes either way */
export function keepingOf(visit: Promised, now: string, tolerance: number): Keeping {
  if (visit.state === 'missed') return 'broken'
  if (visit.state === 'cancelled') return visit.cancelledBy === 'ours' ? 'broken' : 'excused'
  if (visit.state === 'planned') return Date.parse(visit.endsAt) <= Date.parse(now) ? 'unreported' : 'ahead'
  const promised = wallClockAt(visit.promisedAt, visit.timeZone)
  const held = wallClockAt(visit.heldFrom!, visit.timeZone)
  const near = Math.abs(minutesBetween(visit.promisedAt, visit.heldFrom!)) <= tolerance
  return promised.day === held.day && near ? 'kept' : 'late'
}

export type KeptFigures = Record<Exclude<Keeping, 'ahead'>, number> & {
  /** kept ÷ (kept + late + broken); null where no promise has come due. */
  rate: number | null
}

/** Counts promises; those still ahead are left out. */
export function keptFigures(keepings: Iterable<Keeping>): KeptFigures {
  const counts = { kept: 0, late: 0, broken: 0, excused: 0, unreported: 0 }
  for (const keeping of keepings) if (keeping !== 'ahead') counts[keeping] += 1
  const due = counts.kept + counts.late + counts.broken
  return { ...counts, rate: due === 0 ? null : counts.kept / due }
}
