import type { StockClass } from './product-class.ts'
import type { StockState } from './review-item.ts'

/** One result of the review. Pieces, days and weeks are numbers; what was reported and money are decimal strings. */
export type Target = {
  accountId: number
  siteId: number | null
  productId: number
  class: StockClass
  basis: 'forecast' | 'sell-through' | 'purchases'
  demandWeek: number
  sigmaWeek: number
  leadDays: number
  leadSdDays: number
  leadSource: 'deliveries' | 'lane' | 'policy'
  reviewDays: number
  service: number
  method: 'normal' | 'poisson'
  demandAhead: number
  deviation: number
  safety: number
  orderUpTo: number
  reorderAt: number
  stockDay: string | null
  onHand: string | null
  committed: string | null
  held: string | null
  onOrder: string | null
  inTransit: string | null
  position: number | null
  coverWeeks: number | null
  soldLately: string | null
  closingShipped: string | null
  closingSold: string | null
  state: StockState
  stockOutOn: string | null
  seasonOn: string | null
  missing: number
  lost: string
  lostP10: string
  lostP90: string
  surplus: number
  surplusValue: string
  wanted: number
  room: number
  unitPrice: string | null
  unitContribution: string | null
  reviewedOn: string
}

/** What an order is made of. */
export type Need = Pick<
  Target,
  | 'accountId'
  | 'siteId'
  | 'productId'
  | 'demandWeek'
  | 'leadDays'
  | 'reviewDays'
  | 'service'
  | 'orderUpTo'
  | 'position'
  | 'coverWeeks'
  | 'state'
  | 'stockOutOn'
  | 'seasonOn'
  | 'lost'
  | 'wanted'
  | 'room'
  | 'unitPrice'
  | 'reviewedOn'
>
