import { sql } from 'kysely'
import { accountsLookedAfter } from '../../identify/accounts-now.use.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Signal } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { reviewActorName } from './hold-reviews.use.ts'
import { readStockPolicy } from './stock-policy.store.ts'
import { draftWords, lyingWords, stockOutWords, stuffedWords } from './stock-signal-words.ts'

/** Below this money a stock-out or a surplus is no call to make; base currency. */
const worthACall = 200

export default {
  kinds: {
    'supply.stock_out': stockOutWords,
    'supply.stock_lying': lyingWords,
    'supply.stuffed': stuffedWords,
    'supply.draft': draftWords,
  },
  read: async reading => {
    const { db, accountIds } = reading
    const [looked, stock, drafts, { limits }] = await Promise.all([
      accountsLookedAfter(reading, accountIds),
      stockByAccount(db, accountIds),
      draftsWaiting(db, accountIds),
      readStockPolicy(db),
    ])
    const products = await productNames(
      db,
      stock.flatMap(({ productId }) => productId ?? []),
    )
    const base = { personId: null, role: null } as const
    const after = new Set(looked.map(({ id }) => id))
    const signals: Signal[] = []
    for (const account of stock) {
      const { accountId } = account
      if (!after.has(accountId)) continue
      if (account.short > 0 && Number(account.lost) >= worthACall)
        signals.push({
          ...base,
          kind: 'supply.stock_out',
          key: '',
          accountId,
          due: account.firstOut,
          value: account.lost,
          confidence: 0.7,
          values: { items: account.short, product: products.get(account.productId ?? 0)?.code ?? '' },
        })
      // What lies too long costs its capital; it is not lost.
      const yearly = Number(account.surplus) * limits.capitalRate
      if (account.excess + account.dead > 0 && yearly >= worthACall)
        signals.push({
          ...base,
          kind: 'supply.stock_lying',
          key: '',
          accountId,
          due: null,
          value: yearly.toFixed(2),
          confidence: 0.8,
          values: { excess: account.excess, dead: account.dead, surplus: account.surplus },
        })
      if (account.stuffed > 0 && Number(account.missingLater) >= worthACall)
        signals.push({
          ...base,
          kind: 'supply.stuffed',
          key: '',
          accountId,
          due: null,
          value: account.missingLater,
          confidence: 0.5,
          values: { items: account.stuffed, surplus: account.stuffedValue },
        })
    }
    for (const { accountId, publicId, number, amount, wantedOn, lost } of drafts)
      signals.push({
        ...base,
        kind: 'supply.draft',
        key: publicId,
        accountId,
        due: wantedOn,
        value: lost,
        confidence: 0.7,
        values: { order: publicId, number, amount },
      })
    return signals
  },
  // Reviews of the night leave no change of an account behind.
  version: async ({ db }) => {
    const { rows } = await sql<{ version: string }>`
      select concat_ws('.', count(*), max(reviewed_on), sum(lost), sum(surplus_value)) as version from supply.target`.execute(
      db,
    )
    return rows[0]!.version
  },
} satisfies SignalSource

type StockOfAccount = {
  accountId: number
  short: number
  lost: string
  firstOut: string | null
  /** Gone first. */
  productId: number | null
  excess: number
  dead: number
  /** At the price paid. */
  surplus: string
  stuffed: number
  stuffedValue: string
  /** Contribution of what stuffed accounts will not order. */
  missingLater: string
}

async function stockByAccount(db: Db, accountIds: readonly number[] | null): Promise<StockOfAccount[]> {
  const { rows } = await sql<StockOfAccount>`
    select account_id as "accountId",
      (count(*) filter (where stock_out_on is not null))::integer as short, trim_scale(sum(lost))::text as lost,
      min(stock_out_on) as "firstOut",
      (array_agg(product_id order by stock_out_on, lost desc) filter (where stock_out_on is not null))[1] as "productId",
      (count(*) filter (where state = 'excess'))::integer as excess,
      (count(*) filter (where state = 'dead'))::integer as dead,
      trim_scale(coalesce(sum(surplus_value) filter (where state in ('excess', 'dead')), 0))::text as surplus,
      (count(*) filter (where state = 'stuffed'))::integer as stuffed,
      trim_scale(coalesce(round(sum((position - order_up_to)::numeric * unit_price) filter (where state = 'stuffed'), 2), 0))::text as "stuffedValue",
      trim_scale(coalesce(round(sum((position - order_up_to)::numeric * greatest(unit_contribution, 0))
        filter (where state = 'stuffed'), 2), 0))::text as "missingLater"
    from supply.target
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])
    group by account_id`.execute(db)
  return rows
}

type Draft = {
  accountId: number
  publicId: string
  number: string
  amount: string
  wantedOn: string | null
  lost: string | null
}

/** Drafts of the weekly review, with what their lines would save. */
async function draftsWaiting(db: Db, accountIds: readonly number[] | null): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select o.account_id as "accountId", o.public_id as "publicId", o.number, o.wanted_on as "wantedOn",
      trim_scale(coalesce(sum(l.quantity * l.unit_price), 0))::text as amount,
      trim_scale(sum((l.reason ->> 'lost')::numeric))::text as lost
    from supply.purchase_order o join supply.order_line l on l.order_id = o.id
    where o.state = 'draft' and o.created_by_name = ${reviewActorName}
      and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
    group by o.id`.execute(db)
  return rows
}
