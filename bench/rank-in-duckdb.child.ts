import { DuckDBInstance } from '@duckdb/node-api'
import { asked, tell } from './child-process.ts'
import { timed } from './measurement.ts'

export type DuckdbFound = { load: number; runs: number[]; revenue: string; accounts: number; peak: number }

const { path } = asked<{ path: string }>()
const instance = await DuckDBInstance.create(`${path}.duckdb`, { threads: '2' })
const connection = await instance.connect()
const load = await timed(() =>
  connection.run(
    `create or replace table line as select * from read_csv('${path}', header = true, columns = {
       'document': 'varchar', 'line': 'varchar', 'day': 'date', 'customer': 'varchar', 'item': 'varchar',
       'quantity': 'decimal(18, 4)', 'net': 'decimal(18, 4)', 'cost': 'decimal(18, 4)'})`,
  ),
)

/** From the raw lines to what `rank` answers: the ordered accounts stay in DuckDB, the totals and the curve come back. */
async function rankAll() {
  await connection.run(
    `create or replace temp table ranked as
     with account as (
       select customer, sum(net) as revenue, sum(net - cost) as margin, count(*) as lines, count(distinct document) as documents
       from line group by customer)
     select *, row_number() over (order by margin desc, customer) as rank,
       row_number() over (order by revenue desc, customer) as revenue_rank,
       sum(margin) over (order by margin desc, customer rows unbounded preceding) as running_margin,
       sum(revenue) over (order by revenue desc, customer rows unbounded preceding) as running_revenue,
       sum(revenue) over () as all_revenue, sum(margin) over () as all_margin, count(*) over () as accounts
     from account`,
  )
  const figures = await connection.runAndReadAll(
    `select any_value(all_revenue)::varchar as revenue, any_value(accounts)::double as accounts, sum(lines)::double as lines,
       sum(documents)::double as documents, (count(*) filter (where margin > 0))::double as peak,
       (count(*) filter (where running_revenue - revenue < all_revenue * 0.8))::double as for_80_percent,
       (sum(revenue) filter (where revenue_rank <= ceil(accounts / 5)) / any_value(all_revenue))::double as top_fifth,
       (sum(margin) filter (where rank <= ceil(accounts / 5)) / any_value(all_margin))::double as top_fifth_margin,
       (count(*) filter (where margin < 0))::double as losing,
       (count(*) filter (where margin < 0 and revenue_rank <= ceil(accounts / 5)))::double as losing_large
     from ranked`,
  )
  await connection.runAndReadAll('select * from ranked order by rank limit 20')
  return figures.getRowObjects()[0]!
}

const runs: number[] = []
let figures: Awaited<ReturnType<typeof rankAll>> = {}
for (let run = 0; run < 3; run += 1) {
  const { result, milliseconds } = await timed(rankAll)
  runs.push(milliseconds)
  figures = result
}
connection.closeSync()
instance.closeSync()
tell<DuckdbFound>({
  load: load.milliseconds,
  runs,
  revenue: String(figures.revenue),
  accounts: Number(figures.accounts),
  peak: Number(figures.peak),
})
