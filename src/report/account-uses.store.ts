import { type RawBuilder, sql } from 'kysely'
import { type Queryable, queryableOf } from '../accounts/claims.store.ts'
import type { Db } from '../platform/database.server.ts'

/** The trail outlives what it tells of, lines and roll-ups go with their document, the rest is passing. */
const notUses = [
  'platform.change',
  'platform.changed_account',
  'ledger.line',
  'ledger.line_version',
  'ledger.account_month',
  'ledger.account_year',
  'ledger.staged_line',
  'ledger.staged_month',
  'ledger.touched_document',
  'ledger.touched_month',
  'identify.standing',
  'know.map_position',
  'supply.forecast',
  'supply.forecast_past',
  'today.answer',
]

/**
 * Any table of another room with a column `account_id` counts, so that a room built later is asked without anybody
 * having to remember; of standings those of confirmed reviews, which must be reproducible for good.
 */
async function tablesOfUse(db: Queryable): Promise<{ use: string; from: string }[]> {
  const { rows } = await db.query<{ use: string; from: string }>(
    `select c.table_schema || ' ' || replace(c.table_name, '_', ' ') as use,
       format('select account_id from %I.%I', c.table_schema, c.table_name) as "from"
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'account_id' and t.table_type = 'BASE TABLE' and c.table_schema not in ('accounts', 'pg_catalog')
       and c.table_schema || '.' || c.table_name <> all($1::text[])
     order by 1`,
    [notUses],
  )
  const reviewed = `select account_id from identify.standing
    where review_id in (select id from identify.review where state = 'confirmed')`
  return [...rows, { use: 'confirmed reviews', from: reviewed }]
}

/** What hangs on an account in every other room, counted by kind; empty where nothing does. */
export async function accountUses(db: Db, accountId: number): Promise<{ use: string; count: number }[]> {
  const tables = await tablesOfUse(queryableOf(db))
  const counts = tables.map(({ use, from }): RawBuilder<unknown> => {
    return sql`select ${use}::text as use, count(*) as count from (${sql.raw(from)}) u where account_id = ${accountId}`
  })
  const { rows } = await sql<{ use: string; count: number }>`
    select * from (${sql.join(counts, sql` union all `)}) uses where count > 0`.execute(db)
  return rows
}
