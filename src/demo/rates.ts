import { demoDays } from './calendar.ts'
import { tenThousandthsText } from './money.ts'
import { Random } from './random.ts'

/** What one unit of `currency` costs in CNY on that day. */
export type DemoRate = { day: string; currency: 'USD' | 'EUR'; rate: string }

/** Rates in ten-thousandths of a yuan for every day of the demo, weekends with the last known. */
export function dollarRates(seed: string): number[] {
  return walk(seed, 'USD', 7.16, 6.86, 7.34)
}

/** The dollar on every weekday, the euro once a week. */
export function demoRates(seed: string): DemoRate[] {
  const dollars = dollarRates(seed)
  const euros = walk(seed, 'EUR', 7.78, 7.5, 8.4)
  return demoDays.flatMap(({ text, number }, index): DemoRate[] => {
    const weekday = (number + 4) % 7
    const rates: DemoRate[] = []
    // The very first day is given whatever weekday it is, so that no document is without a rate.
    if ((weekday > 0 && weekday < 6) || index === 0) {
      rates.push({ day: text, currency: 'USD', rate: tenThousandthsText(dollars[index] ?? 0) })
    }
    if (weekday === 5) rates.push({ day: text, currency: 'EUR', rate: tenThousandthsText(euros[index] ?? 0) })
    return rates
  })
}

function walk(seed: string, currency: string, start: number, low: number, high: number): number[] {
  const random = new Random(seed, 'rates', currency)
  let rate = start
  return demoDays.map(({ number }) => {
    const weekday = (number + 4) % 7
    if (weekday > 0 && weekday < 6) {
      rate += random.normal() * 0.0085 + ((low + high) / 2 - rate) * 0.006
      rate = Math.min(high, Math.max(low, rate))
    }
    return Math.round(rate * 10_000)
  })
}
