import { Decimal } from 'decimal.js'
import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { productNames } from '../../products/product-names.server.ts'
import { economyOf } from './economy.ts'
import { quantileOf } from './normal.ts'
import type { StockClass } from './product-class.ts'
import { type StockState, stockStates } from './review-item.ts'
import { readStockPolicy } from './stock-policy.store.ts'
import type { Target } from './target.ts'
import { findTarget, listTargets, sumTargets, type TargetOrder, type TargetsAsked } from './targets.store.ts'

type Reading = { db: Db; actor: Actor }

export type Among = {
  accountId?: number
  productId?: number
  whose: 'mine' | 'all'
  class?: StockClass
}

async function askedOf(
  { db, actor }: Reading,
  among: Among,
  states: readonly StockState[] | null,
): Promise<TargetsAsked> {
  const mine = among.whose === 'mine' ? await ownedAccounts(db, actor.id ?? '') : null
  const { accountId } = among
  return {
    accountIds: accountId === undefined ? mine : mine === null || mine.includes(accountId) ? [accountId] : [],
    productId: among.productId ?? null,
    class: among.class ?? null,
    states,
  }
}

/** A page of items with their names. */
export async function readTargets(
  reading: Reading,
  {
    limit,
    cursor,
    sort,
    state,
    ...among
  }: Among & { limit: number; cursor?: string; sort: TargetOrder; state?: StockState[] },
) {
  const skip = Number(cursor ?? 0)
  const rows = await listTargets(reading.db, await askedOf(reading, among, state ?? null), { order: sort, limit, skip })
  return {
    items: await named(reading.db, rows),
    nextCursor: rows.length === limit ? String(skip + limit) : null,
  }
}

export async function sumUpTargets(reading: Reading, among: Among) {
  const { states, accounts } = await sumTargets(reading.db, await askedOf(reading, among, null))
  const sum = (of: 'lost' | 'surplusValue') =>
    states.reduce((whole, each) => whole.plus(each[of]), new Decimal(0)).toString()
  return {
    states: Object.fromEntries(
      stockStates.map(state => [state, states.find(each => each.state === state)?.items ?? 0]),
    ) as Record<StockState, number>,
    accounts,
    lost: sum('lost'),
    surplusValue: sum('surplusValue'),
    reviewedOn: states.map(({ oldest }) => oldest).sort()[0] ?? null,
  }
}

/** Every figure of one item. Refused as `stock_target_unknown`. */
export async function explainTarget(
  { db }: Reading,
  { accountId, productId, siteId = null }: { accountId: number; productId: number; siteId?: number | null },
) {
  const target = await findTarget(db, { accountId, productId, siteId })
  if (!target) throw new Refusal('stock_target_unknown')
  const [{ limits }, [shown]] = await Promise.all([readStockPolicy(db), named(db, [target])])
  const { class: _, state: __, ...facts } = target
  return {
    ...facts,
    ...shown!,
    z: quantileOf(target.service),
    economy: economyOf(target, limits),
    limits,
  }
}

/** Names laid beside the ids, and money left open where a piece's worth is not known. */
async function named(db: Db, targets: readonly Target[]) {
  const [accounts, products, sites] = await Promise.all([
    accountNames(db, [...new Set(targets.map(({ accountId }) => accountId))]),
    productNames(db, [...new Set(targets.map(({ productId }) => productId))]),
    sitesById(
      db,
      targets.flatMap(({ siteId }) => siteId ?? []),
    ),
  ])
  return targets.map(target => {
    const { contribution, price } = {
      contribution: target.unitContribution !== null,
      price: target.unitPrice !== null,
    }
    const site = target.siteId === null ? undefined : sites.get(target.siteId)
    return {
      account: accounts.get(target.accountId)!,
      site: site ? { id: site.id, name: site.name } : null,
      product: products.get(target.productId)!,
      class: target.class,
      state: target.state,
      onHand: target.onHand,
      stockDay: target.stockDay,
      position: target.position,
      coverWeeks: target.coverWeeks,
      target: target.orderUpTo,
      reorderAt: target.reorderAt,
      wanted: target.wanted,
      stockOutOn: target.stockOutOn,
      lost: contribution ? target.lost : null,
      lostP10: contribution ? target.lostP10 : null,
      lostP90: contribution ? target.lostP90 : null,
      surplus: target.surplus,
      surplusValue: price ? target.surplusValue : null,
      reviewedOn: target.reviewedOn,
    }
  })
}
