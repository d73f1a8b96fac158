import { demandWithin, seasonAhead } from './demand-ahead.ts'
import { type ValueClass, variabilityClassOf } from './product-class.ts'
import type { ReviewedAccount, ReviewedItem } from './review-facts.ts'
import { reviewItem } from './review-item.ts'
import type { ServiceTable, StockLimits } from './stock-policy.ts'
import type { Target } from './target.ts'

/** So far beyond the goods' arrival a season is worth naming. */
const seasonNamedWeeks = 8

/** The review of one item as it is kept. Money in the base currency, to the cent. */
export function targetOf(
  item: ReviewedItem,
  account: ReviewedAccount,
  value: ValueClass,
  policy: { limits: StockLimits; service: ServiceTable },
  { today, isPushed }: { today: string; isPushed: boolean },
): Target {
  const { limits } = policy
  const { leadDays, leadSdDays, leadSource, reviewDays } = account
  const { stock, ahead, economics } = item
  const protection = demandWithin(ahead, reviewDays + leadDays)
  const weeks = (reviewDays + leadDays) / 7
  const demandWeek = protection.mean / weeks
  const sigmaWeek = Math.sqrt(protection.variance / weeks)
  const stockClass = `${value}${variabilityClassOf(4 * demandWeek, 2 * sigmaWeek, limits)}` as const
  const service = policy.service[account.tier][stockClass]
  const review = reviewItem(
    {
      ahead,
      rhythm: { reviewDays, leadDays, leadSdDays },
      service,
      stock: stock && {
        onHand: stock.onHand,
        committed: stock.committed ?? 0,
        held: stock.held ?? 0,
        arrivals: item.arrivals,
      },
      soldLately: item.soldLately,
      closing: item.closing,
      isPushed,
    },
    limits,
  )
  const season = seasonAhead(ahead, Math.ceil(weeks) + seasonNamedWeeks)
  const contribution = Math.max(0, economics.contribution ?? 0)
  const money = (pieces: number, each: number) => (pieces * each).toFixed(2)
  const room = demandWithin(ahead, limits.excessWeeks * 7).mean - (review.position ?? 0)
  return {
    accountId: item.accountId,
    siteId: item.siteId,
    productId: item.productId,
    class: stockClass,
    basis: item.basis,
    demandWeek,
    sigmaWeek,
    leadDays,
    leadSdDays,
    leadSource,
    reviewDays,
    service,
    method: review.target.method,
    demandAhead: review.target.demand,
    deviation: review.target.deviation,
    safety: review.target.safety,
    orderUpTo: review.target.orderUpTo,
    reorderAt: review.target.reorderAt,
    stockDay: stock?.day ?? null,
    onHand: textOf(stock?.onHand),
    committed: textOf(stock?.committed),
    held: textOf(stock?.held),
    onOrder: textOf(stock?.onOrder),
    inTransit: textOf(stock?.inTransit),
    position: review.position,
    coverWeeks: review.coverWeeks,
    soldLately: textOf(item.soldLately),
    closingShipped: textOf(item.closing?.shipped),
    closingSold: textOf(item.closing?.sold),
    state: review.state,
    stockOutOn: review.stockOutInDays === null ? null : dayIn(today, Math.floor(review.stockOutInDays)),
    seasonOn: season === null ? null : dayIn(today, season * 7 - ahead.elapsedDays),
    missing: review.missing,
    lost: money(review.missing, contribution),
    lostP10: money(review.missingP10, contribution),
    lostP90: money(review.missingP90, contribution),
    surplus: review.surplus,
    surplusValue: money(review.surplus, economics.price ?? 0),
    // What is not made any more is sold off, not ordered.
    wanted: item.isDiscontinued ? 0 : review.wanted,
    room: item.isDiscontinued ? 0 : Math.max(0, room),
    unitPrice: economics.price === null ? null : economics.price.toFixed(4),
    unitContribution: economics.contribution === null ? null : economics.contribution.toFixed(4),
    reviewedOn: today,
  }
}

const textOf = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(Math.round(value * 1000) / 1000)

function dayIn(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
