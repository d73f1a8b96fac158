import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { SaidReason } from '../supply/allocation/allocation-words.ts'

export type OwnStockItem = {
  product: string
  name: string
  unit: string | null
  onHand: string | null
  day: string | null
  sold: string | null
  soldFrom: string | null
  soldTo: string | null
}

/** More products than this one does not go through by hand; the rest is found by searching. */
const most = 300

/** What the account has or sold by product; with words to search for, any product of the catalogue that has them. */
export async function ownStock(db: Db, accountId: number, q: string | null): Promise<OwnStockItem[]> {
  const words =
    q === null
      ? null
      : q
          .toLowerCase()
          .replace(/[\\%_]/g, '\\$&')
          .split(/\s+/)
          .filter(Boolean)
  const { rows } = await sql<OwnStockItem>`
    with counted as (
      select product_id, trim_scale(sum(on_hand)) as on_hand, max(day) as day
      from portal.own_stock where account_id = ${accountId} group by product_id
    ), sold as (
      select distinct on (product_id) product_id, trim_scale(sold) as sold, from_day, to_day
      from portal.own_sale where account_id = ${accountId} and sold is not null order by product_id, to_day desc
    )
    select c.code as product, c.name, c.unit, s.on_hand as "onHand", s.day, m.sold, m.from_day as "soldFrom",
      m.to_day as "soldTo"
    from portal.catalogue c
    left join counted s on s.product_id = c.id
    left join sold m on m.product_id = c.id
    where case when ${words}::text[] is null then s.product_id is not null or m.product_id is not null
      else c.search_text like all (select '%' || w || '%' from unnest(${words}::text[]) w) end
    order by (s.product_id is null and m.product_id is null), c.name, c.code limit ${most}`.execute(db)
  return rows
}

export type StockState = { products: number; out: number; day: string | null }

export async function ownStockState(db: Db, accountIds: readonly number[]): Promise<StockState> {
  const { rows } = await sql<StockState>`
    select count(distinct product_id)::int as products,
      count(distinct product_id) filter (where coalesce(out_of_stock, on_hand = 0))::int as out, max(day) as day
    from portal.own_stock where account_id = any(${accountIds}::bigint[])`.execute(db)
  return rows[0]!
}

/** Products by their codes. */
export async function catalogueIds(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; id: number }>`
    select code, id from portal.catalogue where code = any(${codes}::text[])`.execute(db)
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Products by their codes in small letters, as people write them. */
export async function catalogueNames(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, { code: string; name: string }>> {
  const wanted = [...new Set(codes.map(code => code.toLowerCase()))]
  const { rows } = await sql<{ key: string; code: string; name: string }>`
    select lower(code) as key, code, name from portal.catalogue where lower(code) = any(${wanted}::text[])`.execute(db)
  return new Map(rows.map(({ key, ...product }) => [key, product]))
}

export type OwnDelivery = {
  id: string
  accountId: number
  product: string | null
  reference: string | null
  promisedOn: string | null
  promised: string | null
  shippedOn: string | null
  arrivedOn: string | null
  quantity: string | null
  mode: string | null
  carrier: string | null
  late: boolean
}

/** The latest promised first; those under way the next first. */
export async function ownDeliveries(
  db: Db,
  accountIds: readonly number[],
  asked: { open: boolean; today: string; limit: number; skip: number },
): Promise<OwnDelivery[]> {
  const direction = asked.open ? sql`asc` : sql`desc`
  const { rows } = await sql<OwnDelivery>`
    select d.public_id as id, d.account_id as "accountId", coalesce(c.name, d.product_text) as product,
      coalesce(d.reference, d.order_reference) as reference, d.promised_on as "promisedOn",
      trim_scale(d.promised_quantity) as promised, d.shipped_on as "shippedOn", d.arrived_on as "arrivedOn",
      trim_scale(d.quantity) as quantity, d.mode, d.carrier,
      coalesce(coalesce(d.arrived_on, ${asked.today}::date) > d.promised_on, false) as late
    from portal.own_delivery d left join portal.catalogue c on c.id = d.product_id
    where d.account_id = any(${accountIds}::bigint[]) and (not ${asked.open} or d.arrived_on is null)
    order by d.promised_on ${direction} nulls last, d.public_id limit ${asked.limit} offset ${asked.skip}`.execute(db)
  return rows
}

export async function countLate(db: Db, accountIds: readonly number[], today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal.own_delivery
    where account_id = any(${accountIds}::bigint[]) and arrived_on is null and promised_on < ${today}`.execute(db)
  return rows[0]!.n
}

export type OwnPromise = {
  id: string
  accountId: number
  side: 'ours' | 'theirs'
  what: string
  due: string | null
  state: string
}

/** Open ones by their day, then those closed lately. */
export async function ownPromises(db: Db, accountIds: readonly number[]): Promise<OwnPromise[]> {
  const { rows } = await sql<OwnPromise>`
    select id, account_id as "accountId", side, what, due, state from portal.own_promise
    where account_id = any(${accountIds}::bigint[])
    order by state <> 'open', case when state = 'open' then due end nulls last, closed_on desc nulls last, what
    limit 100`.execute(db)
  return rows
}

export type OwnAllocation = {
  id: string
  accountId: number
  product: string
  name: string
  requested: string
  committed: string
  allocated: string
  /** Null where the run was entered without its workings. */
  reason: SaidReason | null
  releasedAt: string
}

export async function ownAllocations(
  db: Db,
  accountIds: readonly number[],
  asked: { limit: number; skip: number },
): Promise<OwnAllocation[]> {
  const { rows } = await sql<OwnAllocation>`
    select a.public_id as id, a.account_id as "accountId", c.code as product, c.name, trim_scale(a.requested) as requested,
      trim_scale(a.committed) as committed, trim_scale(a.allocated) as allocated,
      case when a.reason ? 'cut' then a.reason end as reason,
      to_char(a.released_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "releasedAt"
    from portal.own_allocation a join portal.catalogue c on c.id = a.product_id
    where a.account_id = any(${accountIds}::bigint[])
    order by a.released_at desc, c.name, a.public_id limit ${asked.limit} offset ${asked.skip}`.execute(db)
  return rows
}

export async function countCuts(db: Db, accountIds: readonly number[], since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal.own_allocation
    where account_id = any(${accountIds}::bigint[]) and allocated < requested and released_at > ${since}`.execute(db)
  return rows[0]!.n
}
