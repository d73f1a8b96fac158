import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'

/** The families that production cannot make enough of: chips for the one, radios for the other. */
const scarce = new Map([
  ['Tideway', 0.58],
  ['Beacon', 0.7],
])
const weeksAhead = 26
/** Nobody works around the Spring Festival. */
const closed = ['2027-02-01', '2027-02-08', '2027-02-15']

/** What production makes available for all accounts, from what a week took over the last year; slow movers in batches. */
export function productionPlan(
  seed: string,
  products: readonly DemoProduct[],
  soldAWeek: ReadonlyMap<string, number>,
): { product: string; week: string; quantity: string }[] {
  return products.flatMap(product => {
    const random = new Random(seed, 'production', product.code)
    const weekly = (soldAWeek.get(product.code) ?? 0) * (scarce.get(product.family) ?? 1.34)
    if (weekly <= 0) return []
    const every = weekly < 12 ? 4 : weekly < 40 ? 2 : 1
    const offset = random.integer(0, every - 1)
    return Array.from({ length: weeksAhead }, (_, at) => {
      const week = dayText(dayNumber(demoDay) + at * 7)
      const made = closed.includes(week) || at % every !== offset ? 0 : weekly * every * random.between(0.9, 1.1)
      return { product: product.code, week, quantity: String(Math.round(made)) }
    })
  })
}
