import type { Tier } from '../../identify/tier.ts'
import type { Effect } from './adjustment.ts'
import type { Item, Window } from './items.ts'

/** All that forecasts are made of. */
export type Demand = {
  today: string
  window: Window
  /** First day of each month of the window, and of the first to be forecast. */
  months: string[]
  firstAhead: string
  items: Item[]
  of: { tierOf: (accountId: number) => Tier; categoryOf: (productId: number) => string | null }
  adjustments: (Effect & { id: number; madeOn: string })[]
}
