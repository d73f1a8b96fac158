import { randomBytes } from 'node:crypto'
import { accountNames } from '../../accounts/account-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { checkOwner, inTransactionOf, leaveStep, type OrderActing } from './acting-on-order.server.ts'
import type { LineReason, Order } from './order.ts'
import { eventOf } from './order-events.server.ts'
import { orderNumber } from './order-number.ts'
import { actsAllowed, partyOf } from './order-state.ts'
import { findOrder, insertLines, insertOrder, type NewLine } from './orders.store.ts'

export type ProposedLine = {
  productId: number
  /** A decimal string, not negative. */
  quantity: string
  /** Of the order's currency; left out or null: at the price in force. */
  unitPrice?: string | null
  reason?: LineReason | null
}

export type NewProposal = {
  accountId: number
  siteId?: number | null
  wantedOn?: string | null
  /** After this instant nobody can sign it any more. */
  expiresAt?: Date | null
  /** ISO 4217; the base currency unless said. */
  currency?: string
  reference?: string | null
  terms?: string | null
  lines: readonly ProposedLine[]
}

export type CreatedOrder = { id: number; publicId: string; number: string }

/**
 * An order put before the account: it can change, sign or decline it. By people who may write for the account, or a job.
 * @throws Refusal account_unknown, account_not_yours, order_act_not_allowed, order_site_unknown, order_product_unknown,
 * order_line_repeated, order_empty
 */
export const createProposal = (context: OrderActing, proposal: NewProposal): Promise<CreatedOrder> =>
  createOrder(context, proposal, 'proposed')

/** An order that the account does not see yet. @throws as createProposal */
export const createDraft = (context: OrderActing, draft: NewProposal): Promise<CreatedOrder> =>
  createOrder(context, draft, 'draft')

async function createOrder(
  context: OrderActing,
  said: NewProposal,
  state: 'draft' | 'proposed',
): Promise<CreatedOrder> {
  const { actor, clock } = context
  const party = partyOf(actor)
  if (party !== 'job' && !actsAllowed(party, 'draft').includes('propose')) throw new Refusal('order_act_not_allowed')
  if (state === 'proposed' && !said.lines.some(line => Number(line.quantity) > 0)) throw new Refusal('order_empty')
  return inTransactionOf(context.db, async db => {
    const account = (await accountNames(db, [said.accountId])).get(said.accountId)
    if (!account) throw new Refusal('account_unknown', { id: said.accountId })
    await checkOwner(db, actor, said.accountId)
    const at = clock.now().toISOString()
    const proposed = state === 'proposed'
    const head: Omit<Order, 'id' | 'publicId' | 'contentHash' | 'signatureId' | 'version'> = {
      number: orderNumber(randomBytes(8)),
      accountId: account.id,
      accountCode: account.code,
      accountName: account.name,
      siteId: said.siteId ?? null,
      shipTo: await shipToOf(db, said.accountId, said.siteId ?? null),
      reference: said.reference ?? null,
      terms: said.terms ?? null,
      currency: said.currency ?? (await readSettings(db)).baseCurrency,
      wantedOn: said.wantedOn ?? null,
      origin: proposed ? 'proposal' : 'hand',
      state,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: at,
      proposedBy: proposed ? actor.id : null,
      proposedByName: proposed ? actor.name : null,
      proposedAt: proposed ? at : null,
      expiresAt: said.expiresAt?.toISOString() ?? null,
      stateSince: at,
    }
    const { id, publicId } = await insertOrder(db, head)
    await insertLines(db, id, await namedLines(db, said.lines, proposed))
    await leaveStep(
      { db, actor, clock },
      { ...head, id, state: null },
      { act: proposed ? 'propose' : 'edit', to: state, detail: { lines: said.lines.length } },
    )
    if (proposed) await publishEvent(db, await eventOf(db, (await findOrder(db, publicId))!, clock.now()))
    return { id, publicId, number: head.number }
  })
}

/** Name and address of the site, as one line; null: the account's own address. @throws Refusal order_site_unknown */
export async function shipToOf(db: Db, accountId: number, siteId: number | null): Promise<string | null> {
  if (siteId === null) return null
  const site = (await sitesById(db, [siteId])).get(siteId)
  if (site?.accountId !== accountId) throw new Refusal('order_site_unknown')
  return [site.name, site.address, site.city, site.country].filter(Boolean).join(', ')
}

/** @throws Refusal order_product_unknown, order_line_repeated */
export async function namedLines(
  db: Db,
  lines: readonly ProposedLine[],
  proposed: boolean,
  after = 0,
): Promise<NewLine[]> {
  const products = await productNames(
    db,
    lines.map(line => line.productId),
  )
  if (products.size < lines.length) {
    const unknown = lines.find(line => !products.has(line.productId))
    if (unknown) throw new Refusal('order_product_unknown', { id: unknown.productId })
    throw new Refusal('order_line_repeated')
  }
  return lines.map(({ productId, quantity, unitPrice = null, reason = null }, index) => {
    const product = products.get(productId)!
    return {
      line: after + index + 1,
      productId,
      productCode: product.code,
      productName: product.name,
      quantity,
      unitPrice,
      proposedQuantity: proposed ? quantity : null,
      reason,
    }
  })
}
