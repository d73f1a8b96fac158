import { monthOf, yearOf } from './calendar.store.ts'
import type { Queryable } from './connection.server.ts'

const measures = [
  'lines',
  'documents',
  'return_lines',
  'free_lines',
  'lines_with_cost',
  'net',
  'cost',
  'net_without_cost',
  'returns_net',
  'cost_to_serve',
] as const

const columns = `first_day, last_day, ${measures.join(', ')}`
const summed = `min(first_day), max(last_day), ${measures.map(each => `sum(${each})`).join(', ')}`

/** Aggregates of ledger.line that make a document's header, in the order of the header's columns. */
export const lineSums = `
  min(l.day) as day, max(l.day) as last_day, count(*)::integer as lines,
  count(*) filter (where l.kind = 1)::integer as return_lines, count(*) filter (where l.kind = 2)::integer as free_lines,
  count(l.cost)::integer as lines_with_cost, sum(l.net) as net,
  coalesce(sum(l.cost), 0) as cost, coalesce(sum(l.net) filter (where l.cost is null), 0) as net_without_cost,
  coalesce(sum(l.net) filter (where l.kind = 1), 0) as returns_net`

export const headerColumns = [
  'day',
  'last_day',
  'lines',
  'return_lines',
  'free_lines',
  'lines_with_cost',
  'net',
  'cost',
  'net_without_cost',
  'returns_net',
]

const added = (period: string) => `
  on conflict (account_id, ${period}) do update set
    first_day = least(held.first_day, excluded.first_day), last_day = greatest(held.last_day, excluded.last_day),
    ${measures.map(each => `${each} = held.${each} + excluded.${each}`).join(', ')}`

/**
 * Adds the documents that this posting brought, those with id ≥ `firstId`, to months and years.
 * Documents that reach over several months are left to `refreshTouched`.
 */
export async function addNewDocuments(client: Queryable, firstId: number): Promise<void> {
  for (const [table, period, periodOf] of [
    ['account_month', 'month', monthOf],
    ['account_year', 'year', yearOf],
  ] as const) {
    // A first import meets nothing to add to, and goes in twice as fast without looking for it.
    const { rowCount: hasRows } = await client.query(`select 1 from ledger.${table} limit 1`)
    await client.query(
      `insert into ledger.${table} as held (account_id, ${period}, ${columns})
       select account_id, ${periodOf('day')}, min(day), max(last_day), sum(lines), count(*), sum(return_lines), sum(free_lines),
         sum(lines_with_cost), sum(net), sum(cost),
         coalesce(sum(net_without_cost) filter (where net_without_cost <> 0), 0),
         coalesce(sum(returns_net) filter (where return_lines > 0), 0), 0
       from ledger.document
       where id >= $1 and ${monthOf('day')} = ${monthOf('last_day')}
       group by 1, 2
       ${hasRows ? added(period) : ''}`,
      [firstId],
    )
  }
}

/** Computes the headers of touched documents again from their lines; a document without lines goes. */
export async function refreshTouchedDocuments(client: Queryable): Promise<void> {
  await client.query(
    `with touched as materialized (select distinct account_id, id from ledger.touched_document),
     sums as materialized (
       select l.account_id, l.document_id, ${lineSums}
       from touched t join ledger.line l on l.account_id = t.account_id and l.document_id = t.id
       group by l.account_id, l.document_id)
     update ledger.document d set ${headerColumns.map(each => `${each} = s.${each}`).join(', ')}
     from sums s where d.account_id = s.account_id and d.id = s.document_id`,
  )
  await client.query(
    `delete from ledger.document where (account_id, id) in (
       select t.account_id, t.id from ledger.touched_document t
       left join ledger.line l on l.account_id = t.account_id and l.document_id = t.id where l.account_id is null)`,
  )
}

/** Notes the months in which touched documents lie now; to be called before and after they change. */
export async function touchMonthsOfTouchedDocuments(client: Queryable): Promise<void> {
  await client.query(
    `with touched as materialized (select distinct account_id, id from ledger.touched_document)
     insert into ledger.touched_month (account_id, month)
     select distinct d.account_id, ${monthOf('d.day')}
     from touched t join ledger.document d on d.account_id = t.account_id and d.id = t.id`,
  )
}

/**
 * Computes touched months again, and their years from months: documents that lie within a month by their header,
 * the others by their lines.
 */
export async function refreshTouchedMonths(client: Queryable): Promise<void> {
  const { rowCount: touched } = await client.query('select 1 from ledger.touched_month limit 1')
  if (!touched) return
  await client.query(
    `delete from ledger.account_month m using ledger.touched_month t where t.account_id = m.account_id and t.month = m.month`,
  )
  await client.query(
    `with touched as materialized (select distinct account_id, month from ledger.touched_month),
     account as materialized (select distinct account_id from touched),
     part as (
       select d.account_id, ${monthOf('d.day')} as month, d.day as first_day, d.last_day, d.lines, 1 as documents, d.return_lines,
         d.free_lines, d.lines_with_cost, d.net, d.cost, d.net_without_cost, d.returns_net, 0 as cost_to_serve
       from account a join ledger.document d on d.account_id = a.account_id
       where ${monthOf('d.day')} = ${monthOf('d.last_day')}
       union all
       select d.account_id, ${monthOf('d.day')}, null, null, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0
       from account a join ledger.document d on d.account_id = a.account_id
       where ${monthOf('d.day')} <> ${monthOf('d.last_day')}
       union all
       select l.account_id, ${monthOf('l.day')}, l.day, l.day, 1, 0, (l.kind = 1)::integer, (l.kind = 2)::integer,
         (l.cost is not null)::integer, l.net, coalesce(l.cost, 0),
         case when l.cost is null then l.net else 0 end, case when l.kind = 1 then l.net else 0 end, 0
       from account a join ledger.document d on d.account_id = a.account_id
       join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
       where ${monthOf('d.day')} <> ${monthOf('d.last_day')}
       union all
       select c.account_id, ${monthOf('c.day')}, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, c.amount
       from account a join ledger.cost_entry c on c.account_id = a.account_id
       where c.in_force)
     insert into ledger.account_month (account_id, month, ${columns})
     select p.account_id, p.month, ${summed}
     from part p join touched t on t.account_id = p.account_id and t.month = p.month
     group by p.account_id, p.month`,
  )
  await client.query(
    `with touched as materialized (select distinct account_id, ${yearOf('month')} as year from ledger.touched_month)
     delete from ledger.account_year y using touched t where t.account_id = y.account_id and t.year = y.year`,
  )
  await client.query(
    `with touched as materialized (select distinct account_id, ${yearOf('month')} as year from ledger.touched_month)
     insert into ledger.account_year (account_id, year, ${columns})
     select m.account_id, t.year, ${summed}
     from touched t join ledger.account_month m on m.account_id = t.account_id and ${yearOf('m.month')} = t.year
     group by m.account_id, t.year`,
  )
}
