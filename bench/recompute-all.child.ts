import pg from 'pg'
import { openDatabase } from '../src/platform/database.server.ts'
import { createColumnsReader } from '../src/report/account-columns.server.ts'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'
import { type FreshTimes, readEveryFigure } from './read-figures.ts'

export type RecomputeFound = { rollUps: { what: string; milliseconds: number }[]; figures: FreshTimes }

const { url } = asked<{ url: string }>()

/** What the ledger keeps of every document, month and year, computed from the lines as plainly as SQL can. */
const statements = [
  [
    'documents from lines',
    `create unlogged table recomputed_document as
     select account_id, document_id, min(day) as day, max(day) as last_day, count(*) as lines,
       count(*) filter (where kind = 1) as return_lines, count(*) filter (where kind = 2) as free_lines,
       count(cost) as lines_with_cost, sum(net) as net, coalesce(sum(cost), 0) as cost,
       coalesce(sum(net) filter (where cost is null), 0) as net_without_cost,
       coalesce(sum(net) filter (where kind = 1), 0) as returns_net
     from ledger.line group by account_id, document_id`,
  ],
  [
    'months from documents',
    `create unlogged table recomputed_month as
     select account_id, date_trunc('month', day::timestamp)::date as month, min(day) as first_day, max(last_day) as last_day,
       sum(lines) as lines, count(*) as documents, sum(return_lines) as return_lines, sum(free_lines) as free_lines,
       sum(lines_with_cost) as lines_with_cost, sum(net) as net, sum(cost) as cost,
       sum(net_without_cost) as net_without_cost, sum(returns_net) as returns_net
     from recomputed_document group by 1, 2`,
  ],
  [
    'years from months',
    `create unlogged table recomputed_year as
     select account_id, date_trunc('year', month::timestamp)::date as year, min(first_day) as first_day,
       max(last_day) as last_day, sum(lines) as lines, sum(documents) as documents, sum(return_lines) as return_lines,
       sum(free_lines) as free_lines, sum(lines_with_cost) as lines_with_cost, sum(net) as net, sum(cost) as cost,
       sum(net_without_cost) as net_without_cost, sum(returns_net) as returns_net
     from recomputed_month group by 1, 2`,
  ],
] as const

const client = new pg.Client({ connectionString: url })
await client.connect()
const drop = () => client.query('drop table if exists recomputed_document, recomputed_month, recomputed_year')
await drop()
const rollUps: RecomputeFound['rollUps'] = []
for (const [what, statement] of statements) {
  const { milliseconds } = await timed(() => client.query(statement))
  rollUps.push({ what, milliseconds })
}
await drop()
// No standing is kept: it is computed with the rest.
await client.query(`delete from identify.review where state = 'provisional'`)
await client.end()
const database = openDatabase(url)
const figures = await readEveryFigure(database, createColumnsReader())
await database.close()
tell<RecomputeFound>({ rollUps, figures })
