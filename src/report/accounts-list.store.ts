import { type RawBuilder, sql } from 'kysely'
import type { AccountLevel } from '../accounts/account.ts'
import type { Queryable } from '../accounts/claims.store.ts'
import { likeLiteral } from '../accounts/search.store.ts'
import type { Db } from '../platform/database.server.ts'
import type { Direction } from './account-order.ts'
import { type AttributeKey, nobody } from './accounts-list.contract.ts'

/** Tells cheaply whether accounts came or went. */
export async function accountsExtent(db: Queryable): Promise<{ count: number; greatest: number }> {
  const { rows } = await db.query<{ count: number; greatest: number }>(
    'select count(*) as count, coalesce(max(id), 0) as greatest from accounts.account where merged_into is null',
  )
  return rows[0]!
}

/** Every account's id, ascending. */
export async function accountIds(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ ids: string | null }>(
    `select string_agg(id::text, ' ' order by id) as ids from accounts.account where merged_into is null`,
  )
  return numbersOf(rows[0]!.ids)
}

function numbersOf(text: string | null): number[] {
  return text ? text.split(' ').map(Number) : []
}

/** The last day on which each account bought, over the whole ledger; of all accounts where none are given. */
export async function lastDays(
  db: Queryable,
  accounts: readonly number[] | null = null,
): Promise<{ account: number; lastDay: string }[]> {
  const { rows } = await db.query<{ account: number; lastDay: string }>(
    `select account_id as account, max(last_day) as "lastDay" from ledger.account_year
     where last_day is not null and ($1::bigint[] is null or account_id = any($1::bigint[])) group by account_id`,
    [accounts],
  )
  return rows
}

/** The part of the filter that the account's own attributes answer. */
export type AttributeFilter = {
  text?: string
  country?: string[]
  region?: string[]
  salesperson?: string[]
  level?: string[]
  owner?: string[]
}

/** undefined where nothing is filtered. */
function conditionOf(filter: AttributeFilter): RawBuilder<unknown> | undefined {
  const conditions: RawBuilder<unknown>[] = []
  for (const word of filter.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? []) {
    const literal = likeLiteral(word)
    conditions.push(sql`(a.search_text like ${`%${literal}%`} or a.id in (
      select account_id from accounts.code where lower(code) collate "C" like ${`${literal}%`}))`)
  }
  for (const column of ['country', 'region', 'salesperson', 'level'] as const) {
    const values = filter[column]
    if (values?.length) conditions.push(sql`a.${sql.ref(column)} = any(${values}::text[])`)
  }
  if (filter.owner?.length) {
    const people = filter.owner.filter(owner => owner !== nobody)
    const owned = sql`a.owner_id = any(${people}::text[])`
    conditions.push(people.length < filter.owner.length ? sql`(a.owner_id is null or ${owned})` : owned)
  }
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : undefined
}

/** Ids of the accounts whose attributes fit; null where all do. */
export async function fittingIds(db: Db, filter: AttributeFilter): Promise<number[] | null> {
  const condition = conditionOf(filter)
  if (!condition) return null
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(a.id::text, ' ') as ids from accounts.account a
    where a.merged_into is null and ${condition}`.execute(db)
  return numbersOf(rows[0]!.ids)
}

// Byte order, so that the order is the same on every machine and the indexes of code and name serve it.
const orderings: Record<AttributeKey, RawBuilder<unknown>> = {
  code: sql`lower(a.code) collate "C"`,
  name: sql`lower(a.name) collate "C"`,
  country: sql`a.country collate "C"`,
  region: sql`a.region collate "C"`,
  city: sql`a.city collate "C"`,
  level: sql`a.level collate "C"`,
  owner: sql`lower(u.name) collate "C"`,
  salesperson: sql`a.salesperson collate "C"`,
  cooperationSince: sql`a.cooperation_since::text collate "C"`,
}

export type AttributeCursor = { value: string | null; id: number }

/** Ids and sort values of the next accounts by an attribute, among `within` where given. Unknown values come last. */
export async function nextByAttribute(
  db: Db,
  filter: AttributeFilter,
  within: readonly number[] | null,
  order: { sort: AttributeKey; direction: Direction; cursor: AttributeCursor | null; limit: number },
): Promise<AttributeCursor[]> {
  const value = orderings[order.sort]
  const always = order.sort === 'code' || order.sort === 'name'
  const [way, beyond] = order.direction === 'asc' ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`]
  const conditions = [sql`a.merged_into is null`, conditionOf(filter) ?? sql`true`]
  if (within) conditions.push(sql`a.id = any(${within}::bigint[])`)
  const { cursor } = order
  if (cursor?.value === null) conditions.push(sql`${value} is null and a.id ${beyond} ${cursor.id}`)
  if (cursor && cursor.value !== null) {
    const after = sql`(${value}, a.id) ${beyond} (${cursor.value}, ${cursor.id})`
    conditions.push(always ? after : sql`(${after} or ${value} is null)`)
  }
  const owners = order.sort === 'owner' ? sql`left join auth."user" u on u.id = a.owner_id` : sql``
  const unknownLast = always ? sql`` : sql`(${value} is null),`
  const { rows } = await sql<AttributeCursor>`
    select a.id, ${value} as value from accounts.account a ${owners} where ${sql.join(conditions, sql` and `)}
    order by ${unknownLast} ${value} ${way}, a.id ${way} limit ${order.limit}`.execute(db)
  return rows
}

export type ListedAttributes = {
  id: number
  code: string
  name: string
  country: string | null
  region: string | null
  city: string | null
  level: AccountLevel | null
  salesperson: string | null
  cooperationSince: string | null
  parent: { id: number; code: string; name: string } | null
  owner: { id: string; name: string } | null
}

export async function attributesOf(db: Queryable, ids: readonly number[]): Promise<Map<number, ListedAttributes>> {
  const { rows } = await db.query<ListedAttributes>(
    `select a.id, a.code, a.name, a.country, a.region, a.city, a.level, a.salesperson,
       a.cooperation_since as "cooperationSince",
       case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name) end as parent,
       case when a.owner_id is not null
         then json_build_object('id', a.owner_id, 'name', coalesce(u.name, a.owner_id)) end as owner
     from accounts.account a
     left join accounts.account p on p.id = a.parent_id
     left join auth."user" u on u.id = a.owner_id
     where a.id = any($1::bigint[])`,
    [ids],
  )
  return new Map(rows.map(row => [row.id, row]))
}
