import { recordChange } from '../platform/audit.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { claimSellThrough, claimStock } from '../supply/stock/stock.server.ts'
import { accountIdsOf, type PortalContext } from './may-portal.server.ts'
import { catalogueIds } from './own-goods.store.ts'
import { ownAccount } from './own-people.store.ts'

export type StockEntry = {
  account: string
  /** What is there at the end of this day; also the last day of what was sold. */
  day: string
  soldFrom?: string | null
  rows: readonly { product: string; onHand?: string | null; sold?: string | null }[]
}

/**
 * What an account says by hand of what it has and has sold. Said again it changes nothing; the latest word counts.
 * @throws Refusal portal_account_unknown, portal_product_unknown, portal_day_ahead_invalid, portal_sales_span_invalid
 */
export async function enterStock(context: PortalContext, { account: code, day, soldFrom, rows }: StockEntry) {
  const { department, portal, clock } = context
  const account = await ownAccount(context.db, accountIdsOf(portal), code)
  if (!account) throw new Refusal('portal_account_unknown')
  if (day > (await businessDay({ db: department, clock }))) throw new Refusal('portal_day_ahead_invalid', { day })
  const hasSales = rows.some(row => row.sold != null)
  if (hasSales && (!soldFrom || soldFrom > day)) throw new Refusal('portal_sales_span_invalid')
  const products = await catalogueIds(
    context.db,
    rows.map(row => row.product),
  )
  const named = rows.map(row => {
    const productId = products.get(row.product)
    if (productId === undefined) throw new Refusal('portal_product_unknown', { code: row.product })
    return { ...row, productId, accountId: account.id }
  })
  const counted = named.filter(row => row.onHand != null)
  const sold = named.filter(row => row.sold != null)
  const claiming = {
    via: 'portal',
    source: `portal ${account.code}`,
    personId: portal.actor.id,
    at: clock.now(),
  } as const
  return department.transaction().execute(async db => {
    const stock = await claimStock(
      db,
      claiming,
      counted.map(({ accountId, productId, onHand }) => ({ accountId, productId, day, onHand: onHand! })),
    )
    const sales = await claimSellThrough(
      db,
      claiming,
      sold.map(({ accountId, productId, sold: quantity }) => ({
        accountId,
        productId,
        fromDay: soldFrom!,
        toDay: day,
        sold: quantity!,
      })),
    )
    await recordChange(db, portal.actor, {
      room: 'portal',
      subject: 'stock',
      subjectId: account.id,
      accountId: account.id,
      operation: 'enter',
      after: { day, soldFrom: hasSales ? soldFrom : null, counted: counted.length, sold: sold.length },
    })
    return {
      entered: stock.added + stock.replaced + sales.added + sales.replaced,
      unchanged: stock.unchanged + sales.unchanged,
      refused: [
        ...stock.refused.map(({ at, why }) => ({ product: counted[at]!.product, why })),
        ...sales.refused.map(({ at, why }) => ({ product: sold[at]!.product, why })),
      ],
    }
  })
}
