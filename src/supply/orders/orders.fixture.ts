import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from '../../../tests/support/database.ts'
import type { AnyActor, Role } from '../../platform/roles.ts'
import { createProposal, type NewProposal } from './create-order.use.ts'
import { findOrder } from './orders.store.ts'
import { signOrder } from './sign-order.use.ts'

export type Trade = {
  accountId: number
  otherAccountId: number
  productIds: number[]
  dataDirectory: string
}

/** Two accounts, the first Mara's, and three products. */
export async function tradeOf({ pool }: TestDatabase): Promise<Trade> {
  const { rows: accounts } = await pool.query<{ id: number }>(
    `insert into accounts.account (code, name, owner_id) values ('A1', 'Alpha 甲', 'mara'), ('A2', 'Beta', 'marco') returning id`,
  )
  const { rows: products } = await pool.query<{ id: number }>(
    `insert into products.product (code, name) values ('SW-1', 'Switch'), ('SW-2', 'Router'), ('SW-3', 'Cable') returning id`,
  )
  return {
    accountId: accounts[0]!.id,
    otherAccountId: accounts[1]!.id,
    productIds: products.map(row => row.id),
    dataDirectory: await mkdtemp(join(tmpdir(), 'vitalfew-orders-')),
  }
}

export const atEight = new Date('2026-11-02T08:00:00Z')

export const ours = (role: Role, name: string): AnyActor => ({ id: name.toLowerCase(), name, role, via: 'web' })
export const mara = ours('manager', 'Mara')
export const boris = ours('back office', 'Boris')
export const buyer: AnyActor = { id: 'buyer-1', name: 'Bei Wang', role: 'portal buyer', via: 'portal' }
export const staff: AnyActor = { id: 'staff-1', name: 'Li Na', role: 'portal staff', via: 'portal' }

export const acting = ({ db }: TestDatabase, actor: AnyActor, at = atEight) => ({ db, actor, clock: { now: () => at } })

/** Ten switches and five routers proposed by Mara. */
export async function proposal(database: TestDatabase, trade: Trade, more: Partial<NewProposal> = {}) {
  const [first, second] = trade.productIds as [number, number]
  return createProposal(acting(database, mara), {
    accountId: trade.accountId,
    wantedOn: '2026-11-20',
    currency: 'USD',
    lines: [
      { productId: first, quantity: '10', unitPrice: '99.50', reason: { kind: 'test' } },
      { productId: second, quantity: '5' },
    ],
    ...more,
  })
}

/** The buyer signs it as it stands. */
export async function signed(database: TestDatabase, trade: Trade, more: Partial<NewProposal> = {}) {
  const order = await proposal(database, trade, more)
  await signAsItStands(database, trade, order.publicId)
  return order
}

export async function signAsItStands(database: TestDatabase, trade: Trade, publicId: string, actor = buyer) {
  const { contentHash } = (await findOrder(database.db, publicId))!
  const context = { ...acting(database, actor), db: database.db, dataDirectory: trade.dataDirectory }
  await signOrder(
    context,
    { publicId, accountIds: [trade.accountId], contentHash },
    { name: actor.name, language: 'en' },
  )
}
