import type { Queryable } from './connection.server.ts'

/**
 * Counts again the tables that a vacuum found empty but could not shorten: Postgres then takes them for empty however
 * much has been written since, until autovacuum comes by, and joins two full tables as if each had one row, which
 * takes hours. Less than one row a page cannot be: some twenty fit. Costs nothing where there is no such table.
 */
export async function countTablesTakenForEmpty(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'ledger' and c.relkind = 'r' and c.relpages > 0
       and c.reltuples >= 0 and c.reltuples < c.relpages`,
  )
  for (const { name } of rows) await client.query(`analyze ${name}`)
}
