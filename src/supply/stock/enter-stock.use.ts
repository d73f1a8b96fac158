import { mayEditContacts } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { productNames } from '../../products/product-names.server.ts'
import type { Claiming } from './claims.store.ts'
import { type ClaimOutcome, claimSellThrough, claimStock } from './stock.server.ts'
import type { SellThroughRow, StockRow } from './stock.ts'

type Entering = { db: Db; clock: Clock; actor: Actor }

type Place = { accountId: number; siteId: number | null }

const wayOf = ({ via }: Actor): 'api' | 'hand' => (via === 'key' ? 'api' : 'hand')

const claimingOf = ({ actor, clock }: Entering): Claiming => ({
  via: wayOf(actor),
  source: wayOf(actor),
  personId: actor.id,
  at: clock.now(),
})

/** What an account has, told by a person. Refused as `stock_ahead`, `stock_product_unknown`, `stock_site_unknown`, `stock_repeated`. */
export async function enterStock(
  context: Entering,
  given: Place & { day: string; rows: readonly Omit<StockRow, 'accountId' | 'siteId' | 'day'>[] },
) {
  const { accountId, siteId, day, rows } = given
  return enter(context, given, day, 'enter stock', db =>
    claimStock(
      db,
      claimingOf(context),
      rows.map(row => ({ ...row, accountId, siteId, day })),
    ),
  )
}

/** What an account sold, told by a person. Refused as enterStock, and as `sales_overlap` where days were reported otherwise. */
export async function enterSales(
  context: Entering,
  given: Place & {
    fromDay: string
    toDay: string
    rows: readonly Omit<SellThroughRow, 'accountId' | 'siteId' | 'fromDay' | 'toDay'>[]
  },
) {
  const { accountId, siteId, fromDay, toDay, rows } = given
  if (toDay < fromDay) throw new Refusal('span_turned', { from: fromDay, to: toDay })
  return enter(context, given, toDay, 'enter sales', db =>
    claimSellThrough(
      db,
      claimingOf(context),
      rows.map(row => ({ ...row, accountId, siteId, fromDay, toDay })),
    ),
  )
}

async function enter(
  context: Entering,
  given: Place & { rows: readonly { productId: number }[] },
  until: string,
  operation: string,
  claim: (db: Db) => Promise<ClaimOutcome>,
) {
  const { accountId, siteId, rows } = given
  return context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, mayEditContacts)
    await checkEntry({ ...context, db }, given, until)
    const { refused, ...counts } = await claim(db)
    const first = refused[0]
    if (first) {
      const productId = rows[first.at]!.productId
      const product = (await productNames(db, [productId])).get(productId)!.name
      throw new Refusal(first.why === 'repeated' ? 'stock_repeated' : 'sales_overlap', { product })
    }
    await recordChange(db, context.actor, {
      room: 'supply',
      subject: 'stock',
      subjectId: accountId,
      accountId,
      operation,
      after: { siteId, until, products: rows.length, ...counts },
    })
    return counts
  })
}

async function checkEntry(
  { db, clock }: Entering,
  { accountId, siteId, rows }: Place & { rows: readonly { productId: number }[] },
  until: string,
): Promise<void> {
  if (until > (await businessDay({ db, clock }))) throw new Refusal('stock_ahead', { day: until })
  if (siteId !== null && (await sitesById(db, [siteId])).get(siteId)?.accountId !== accountId)
    throw new Refusal('stock_site_unknown', { site: siteId })
  const ids = rows.map(row => row.productId)
  const known = await productNames(db, ids)
  const unknown = ids.find(id => !known.has(id))
  if (unknown !== undefined) throw new Refusal('stock_product_unknown', { product: unknown })
}
