import { daysBetween } from './rank.ts'

/** What a signal said when it was answered. */
export type SignalContent = {
  due: string | null
  value: string | null
  values: Readonly<Record<string, string | number | null>>
}

/** Its money has grown by more than a quarter. */
const grownBy = 1.25
/** A figure of its reason has at least doubled, or fallen to half. */
const changedBy = 2
/** Its day has moved by more than a week. */
const movedDays = 7

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const isFigure = (value: unknown): value is string | number => value !== '' && Number.isFinite(Number(value))

/**
 * Whether a signal that somebody answered is a new one by now, though its kind, account and key are the same: more money,
 * another day, or figures that tell another story. What only goes on (silent for 41 days instead of 40) is not new.
 */
export function newlyArisen(then: SignalContent, now: SignalContent): boolean {
  if (dayMoved(then.due, now.due)) return true
  if (then.value !== null && now.value !== null && Number(now.value) > Number(then.value) * grownBy) return true
  return Object.entries(now.values).some(([name, value]) => valueMoved(then.values[name] ?? null, value))
}

function dayMoved(then: string | null, now: string | null): boolean {
  if (then === null || now === null) return then === null && now !== null
  return Math.abs(daysBetween(then, now)) > movedDays
}

function valueMoved(then: string | number | null, now: string | number | null): boolean {
  if (then === null || now === null) return false
  if (isDay(then) && isDay(now)) return dayMoved(then, now)
  if (!isFigure(then) || !isFigure(now)) return String(then) !== String(now)
  const [before, after] = [Number(then), Number(now)]
  if (before === 0 || after === 0 || before < 0 !== after < 0) return before !== after
  const ratio = after / before
  return ratio >= changedBy || ratio <= 1 / changedBy
}
