import { Refusal } from '../platform/refusal.ts'
import { readSettings } from '../platform/settings.server.ts'
import { reasonsOf } from '../supply/orders/line-reason.server.ts'
import { actsAllowed, partyOf } from '../supply/orders/order-state.ts'
import { changeOrder, declineOrder, signOrder } from '../supply/orders/orders.server.ts'
import { accountIdsOf, type Portal, type PortalContext } from './may-portal.server.ts'
import { catalogueIds } from './own-goods.store.ts'
import { type OwnOrder, ownLines, ownOrder, ownSignature, ownSteps } from './own-orders.store.ts'

/** States in which the account has the word. */
export const waitingStates = ['proposed', 'changed'] as const

export const accountShown = ({ accounts }: Portal, id: number) => {
  const account = accounts.find(each => each.id === id)
  return { code: account?.code ?? '', name: account?.name ?? '' }
}

export function rowOf(
  portal: Portal,
  { id, number, accountId, state, lines, wantedOn, expiresAt, total, currency, since }: OwnOrder,
) {
  return {
    id,
    number,
    account: accountShown(portal, accountId),
    state,
    lines,
    wantedOn,
    expiresAt,
    total,
    currency,
    since,
  }
}

/** Found as the portal's role: what is not the account's is not there. @throws Refusal portal_order_unknown */
export async function findOwn({ db, portal }: Pick<PortalContext, 'db' | 'portal'>, id: string): Promise<OwnOrder> {
  const order = await ownOrder(db, accountIdsOf(portal), id)
  if (!order) throw new Refusal('portal_order_unknown')
  return order
}

export async function readOwnOrder(context: PortalContext, id: string) {
  const { db, portal, clock, language } = context
  const order = await findOwn(context, id)
  const lines = await ownLines(db, order.key)
  const reasons = await reasonsOf(lines, (await readSettings(context.department)).baseCurrency)
  const hasExpired = order.expiresAt !== null && order.expiresAt <= clock.now().toISOString()
  const acts = actsAllowed(partyOf(portal.actor), order.state as never)
  const { shipTo, terms, reference, proposedBy, contentHash, version } = order
  return {
    ...rowOf(portal, order),
    ...{ shipTo, terms, reference, proposedBy, contentHash, version },
    items: lines.map(({ productId: _, ...line }) => ({ ...line, reason: reasons.get(line.line)?.[language] ?? null })),
    steps: await ownSteps(db, order.key),
    signature: await ownSignature(db, order.key),
    may: (['change', 'sign', 'decline'] as const).filter(
      act => acts.includes(act) && (!hasExpired || act === 'decline'),
    ),
  }
}

/** What is written goes by the department's connection, once the portal's has found the order. */
const acting = ({ department, clock, portal, dataDirectory }: PortalContext) => ({
  db: department,
  clock,
  actor: portal.actor,
  dataDirectory,
})

type Change = {
  id: string
  version: number
  lines: readonly { product: string; quantity: string }[]
  wantedOn?: string | null
  reference?: string | null
  note?: string | null
}

/** @throws Refusal portal_order_unknown, portal_product_unknown and what changeOrder refuses */
export async function changeOwnOrder(context: PortalContext, { id, version, lines, ...said }: Change) {
  const order = await findOwn(context, id)
  const inOrder = new Map((await ownLines(context.db, order.key)).map(line => [line.product, line.productId]))
  const others = lines.map(line => line.product).filter(code => !inOrder.has(code))
  const known = await catalogueIds(context.db, others)
  const changed = lines.map(({ product, quantity }) => {
    const productId = inOrder.get(product) ?? known.get(product)
    if (productId === undefined) throw new Refusal('portal_product_unknown', { code: product })
    return { productId, quantity }
  })
  const accountIds = accountIdsOf(context.portal)
  await changeOrder(acting(context), { publicId: id, version, accountIds }, { lines: changed, ...said })
  return readOwnOrder(context, id)
}

/** @throws Refusal portal_order_unknown and what signOrder refuses */
export async function signOwnOrder(
  context: PortalContext,
  { id, contentHash, name, title }: { id: string; contentHash: string; name: string; title?: string | null },
) {
  await findOwn(context, id)
  const { language, portal } = context
  await signOrder(
    acting(context),
    { publicId: id, accountIds: accountIdsOf(portal), contentHash },
    { name, title, language },
  )
  return readOwnOrder(context, id)
}

/** @throws Refusal portal_order_unknown and what declineOrder refuses */
export async function declineOwnOrder(
  context: PortalContext,
  { id, version, reason }: { id: string; version: number; reason: string },
) {
  await findOwn(context, id)
  await declineOrder(acting(context), { publicId: id, accountIds: accountIdsOf(context.portal), version }, reason)
  return readOwnOrder(context, id)
}
