import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import type { Forgotten } from './forgetting.ts'

export type PersonColumn = { table: string; column: string; isList: boolean }

/** Every column of the product's own tables that names contacts: `…contact_id` or `…contact_ids`. */
export async function personColumns(db: Db): Promise<PersonColumn[]> {
  const { rows } = await sql<PersonColumn>`
    select c.table_schema || '.' || c.table_name as table, c.column_name as column, c.data_type = 'ARRAY' as "isList"
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and c.column_name ~ '(^|_)contact_ids?$'
    order by 1, 2`.execute(db)
  return rows
}

type Condition = ReturnType<typeof sql<boolean>>
export type Place = {
  table: string
  /** The rows that name the contact; null where the table names none. */
  contacts: Condition | null
  /** Those and, where the table hangs on an account, the rows of the person's accounts. */
  condition: { rows: Condition; contacts: Condition }
}

/** Where a person may stand: tables that name contacts, and those that hang on an account at one or two removes. */
export async function placesOf(db: Db, person: Forgotten): Promise<Place[]> {
  const columns = Map.groupBy(await personColumns(db), each => each.table)
  const hanging = await tablesAtAccounts(db)
  const places: Place[] = []
  for (const table of [...new Set([...columns.keys(), ...hanging.keys()])].sort()) {
    const named = (columns.get(table) ?? []).map(({ column, isList }) =>
      isList
        ? sql<boolean>`t.${sql.ref(column)} @> array[${person.contactId}]::bigint[]`
        : sql<boolean>`t.${sql.ref(column)} = ${person.contactId}`,
    )
    const contacts = named.length > 0 ? sql<boolean>`(${sql.join(named, sql` or `)})` : null
    const atAccount = hanging.get(table)?.(person.accountIds)
    const rows = [contacts, atAccount].filter(each => each !== null && each !== undefined)
    places.push({
      table,
      contacts,
      condition: { rows: sql<boolean>`(${sql.join(rows, sql` or `)})`, contacts: contacts ?? sql<boolean>`false` },
    })
  }
  return places
}

/**
 * Figures name no people by their account; a company may be named after a person and stays so (its note is searched by
 * the room itself); the trail and the marks of the erased have rules of their own.
 */
const withoutPeople =
  /^(ledger|bookkeeping|products|auth|platform|imports)\.|^accounts\.(account|claim|code|contact|erased_mark)$|^know\.erasure$/

type AtAccounts = (accountIds: readonly number[]) => Condition

/** Tables with `account_id`, and those whose foreign key leads to one of them, at most two steps away. */
async function tablesAtAccounts(db: Db): Promise<Map<string, AtAccounts>> {
  const { rows: direct } = await sql<{ table: string }>`
    select table_schema || '.' || table_name as table from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and column_name = 'account_id'`.execute(db)
  const { rows: links } = await sql<{ from: string; column: string; to: string; key: string }>`
    select n.nspname || '.' || c.relname as from, a.attname as column, fn.nspname || '.' || fc.relname as to, fa.attname as key
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    join pg_attribute fa on fa.attrelid = fc.oid and fa.attnum = k.confkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1 order by 1, 2`.execute(db)
  const found = new Map<string, AtAccounts>()
  for (const { table } of direct)
    if (!withoutPeople.test(table)) found.set(table, ids => sql<boolean>`t.account_id = any(${ids}::bigint[])`)
  for (let step = 0; step < 2; step++) {
    const reached = new Map(found)
    for (const { from, column, to, key } of links) {
      const target = reached.get(to)
      if (!target || found.has(from) || withoutPeople.test(from)) continue
      found.set(
        from,
        ids =>
          sql<boolean>`t.${sql.ref(column)} in (select t.${sql.ref(key)} from ${sql.table(to)} t where ${target(ids)})`,
      )
    }
  }
  return found
}

/** Columns of a table that hold words and are not computed from others. */
export async function textColumns(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema || '.' || table_name = ${table} and is_generated = 'NEVER'
      and (data_type in ('text', 'json', 'jsonb') or udt_name = '_text')`.execute(db)
  return rows.map(row => row.name)
}
