const minute = 60_000
const hour = 60 * minute

/** Waits after the first, second … failed try: 10 tries within some three days, as Standard Webhooks advises. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]

/**
 * When to try again after so many failed tries; null: not any more. `luck`, 0 to 1, spreads the waits by a tenth either
 * way, so that a receiver that comes back is not met by everything at once.
 */
export function nextTry(failed: number, at: Date, luck: number): Date | null {
  const wait = waits[failed - 1]
  return wait === undefined ? null : new Date(at.getTime() + wait * (0.9 + 0.2 * luck))
}
