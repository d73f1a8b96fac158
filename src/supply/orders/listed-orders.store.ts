import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Order, OrderLine } from './order.ts'
import type { OrderState } from './order-state.ts'
import { lineColumns, orderColumns } from './orders.store.ts'

export type OrdersAsked = {
  accountIds: readonly number[] | null
  states: readonly OrderState[] | null
  /** Part of number, reference, account's code or name. */
  text: string | null
  limit: number
  /** The last of the page before. */
  after: number | null
}

export type ListedOrder = Order & {
  lines: number
  /** Sum of what has a price. */
  amount: string
  /** Lines that are wanted and have no price. */
  unpriced: number
}

/** Newest first. */
export async function listOrders(db: Db, asked: OrdersAsked): Promise<ListedOrder[]> {
  const like = asked.text === null ? null : `%${asked.text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedOrder>`
    select ${orderColumns}, t.lines, t.amount, t.unpriced
    from supply.purchase_order o cross join lateral (
      select count(*) filter (where l.quantity > 0)::integer as lines,
        trim_scale(coalesce(sum(l.quantity * l.unit_price), 0))::text as amount,
        count(*) filter (where l.quantity > 0 and l.unit_price is null)::integer as unpriced
      from supply.order_line l where l.order_id = o.id
    ) t
    where (${asked.accountIds}::bigint[] is null or o.account_id = any(${asked.accountIds}::bigint[]))
      and (${asked.states}::text[] is null or o.state = any(${asked.states}::text[]))
      and (${asked.after}::bigint is null or o.id < ${asked.after})
      and (${like}::text is null or lower(concat_ws(' ', o.number, o.reference, o.account_code, o.account_name)) like ${like})
    order by o.id desc limit ${asked.limit}`.execute(db)
  return rows
}

export async function countStates(
  db: Db,
  accountIds: readonly number[] | null,
): Promise<{ state: OrderState; orders: number }[]> {
  const { rows } = await sql<{ state: OrderState; orders: number }>`
    select state, count(*)::integer as orders from supply.purchase_order
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]) group by state`.execute(db)
  return rows
}

/** Orders of these numbers with their lines, by number. */
export async function findOrders(
  db: Db,
  numbers: readonly string[],
): Promise<Map<string, { order: Order; lines: OrderLine[] }>> {
  const { rows: orders } = await sql<Order>`
    select ${orderColumns} from supply.purchase_order o where o.number = any(${numbers}::text[])`.execute(db)
  const { rows: lines } = await sql<OrderLine & { orderId: number }>`
    select l.order_id as "orderId", ${lineColumns} from supply.order_line l
    where l.order_id = any(${orders.map(order => order.id)}::bigint[]) order by l.order_id, l.line`.execute(db)
  const byOrder = Map.groupBy(lines, line => line.orderId)
  return new Map(orders.map(order => [order.number, { order, lines: byOrder.get(order.id) ?? [] }]))
}

export type WaitingOrder = {
  publicId: string
  number: string
  accountId: number
  state: 'proposed' | 'changed' | 'signed'
  /** UTC days of its state and of its end. */
  since: string
  until: string | null
  /** Who took the last step. */
  by: string
  goods: { productId: number; quantity: string }[]
}

/** Orders that wait for somebody: the account's answer, ours, or our confirmation. */
export async function waitingOrders(db: Db, accountIds: readonly number[] | null): Promise<WaitingOrder[]> {
  const { rows } = await sql<WaitingOrder>`
    select o.public_id as "publicId", o.number, o.account_id as "accountId", o.state,
      to_char(o.state_since at time zone 'utc', 'YYYY-MM-DD') as since,
      to_char(o.expires_at at time zone 'utc', 'YYYY-MM-DD') as until,
      (select s.actor_name from supply.order_step s where s.order_id = o.id order by s.id desc limit 1) as by,
      (select coalesce(json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity::text)), '[]')
        from supply.order_line l where l.order_id = o.id and l.quantity > 0) as goods
    from supply.purchase_order o
    where o.state in ('proposed', 'changed', 'signed')
      and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
    order by o.id`.execute(db)
  return rows
}

export type OrderEvent = {
  id: number
  at: string
  act: string
  actorName: string
  note: string | null
  accountId: number
  publicId: string
  number: string
}

/** Steps of orders, latest first, for the timeline; edits of drafts are nobody's history. */
export async function stepsBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<OrderEvent[]> {
  const { rows } = await sql<OrderEvent>`
    select s.id, to_char(s.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.act, s.actor_name as "actorName",
      s.note, o.account_id as "accountId", o.public_id as "publicId", o.number
    from supply.order_step s join supply.purchase_order o on o.id = s.order_id
    where o.account_id = any(${accountIds}::bigint[]) and s.act <> 'edit'
      and (to_char(s.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') collate "C", lpad(s.id::text, 12, '0') collate "C")
        < (${bound.at}, ${bound.key})
    order by s.at desc, s.id desc limit ${limit}`.execute(db)
  return rows
}
