import type { Tier } from '../../identify/tier.ts'
import type { Closing } from './closing-weeks.ts'
import { type StockClass, stockClasses } from './product-class.ts'

/** What the department holds for reasonable; money in the base currency, rates a year as shares. */
export type StockLimits = {
  /** Shares of contribution up to which a product is A, and B. */
  aShare: number
  bShare: number
  /** Coefficients of variation of four weeks up to which demand is X, and Y. */
  xLimit: number
  yLimit: number
  /** Cover beyond which stock is excess, in weeks. */
  excessWeeks: number
  /** Weeks without a sale after which stock is dead. */
  deadWeeks: number
  /** What pushes goods into the trade, and the weeks before it whose shipments are held against what was sold on. */
  closing: Closing
  closingWeeks: number
  /** Shipments over sales in those weeks from which an account was stuffed. */
  stuffedFactor: number
  /** Days from an order to its shipment. */
  preparationDays: number
  /** Days on the way where no delivery and no lane tells it, and its standard deviation, in days. */
  leadDays: number
  leadSdDays: number
  /** What capital bound in stock costs a year. */
  capitalRate: number
  /** What it costs to handle one pack, one whole layer, one whole pallet. */
  packHandling: string
  layerHandling: string
  palletHandling: string
  /** What an order line costs in paperwork, for the cheapest reorder policy. */
  orderLineCost: string
  /** Days for which a proposal stands. */
  proposalDays: number
  /** When proposals are made unless an account has its own rhythm: ISO weekday and hour of the company's clock. */
  weekday: number
  hour: number
}

export const usualLimits: StockLimits = {
  aShare: 0.8,
  bShare: 0.95,
  xLimit: 0.5,
  yLimit: 1,
  excessWeeks: 20,
  deadWeeks: 13,
  closing: 'year',
  closingWeeks: 6,
  stuffedFactor: 2,
  preparationDays: 3,
  leadDays: 7,
  leadSdDays: 2,
  capitalRate: 0.09,
  packHandling: '3',
  layerHandling: '6',
  palletHandling: '40',
  orderLineCost: '12',
  proposalDays: 10,
  weekday: 1,
  hour: 8,
}

/** Tiers from the best down, as the service table shows them. */
export const serviceTiers: readonly Tier[] = ['platinum', 'gold', 'silver', 'special', 'regular']

export type ServiceTable = Readonly<Record<Tier, Readonly<Record<StockClass, number>>>>

const ofValue: Record<Tier, readonly [a: number, b: number, c: number]> = {
  platinum: [0.985, 0.97, 0.93],
  gold: [0.975, 0.96, 0.92],
  silver: [0.965, 0.95, 0.9],
  special: [0.965, 0.95, 0.9],
  regular: [0.95, 0.92, 0.87],
}

/** What hardly can be foreseen is promised a little less: its last percent would cost the most. */
const lessFor = { X: 0, Y: 0.01, Z: 0.03 }

/** The service table until somebody changes it. */
export const usualService: ServiceTable = Object.fromEntries(
  serviceTiers.map(tier => [
    tier,
    Object.fromEntries(
      stockClasses.map(stockClass => {
        const base = ofValue[tier][stockClass[0] === 'A' ? 0 : stockClass[0] === 'B' ? 1 : 2]
        return [stockClass, Math.round((base - lessFor[stockClass[1] as 'X' | 'Y' | 'Z']) * 1000) / 1000]
      }),
    ),
  ]),
) as unknown as ServiceTable
