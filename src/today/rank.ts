import type { Signal, SignalWeighing } from '../platform/signal.ts'

/*
The queue's order: what is lost, in expectation, if nothing happens by now.

    score = value at stake × confidence × urgency

Nothing else enters: not who asks, not how often a kind was acted on. docs/decisions/0019-one-queue.md says why.
*/

/** Days before the due day at which a signal is half as urgent as on it. */
export const usualLeadDays = 7

/** What an unknown value counts, as a share of the value that signals usually have. */
export const usualUnknownShare = 0.25

/** Urgency of what has no day: as of something due in three weeks. */
export const urgencyWithoutDay = 0.25

/** What is overdue grows by a twentieth a day, for ten days: nothing old hides everything new. */
const overduePerDay = 0.05
const mostUrgent = 1.5

/** Days from one plain day to another; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** 1 on the due day (unless the kind says more), below before it (a half `leadDays` ahead), above after it, 1.5 at most. */
export function urgency(
  due: string | null,
  today: string,
  { leadDays = usualLeadDays, onTheDay = 1 }: SignalWeighing = {},
): number {
  if (due === null) return urgencyWithoutDay
  const days = daysBetween(today, due)
  if (days === 0) return onTheDay
  return days >= 0 ? leadDays / (leadDays + days) : Math.min(mostUrgent, 1 - overduePerDay * days)
}

/**
 * Where a signal stands in the queue; the larger the earlier. `typical` is the median of the known values (base currency).
 * Money passes through a float here: it decides an order and is never shown.
 */
export function signalScore(
  { value, confidence, due }: Pick<Signal, 'value' | 'confidence' | 'due'>,
  { today, typical, weighing = {} }: { today: string; typical: number; weighing?: SignalWeighing },
): number {
  const stake = value === null ? typical * (weighing.unknownShare ?? usualUnknownShare) : Number(value)
  return stake * confidence * urgency(due, today, weighing)
}

/** Median of the known values above zero; 1 where none is known, so that urgency and confidence decide alone. */
export function typicalValue(signals: readonly Pick<Signal, 'value'>[]): number {
  const known = signals.flatMap(({ value }) => (value !== null && Number(value) > 0 ? [Number(value)] : []))
  if (known.length === 0) return 1
  return known.sort((one, other) => one - other)[known.length >> 1]!
}

/** One signal for each kind, account and key: of several, the one that stands first whatever the order they came in. */
export function distinctSignals<One extends Signal>(signals: readonly One[], score: (signal: One) => number): One[] {
  const first = new Map<string, One>()
  for (const signal of signals) {
    const name = JSON.stringify([signal.kind, signal.accountId, signal.key])
    const known = first.get(name)
    if (!known || before(signal, known, score)) first.set(name, signal)
  }
  return [...first.values()]
}

function before<One extends Signal>(one: One, other: One, score: (signal: One) => number): boolean {
  const difference = score(one) - score(other)
  return difference === 0 ? JSON.stringify(one) < JSON.stringify(other) : difference > 0
}
