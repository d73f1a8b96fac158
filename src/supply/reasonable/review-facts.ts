import type { Tier } from '../../identify/tier.ts'
import { ByAccountProduct } from './by-account-product.ts'
import type { DemandAhead } from './demand-ahead.ts'
import { isFarMore } from './review-item.ts'
import type { Arrival } from './stock-ahead.ts'
import type { StockLimits } from './stock-policy.ts'

/** An account as the review sees it. */
export type ReviewedAccount = {
  id: number
  tier: Tier
  /** From an order to its goods, preparation included. */
  leadDays: number
  leadSdDays: number
  leadSource: 'deliveries' | 'lane' | 'policy'
  reviewDays: number
}

type Pair = { accountId: number; productId: number }
type Placed = Pair & { siteId: number | null }
type Bought = Pair & { quantity: number; net: string; costedNet: string; cost: string }
type Reported = Placed & {
  day: string
  onHand: string
  onOrder: string | null
  inTransit: string | null
  committed: string | null
  held: string | null
}

/** What was read, as it was read. */
export type ReviewSources = {
  today: string
  accounts: ReadonlyMap<number, ReviewedAccount>
  stock: readonly Reported[]
  forecasts: readonly (Pair & { firstWeek: number; mean: Float64Array; p90: Float64Array })[]
  /** In the twelve months before; of these accounts. */
  bought: readonly Bought[]
  sold: readonly (Placed & { sold: number; soldBeforeClosing: number })[]
  byWeek: readonly (Pair & { mean: number; sigma: number })[]
  shipped: readonly Bought[]
  hasClosing: boolean
  onTheWay: readonly (Placed & { quantity: number; inDays: number })[]
  signed: readonly (Placed & { quantity: number; inDays: number; signedOn: string })[]
  prices: ReadonlyMap<number, { listPrice: string | null; standardCost: string | null; isDiscontinued: boolean }>
}

/** What is known of one product at one account or site; pieces, money in the base currency. */
export type ReviewedItem = Placed & {
  basis: 'forecast' | 'sell-through' | 'purchases'
  ahead: DemandAhead
  /** Null: the account reports stock, yet not of this product. */
  stock: ReportedStock | null
  arrivals: Arrival[]
  soldLately: number | null
  closing: { shipped: number; sold: number } | null
  economics: UnitEconomics
  isDiscontinued: boolean
}

export type ReportedStock = {
  day: string
  onHand: number
  committed: number | null
  held: number | null
  onOrder: number | null
  inTransit: number | null
}

/** Of a piece; null where nothing tells it. */
export type UnitEconomics = { price: number | null; contribution: number | null }

/** Sold this seldom a week, a product without a report is not asked for. */
const hardlySold = 0.5

