import { accountNames } from '../../accounts/account-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { createDraft, createProposal } from '../orders/orders.server.ts'
import { draftOrders, type PlannedOrder } from './draft-orders.use.ts'
import { readLoadUnits } from './packs.store.ts'
import { reasonSentence } from './proposal-reason.ts'
import type { ProposedLine } from './propose-lines.ts'
import { expiryOf, proposeOrders } from './propose-orders.use.ts'
import { computeTargets, reviewStock } from './review-stock.use.ts'
import { readStockPolicy } from './stock-policy.store.ts'
import { maySupply } from './supply-terms.use.ts'

type Acting = Pick<ActorContext, 'db' | 'pool' | 'actor' | 'clock'>

/** What would bring an account to its targets, site by site. Refused as account_unknown. */
export async function planOrders(context: Acting, accountId: number) {
  const account = (await accountNames(context.db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  return { account, orders: await describePlans(context.db, context.actor, await plannedNow(context, accountId)) }
}

/** By what the account has reported up to this moment: the review of the night may not have seen it. */
async function plannedNow(context: Acting, accountId: number): Promise<PlannedOrder[]> {
  const targets = await computeTargets(context, [accountId], await readStockPolicy(context.db))
  return draftOrders(context, [accountId], targets)
}

/** Plans with the names of what they speak of, and the sentence of each line. */
export async function describePlans(db: Db, actor: Actor, plans: readonly PlannedOrder[]) {
  const lines = plans.flatMap(plan => [...plan.lines, ...plan.left])
  const [accounts, products, sites, units, { baseCurrency }] = await Promise.all([
    accountNames(db, [...new Set(plans.map(({ accountId }) => accountId))]),
    productNames(db, [...new Set(lines.map(({ productId }) => productId))]),
    sitesById(
      db,
      plans.flatMap(({ siteId }) => siteId ?? []),
    ),
    readLoadUnits(db),
    readSettings(db),
  ])
  const lineOf = ({ productId, quantity, ...line }: ProposedLine) => ({
    ...line,
    product: products.get(productId)!,
    quantity: String(quantity),
    sentence: {
      en: reasonSentence(line.reason, sentenceFormat('en', baseCurrency)),
      'zh-Hans': reasonSentence(line.reason, sentenceFormat('zh-Hans', baseCurrency)),
    },
  })
  return plans.map(({ accountId, siteId, load, value, ...plan }) => {
    const account = accounts.get(accountId)!
    const site = siteId === null ? undefined : sites.get(siteId)
    const unit = load && units.find(each => each.name === load.unit)
    return {
      ...plan,
      account,
      site: site ? { id: site.id, name: site.name } : null,
      lines: plan.lines.map(lineOf),
      left: plan.left.map(lineOf),
      load:
        load && unit
          ? {
              unit,
              fill: load.fill,
              isFull: load.isFull,
              freight: load.freight.toFixed(2),
              saved: load.saved.toFixed(2),
              capital: load.capital.toFixed(2),
            }
          : null,
      value: value.toFixed(2),
      mayPropose: maySupply(actor, account),
    }
  })
}

export type OrderSaid = {
  siteId: number | null
  wantedOn: string | null
  as: 'draft' | 'proposed'
  /** Quantities as a person left them, '0' leaves a line out; products that the plan does not name are refused. */
  lines: readonly { productId: number; quantity: string }[]
}

/**
 * Makes an order of the plan as a person has edited it, with the reasons of the plan. Refused as account_unknown,
 * account_not_yours, stock_plan_gone (nothing is needed there any more), stock_plan_other_product, order_empty.
 */
export async function proposePlanned(context: Acting, accountId: number, said: OrderSaid) {
  const plan = (await plannedNow(context, accountId)).find(each => each.siteId === said.siteId)
  if (!plan) throw new Refusal('stock_plan_gone')
  const planned = new Map([...plan.lines, ...plan.left].map(line => [line.productId, line]))
  const create = said.as === 'draft' ? createDraft : createProposal
  const lines = said.lines
    .filter(({ quantity }) => Number(quantity) > 0)
    .map(({ productId, quantity }) => {
      const line = planned.get(productId)
      if (!line) throw new Refusal('stock_plan_other_product', { productId })
      return { productId, quantity, unitPrice: line.unitPrice, reason: line.reason }
    })
  if (lines.length === 0) throw new Refusal('order_empty')
  return create(context, {
    accountId,
    siteId: said.siteId,
    wantedOn: said.wantedOn ?? plan.wantedOn,
    expiresAt: await expiryOf(context),
    lines,
  })
}

/** Drafts for several accounts at once, ours to look at. Refused as account_not_yours. */
export async function proposeForMany(context: Acting, accountIds: readonly number[]) {
  await reviewStock(context, accountIds)
  const made = await proposeOrders(context, accountIds, 'draft')
  const described = await describePlans(context.db, context.actor, made)
  return {
    made: made.flatMap(({ order }, at) => {
      const { account, site } = described[at]!
      return order ? [{ account, site, publicId: order.publicId, number: order.number }] : []
    }),
    waiting: made.filter(({ waiting }) => waiting !== null).length,
  }
}
