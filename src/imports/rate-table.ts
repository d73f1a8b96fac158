/** A rate serves for this many days after its own. */
const rateLasts = 7

function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}

/** Rates of each currency by day: that day's, or the last known one at most `rateLasts` days old. */
export class RateTable {
  readonly #days = new Map<string, { days: number[]; rates: string[] }>()
  readonly #seen = new Map<string, string | null>()

  /** `rates` by currency and day, ascending. */
  constructor(rates: readonly { currency: string; day: string; rate: string }[]) {
    for (const { currency, day, rate } of rates) {
      const known = this.#days.get(currency) ?? { days: [], rates: [] }
      known.days.push(dayNumber(day))
      known.rates.push(rate)
      this.#days.set(currency, known)
    }
  }

  /** Base currency for one unit; null where none is known for that day. */
  rateOf(currency: string, day: string): string | null {
    const key = `${currency}${day}`
    const seen = this.#seen.get(key)
    if (seen !== undefined) return seen
    const found = this.#find(currency, dayNumber(day))
    this.#seen.set(key, found)
    return found
  }

  #find(currency: string, day: number): string | null {
    const known = this.#days.get(currency)
    if (!known) return null
    let from = 0
    let to = known.days.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (known.days[middle]! <= day) from = middle + 1
      else to = middle
    }
    return from > 0 && day - known.days[from - 1]! <= rateLasts ? known.rates[from - 1]! : null
  }
}