/** The items of all accounts that report stock: what they report, and what they should sell and do not speak of. */
export function itemsOf(sources: ReviewSources): ReviewedItem[] {
  const { accounts, today } = sources
  const stock = ByAccountProduct.from(sources.stock)
  const forecasts = forecastsBy(sources)
  const bought = ByAccountProduct.from(sources.bought)
  const sold = ByAccountProduct.from(sources.sold)
  const byWeek = ByAccountProduct.from(sources.byWeek)
  const shipped = ByAccountProduct.from(sources.shipped)
  const onTheWay = ByAccountProduct.from(sources.onTheWay)
  const signed = ByAccountProduct.from(sources.signed)
  const { elapsedDays } = weekOfDay(today)

  const demandOf = (accountId: number, productId: number): Pick<ReviewedItem, 'basis' | 'ahead'> => {
    const forecast = forecasts.get(accountId, productId)
    if (forecast) return { basis: 'forecast', ahead: forecast }
    const weekly = byWeek.get(accountId, productId)?.[0]
    if (weekly) return { basis: 'sell-through', ahead: level(weekly.mean, weekly.sigma, elapsedDays) }
    // Purchases come in lumps and do not tell how sales vary: as much as their mean is assumed.
    const mean = Math.max(0, bought.get(accountId, productId)?.[0]?.quantity ?? 0) / 52
    return { basis: 'purchases', ahead: level(mean, mean, elapsedDays) }
  }

  const items: ReviewedItem[] = []
  for (const accountId of new Set(sources.stock.map(row => row.accountId))) {
    const account = accounts.get(accountId)
    if (!account) continue
    for (const productId of new Set([...stock.of(accountId).keys(), ...forecasts.of(accountId).keys()])) {
      const reports = stock.get(accountId, productId) ?? [null]
      const { basis, ahead } = demandOf(accountId, productId)
      if (reports[0] === null && meanOf(ahead) < hardlySold) continue
      const price = sources.prices.get(productId)
      const economics = economicsOf(bought.get(accountId, productId)?.[0], price)
      const sales = sold.get(accountId, productId) ?? []
      const placed = reports.map(report => {
        const isHere = (row: { siteId: number | null }) => reports.length === 1 || row.siteId === report?.siteId
        return { report, isHere, sales: sales.filter(isHere) }
      })
      const shares = siteShares(placed.map(site => sumBy(site.sales, sale => sale.sold)))
      for (const [place, { report, isHere, sales: here }] of placed.entries()) {
        const said = report && reportedStock(report)
        const ours = {
          onTheWay: (onTheWay.get(accountId, productId) ?? []).filter(isHere),
          signed: (signed.get(accountId, productId) ?? []).filter(isHere),
        }
        const share = shares[place]!
        const closingShipped = Math.max(0, shipped.get(accountId, productId)?.[0]?.quantity ?? 0) * share
        items.push({
          accountId,
          siteId: report?.siteId ?? null,
          productId,
          basis,
          ahead: scaled(ahead, share),
          stock: said,
          arrivals: said ? arrivalsOf(said, ours, account.leadDays, today) : [],
          soldLately: here.length > 0 ? sumBy(here, sale => sale.sold) : null,
          closing:
            sources.hasClosing && here.length > 0
              ? { shipped: closingShipped, sold: sumBy(here, sale => sale.soldBeforeClosing) }
              : null,
          economics,
          isDiscontinued: price?.isDiscontinued ?? false,
        })
      }
    }
  }
  return items
}

/** Accounts to which far more was shipped before the closing than they sold on, counted in money over all products. */
export function pushedAccounts(
  items: readonly ReviewedItem[],
  limits: Pick<StockLimits, 'stuffedFactor'>,
): Set<number> {
  const sums = new Map<number, { shipped: number; sold: number }>()
  for (const { accountId, closing, economics } of items) {
    if (closing === null) continue
    const sum = sums.get(accountId) ?? { shipped: 0, sold: 0 }
    sum.shipped += closing.shipped * (economics.price ?? 0)
    sum.sold += closing.sold * (economics.price ?? 0)
    sums.set(accountId, sum)
  }
  return new Set([...sums].flatMap(([accountId, sum]) => (isFarMore(sum, limits) ? [accountId] : [])))
}

/** What purchases left us, or where no cost is known their net. */
export function contributionOf(bought: Omit<Bought, 'accountId' | 'productId'>): number {
  const { price, contribution } = economicsOf(bought)
  return (contribution ?? price ?? 0) * bought.quantity
}

function forecastsBy({ forecasts, today }: ReviewSources): ByAccountProduct<DemandAhead> {
  const { elapsedDays, number } = weekOfDay(today)
  const made = new ByAccountProduct<DemandAhead>()
  for (const { accountId, productId, firstWeek, mean, p90 } of forecasts) {
    const gone = Math.max(0, Math.round((number - firstWeek) / 7))
    if (gone >= mean.length) continue
    const ahead = mean.subarray(gone)
    made.set(accountId, productId, { mean: ahead, sigma: sigmasOf(ahead, p90.subarray(gone)), elapsedDays })
  }
  return made
}

const dayLength = 86_400_000

/** The Monday of the day's week as days since 2000-01-01, and the days of that week that are gone. */
function weekOfDay(day: string): { number: number; elapsedDays: number } {
  const number = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / dayLength)
  // The first of January 2000 was a Saturday.
  const elapsedDays = (number + 5) % 7
  return { number: number - elapsedDays, elapsedDays }
}

