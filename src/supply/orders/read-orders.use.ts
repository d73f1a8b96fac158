import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { accountOwners } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import type { Db } from '../../platform/database.server.ts'
import { findFiles } from '../../platform/files/files.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AnyActor } from '../../platform/roles.ts'
import { countStates, listOrders, type OrdersAsked } from './listed-orders.store.ts'
import type { Order, OrderLine, OrderStep, Signature } from './order.ts'
import { contentHash, textHash } from './order-content.server.ts'
import { orderTotal } from './order-money.ts'
import { actsAllowed, type OrderAct, type OrderState, partyOf } from './order-state.ts'
import { findOrder, linesOf, signaturesOf, stepsOf } from './orders.store.ts'

export type OrdersQuery = Omit<OrdersAsked, 'accountIds' | 'after'> & {
  accountIds: readonly number[] | null
  /** Those of accounts that this person owns. */
  ownerId: string | null
  cursor: string | null
}

/** Newest first, with what is needed to see which one to open. */
export async function readOrders(db: Db, { accountIds, ownerId, cursor, ...asked }: OrdersQuery) {
  const among = await whose(db, accountIds, ownerId)
  const after = cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null
  const rows = await listOrders(db, { ...asked, accountIds: among, after })
  const owners = await accountNames(
    db,
    rows.map(row => row.accountId),
  )
  return {
    items: rows.map(row => ({ ...row, ownerId: owners.get(row.accountId)?.ownerId ?? null })),
    nextCursor: rows.length === asked.limit ? String(rows.at(-1)!.id) : null,
  }
}

/** How many orders stand in each state. */
export async function readStates(db: Db, accountIds: readonly number[] | null, ownerId: string | null) {
  return countStates(db, await whose(db, accountIds, ownerId))
}

async function whose(db: Db, accountIds: readonly number[] | null, ownerId: string | null) {
  if (ownerId === null) return accountIds
  const owned = await ownedAccounts(db, ownerId)
  return accountIds === null ? owned : owned.filter(id => accountIds.includes(id))
}

export type CheckedSignature = Signature & {
  /** Whether it is in force and its hash is that of the order as it stands. */
  binds: boolean
  /** Whether its own text has its hash, and the kept document is that which was shown. */
  isIntact: boolean
}

export type WholeOrder = {
  order: Order
  lines: OrderLine[]
  steps: OrderStep[]
  signatures: CheckedSignature[]
  total: { amount: string; isWhole: boolean }
}

/** An order with all that belongs to it; `accountIds`: only if it is one of theirs. @throws Refusal order_not_found */
export async function readOrder(
  db: Db,
  publicId: string,
  accountIds: readonly number[] | null = null,
): Promise<WholeOrder> {
  const order = await findOrder(db, publicId, accountIds)
  if (!order) throw new Refusal('order_not_found')
  const [lines, steps, signatures] = [
    await linesOf(db, order.id),
    await stepsOf(db, order.id),
    await signaturesOf(db, order.id),
  ]
  const files = await findFiles(
    db,
    signatures.map(signature => signature.documentFileId),
  )
  const hashNow = contentHash({ ...order, lines })
  const checked = signatures.map(signature => ({
    ...signature,
    binds: signature.id === order.signatureId && signature.supersededAt === null && signature.contentHash === hashNow,
    isIntact:
      textHash(signature.content) === signature.contentHash &&
      files.some(file => file.id === signature.documentFileId && file.sha256 === signature.documentSha256),
  }))
  return { order, lines, steps, signatures: checked, total: orderTotal(lines) }
}

/** What this actor may do with the order now. */
export async function actsOf(
  db: Db,
  actor: AnyActor,
  { accountId, state }: { accountId: number; state: OrderState },
): Promise<OrderAct[]> {
  if (actor.role === 'manager') {
    const account = (await accountOwners(db, [accountId])).get(accountId)
    if (!account || !mayEditAccount(actor, account)) return []
  }
  return actsAllowed(partyOf(actor), state)
}
