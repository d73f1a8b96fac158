import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/*
What an account sees of its orders, read through portal.own_…: views that show to the portal's role but what is its
own. The accounts are named here as well, so that either border holds alone (docs/decisions/0027).
*/

export type OwnOrder = {
  key: number
  id: string
  number: string
  accountId: number
  state: string
  lines: number
  wantedOn: string | null
  expiresAt: string | null
  total: string | null
  currency: string
  since: string
  shipTo: string | null
  terms: string | null
  reference: string | null
  proposedBy: string | null
  contentHash: string
  version: number
}

const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const columns = sql`
  o.id as key, o.public_id as id, o.number, o.account_id as "accountId", o.state, o.wanted_on as "wantedOn",
  ${instant('o.expires_at')} as "expiresAt", o.currency, ${instant('o.state_since')} as since, o.ship_to as "shipTo",
  o.terms, o.reference, o.proposed_by_name as "proposedBy", o.content_hash as "contentHash", o.version,
  l.lines, l.total`

const summed = sql`
  cross join lateral (
    select count(*) filter (where l.quantity > 0)::int as lines,
      case when bool_and(l.unit_price is not null or l.quantity = 0) then trim_scale(round(sum(l.quantity * coalesce(l.unit_price, 0)), 2)) end as total
    from portal.own_order_line l where l.order_id = o.id
  ) l`

/** Those that wait for the account in the order in which they run out, else the newest first. */
export async function ownOrders(
  db: Db,
  accountIds: readonly number[],
  asked: { states?: readonly string[]; limit: number; before?: string },
): Promise<OwnOrder[]> {
  const { rows } = await sql<OwnOrder>`
    select ${columns} from portal.own_order o ${summed}
    where o.account_id = any(${accountIds}::bigint[])
      and (${asked.states ?? null}::text[] is null or o.state = any(${asked.states ?? null}::text[]))
      and (${asked.before ?? null}::uuid is null
        or o.id < (select b.id from portal.own_order b where b.public_id = ${asked.before ?? null}))
    order by o.id desc limit ${asked.limit}`.execute(db)
  return rows
}

export async function ownOrder(db: Db, accountIds: readonly number[], id: string): Promise<OwnOrder | null> {
  const { rows } = await sql<OwnOrder>`
    select ${columns} from portal.own_order o ${summed}
    where o.public_id = ${id} and o.account_id = any(${accountIds}::bigint[])`.execute(db)
  return rows[0] ?? null
}

export async function countOrders(db: Db, accountIds: readonly number[], states: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal.own_order o
    where o.account_id = any(${accountIds}::bigint[]) and o.state = any(${states}::text[])`.execute(db)
  return rows[0]!.n
}

export type OwnLine = {
  line: number
  productId: number
  product: string
  name: string
  unit: string | null
  quantity: string
  proposed: string | null
  allocated: string | null
  confirmed: string | null
  shipped: string
  unitPrice: string | null
  reason: ({ kind: string } & Record<string, unknown>) | null
}

export async function ownLines(db: Db, orderKey: number): Promise<OwnLine[]> {
  const { rows } = await sql<OwnLine>`
    select l.line, l.product_id as "productId", l.product_code as product, l.product_name as name, c.unit,
      trim_scale(l.quantity) as quantity, trim_scale(l.proposed_quantity) as proposed,
      trim_scale(l.allocated_quantity) as allocated, trim_scale(l.confirmed_quantity) as confirmed,
      trim_scale(l.shipped_quantity) as shipped, trim_scale(l.unit_price) as "unitPrice", l.reason
    from portal.own_order_line l left join portal.catalogue c on c.id = l.product_id
    where l.order_id = ${orderKey} order by l.line`.execute(db)
  return rows
}

export type OwnStep = { act: string; by: string; ours: boolean; at: string; note: string | null }

/** Seen from the account: `ours` is what its own people did. */
export async function ownSteps(db: Db, orderKey: number): Promise<OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select s.act, s.actor_name as by, s.side = 'account' as ours, ${instant('s.at')} as at, s.note
    from portal.own_order_step s where s.order_id = ${orderKey} and s.to_state <> 'draft' order by s.id`.execute(db)
  return rows
}

export async function ownSignature(db: Db, orderKey: number): Promise<{ name: string; at: string } | null> {
  const { rows } = await sql<{ name: string; at: string }>`
    select signer_name as name, ${instant('s.signed_at')} as at from portal.own_signature s
    where s.order_id = ${orderKey} and s.superseded_at is null`.execute(db)
  return rows[0] ?? null
}
