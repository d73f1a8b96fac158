import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { type Message, messagesOf } from './messages.store.ts'

/** What both sides read of a message. */
export type ShownMessage = Omit<Message, 'accountId' | 'orderId'> & { order: { id: string; number: string } | null }

export async function messagePage(
  db: Db,
  accountIds: readonly number[],
  { limit, before }: { limit: number; before?: string },
): Promise<{ items: ShownMessage[]; next: string | null }> {
  const rows = await messagesOf(db, accountIds, { before, limit: limit + 1 })
  const items = await shownMessages(db, rows.slice(0, limit))
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

export async function shownMessages(db: Db, messages: readonly Message[]): Promise<ShownMessage[]> {
  const orderIds = messages.flatMap(message => message.orderId ?? [])
  const { rows } = await sql<{ key: number; id: string; number: string }>`
    select id as key, public_id as id, number from portal.own_order where id = any(${orderIds}::bigint[])`.execute(db)
  const orders = new Map(rows.map(({ key, id, number }) => [key, { id, number }]))
  return messages.map(({ accountId: _, orderId, ...message }) => ({
    ...message,
    order: (orderId !== null && orders.get(orderId)) || null,
  }))
}
