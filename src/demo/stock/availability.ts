import { dayNumber, dayText } from '../calendar.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'
import { type DemoStockSeries, lastWeek } from './stock.ts'

/** The families that production cannot make enough of: chips for the one, radios for the other. */
const scarce = new Map([
  ['Tideway', 0.55],
  ['Beacon', 0.68],
])

const weeksAhead = 26

/** What production makes available by product and week, from this week on: batches for the slow ones, a steady flow else. */
export function demoAvailability(
  seed: string,
  products: readonly DemoProduct[],
  series: readonly DemoStockSeries[],
): { product: string; week: string; quantity: number }[] {
  const sold = new Map<string, number>()
  for (const { product, weeks } of series)
    sold.set(product, (sold.get(product) ?? 0) + weeks.slice(-52).reduce((total, week) => total + week.sold, 0) / 52)
  const first = dayNumber(lastWeek) + 7
  return products
    .filter(product => product.soldUntil >= 36)
    .flatMap(product => {
      const random = new Random(seed, 'availability', product.code)
      // Those that report hold a good half of what is sold.
      const weekly = Math.max(2, 1.9 * (sold.get(product.code) ?? 2)) * (scarce.get(product.family) ?? 1.12)
      const every = weekly < 12 ? 4 : weekly < 40 ? 2 : 1
      const offset = random.integer(0, every - 1)
      return Array.from({ length: weeksAhead }, (_, at) => {
        const week = dayText(first + at * 7)
        const closed = week === '2027-02-08' || week === '2027-02-15'
        const made = closed || at % every !== offset ? 0 : Math.round(weekly * every * random.between(0.88, 1.1))
        return { product: product.code, week, quantity: made }
      })
    })
}