const level = (mean: number, sigma: number, elapsedDays: number): DemandAhead => ({
  mean: Array<number>(52).fill(Math.max(0, mean)),
  sigma: [sigma],
  elapsedDays,
})

const meanOf = ({ mean }: DemandAhead): number =>
  Array.prototype.reduce.call<ArrayLike<number>, [(sum: number, each: number) => number, number], number>(
    mean,
    (sum, each) => sum + each,
    0,
  ) / mean.length

const sumBy = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/** The error of a week's forecast from its upper quantile: the lower one is cut off at zero. */
function sigmasOf(mean: ArrayLike<number>, p90: ArrayLike<number>): Float64Array {
  return Float64Array.from(p90, (high, week) => Math.max(0, high - (mean[week] ?? 0)) / 1.2815515655446004)
}

/** The part of an account's demand that a site sells. Sites err apart: half of the demand has more than half of the error. */
export function scaled(ahead: DemandAhead, share: number): DemandAhead {
  if (share === 1) return ahead
  return {
    mean: Array.from(ahead.mean, value => value * share),
    sigma: Array.from(ahead.sigma, value => value * Math.sqrt(share)),
    elapsedDays: ahead.elapsedDays,
  }
}

/** Which part of the account's demand each site sells: as lately, evenly where none sold anything. They sum to 1. */
export function siteShares(sold: readonly number[]): number[] {
  const whole = sold.reduce((sum, each) => sum + Math.max(0, each), 0)
  return sold.map(each => (whole > 0 ? Math.max(0, each) / whole : 1 / sold.length))
}

/** Net of a piece and what it leaves, by the lines whose cost is known; without purchases by the list. */
export function economicsOf(
  bought: Pick<Bought, 'quantity' | 'net' | 'costedNet' | 'cost'> | undefined,
  listed?: { listPrice: string | null; standardCost: string | null },
): UnitEconomics {
  const [net, costedNet, cost] = bought
    ? [Number(bought.net), Number(bought.costedNet), Number(bought.cost)]
    : [0, 0, 0]
  if (bought && bought.quantity > 0 && net > 0) {
    const price = net / bought.quantity
    return { price, contribution: costedNet > 0 ? (price * (costedNet - cost)) / costedNet : null }
  }
  if (listed?.listPrice == null) return { price: null, contribution: null }
  const price = Number(listed.listPrice)
  return { price, contribution: listed.standardCost === null ? null : price - Number(listed.standardCost) }
}

const orNull = (text: string | null): number | null => (text === null ? null : Number(text))

function reportedStock(row: Reported): ReportedStock {
  return {
    day: row.day,
    onHand: Number(row.onHand),
    committed: orNull(row.committed),
    held: orNull(row.held),
    onOrder: orNull(row.onOrder),
    inTransit: orNull(row.inTransit),
  }
}

type Ours = {
  onTheWay: readonly { quantity: number; inDays: number }[]
  signed: readonly { quantity: number; inDays: number; signedOn: string }[]
}

/**
 * What comes, and when. On the way: our deliveries by their promised day, else what the account reports, in half a lead
 * time. Ordered: what the account reports, in a lead time after its report, and what it signed since; where it reports no
 * orders, all that it signed and we have not shipped, by the day it is wanted but not before it can be there.
 */
export function arrivalsOf(said: ReportedStock, ours: Ours, leadDays: number, today: string): Arrival[] {
  const age = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${said.day}T00:00:00Z`)) / dayLength)
  const after = (days: number) => Math.max(1, days - age)
  const arrivals: Arrival[] = []
  if (ours.onTheWay.length > 0)
    for (const { quantity, inDays } of ours.onTheWay) arrivals.push({ days: inDays, quantity })
  else if (said.inTransit) arrivals.push({ days: after(leadDays / 2), quantity: said.inTransit })
  if (said.onOrder) arrivals.push({ days: after(leadDays), quantity: said.onOrder })
  for (const { quantity, inDays, signedOn } of ours.signed) {
    if (said.onOrder !== null && signedOn <= said.day) continue
    arrivals.push({ days: Math.max(inDays, leadDays / 2, 1), quantity })
  }
  return arrivals
}
