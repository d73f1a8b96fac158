import { monthOf, yearOf } from './calendar.store.ts'
import type { Queryable } from './connection.server.ts'
import type { Difference } from './difference.ts'
import { headerColumns, lineSums } from './roll-up.store.ts'

/** Differences told of one table; a broken ledger needs a repair, not a million sentences. */
const most = 1000

type Compared = { table: string; keys: string[]; columns: readonly string[]; recomputed: string; place: string }

async function compare(db: Queryable, { table, keys, columns, recomputed, place }: Compared): Promise<Difference[]> {
  const key = keys.join(', ')
  const { rows } = await db.query<Record<string, string | null> & { account_id: number }>(
    `with recomputed as materialized (${recomputed}),
     stored as materialized (select ${key}, ${columns.join(', ')} from ${table})
     select ${key}, ${place} as place, s.found as stored_row, r.found as recomputed_row,
       ${columns.map(each => `s.${each}::text as stored_${each}, r.${each}::text as recomputed_${each}, s.${each} is distinct from r.${each} as differs_${each}`).join(', ')}
     from (select *, true as found from stored) s full join (select *, true as found from recomputed) r using (${key})
     where (${columns.map(each => `s.${each}`).join(', ')}) is distinct from (${columns.map(each => `r.${each}`).join(', ')})
     order by ${key} limit ${most}`,
  )
  return rows.flatMap((row): Difference[] => {
    const where = { table, accountId: row.account_id, place: row.place! }
    if (!row.stored_row) return [{ ...where, column: 'row', stored: null, recomputed: 'a row' }]
    if (!row.recomputed_row) return [{ ...where, column: 'row', stored: 'a row', recomputed: null }]
    return columns
      .filter(column => row[`differs_${column}`])
      .map(column => ({ ...where, column, stored: row[`stored_${column}`]!, recomputed: row[`recomputed_${column}`]! }))
  })
}

const periodColumns = [
  'first_day',
  'last_day',
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

/** Months or years from the lines and cost entries alone: no header, no other roll-up. */
function periods(period: 'month' | 'year', periodOf: (day: string) => string): string {
  return `
    select account_id, ${period}, min(first_day) as first_day, max(last_day) as last_day,
      ${periodColumns
        .slice(2)
        .map(each => `sum(${each}) as ${each}`)
        .join(', ')}
    from (
      select l.account_id, ${periodOf('l.day')} as ${period}, min(l.day) as first_day, max(l.day) as last_day, count(*) as lines,
        0 as documents, count(*) filter (where l.kind = 1) as return_lines, count(*) filter (where l.kind = 2) as free_lines,
        count(l.cost) as lines_with_cost, sum(l.net) as net,
        coalesce(sum(l.cost), 0) as cost, coalesce(sum(l.net) filter (where l.cost is null), 0) as net_without_cost,
        coalesce(sum(l.net) filter (where l.kind = 1), 0) as returns_net, 0 as cost_to_serve
      from ledger.line l group by 1, 2
      union all
      select account_id, ${periodOf('day')}, null, null, 0, count(*), 0, 0, 0, 0, 0, 0, 0, 0
      from (select account_id, document_id, min(day) as day from ledger.line group by account_id, document_id) d group by 1, 2
      union all
      select account_id, ${periodOf('day')}, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, sum(amount)
      from ledger.cost_entry where in_force group by 1, 2) part
    group by account_id, ${period}`
}

/** Headers and roll-ups against a computation from the lines. */
export async function examineRollUps(db: Queryable): Promise<Difference[]> {
  return [
    ...(await compare(db, {
      table: 'ledger.document',
      keys: ['account_id', 'id'],
      columns: headerColumns,
      recomputed: `select l.account_id, l.document_id as id, ${lineSums} from ledger.line l group by 1, 2`,
      place: `'document ' || id`,
    })),
    ...(await compare(db, {
      table: 'ledger.account_month',
      keys: ['account_id', 'month'],
      columns: periodColumns,
      recomputed: periods('month', monthOf),
      place: `to_char(month, 'YYYY-MM')`,
    })),
    ...(await compare(db, {
      table: 'ledger.account_year',
      keys: ['account_id', 'year'],
      columns: periodColumns,
      recomputed: periods('year', yearOf),
      place: `to_char(year, 'YYYY')`,
    })),
  ]
}

type Broken = { table: string; rule: string; place: string; from: string }

const lineKey = (one: string, other: string) =>
  `${one}.account_id = ${other}.account_id and ${one}.document_id = ${other}.document_id and ${one}.line = ${other}.line`
const linePlace = (table: string) => `'document ' || ${table}.document_id || ' line ' || ${table}.line`
const values = (table: string) =>
  `(${['product_id', 'day', 'kind', 'flags', 'net', 'quantity', 'unit_price', 'cost', 'currency', 'rate', 'net_in_currency'].map(each => `${table}.${each}`).join(', ')})`

const rules: Broken[] = [
  {
    table: 'ledger.line_version',
    rule: 'a claim on a line that is not there',
    place: linePlace('v'),
    from: `ledger.line_version v left join ledger.line l on ${lineKey('l', 'v')} where l.account_id is null`,
  },
  {
    table: 'ledger.line_version',
    rule: 'the claim that is in force already',
    place: linePlace('v'),
    from: `ledger.line_version v join ledger.line l on ${lineKey('l', 'v')} where l.posting = v.posting`,
  },
  {
    table: 'ledger.line',
    rule: 'not the value of its latest claim',
    place: linePlace('v'),
    from: `(select distinct on (account_id, document_id, line) * from ledger.line_version
        order by account_id, document_id, line, posting desc) v
      join ledger.line l on ${lineKey('l', 'v')} where v.posting > l.posting and ${values('v')} is distinct from ${values('l')}`,
  },
  {
    table: 'ledger.cost_entry',
    rule: 'not exactly its latest claim in force',
    place: `to_char(v.day, 'YYYY-MM-DD') || ' ' || v.kind || ' ' || v.sequence`,
    from: `(select account_id, origin_id, source, day, kind, sequence from ledger.cost_entry group by 1, 2, 3, 4, 5, 6
        having count(*) filter (where in_force) <> 1 or max(posting) filter (where in_force) <> max(posting)) v`,
  },
]

/** Rules that the claims on lines and cost entries keep. */
export async function examineClaims(db: Queryable): Promise<Difference[]> {
  const found: Difference[] = []
  for (const { table, rule, place, from } of rules) {
    const { rows } = await db.query<{ account_id: number; place: string }>(
      `select v.account_id, ${place} as place from ${from} order by 1, 2 limit ${most}`,
    )
    for (const row of rows)
      found.push({
        table,
        accountId: row.account_id,
        place: row.place,
        column: rule,
        stored: 'a row',
        recomputed: null,
      })
  }
  return found
}

/** Postings, accounts and products that the ledger names. */
export async function namedInLedger(
  db: Queryable,
): Promise<{ postings: number[]; accounts: number[]; products: number[] }> {
  const { rows: postings } = await db.query<{ id: number }>(
    `select posting as id from ledger.line union select posting from ledger.line_version
     union select posting from ledger.cost_entry where posting <> 0`,
  )
  const { rows: accounts } = await db.query<{ id: number }>(
    `select account_id as id from ledger.line union select account_id from ledger.cost_entry`,
  )
  const { rows: products } = await db.query<{ id: number }>(
    `select product_id as id from ledger.line where product_id is not null
     union select product_id from ledger.line_version where product_id is not null`,
  )
  const ids = (found: { id: number }[]) => found.map(row => row.id)
  return { postings: ids(postings), accounts: ids(accounts), products: ids(products) }
}

/** Marks everything to be computed again by the refreshes of roll-up.store. */
export async function touchEverything(db: Queryable): Promise<void> {
  await db.query(
    `insert into ledger.touched_document (account_id, id)
     select account_id, id from ledger.document union select account_id, document_id from ledger.line`,
  )
  await db.query(
    `insert into ledger.touched_month (account_id, month)
     select account_id, month from ledger.account_month
     union select account_id, ${monthOf('day')} from ledger.line
     union select account_id, ${monthOf('day')} from ledger.document
     union select account_id, ${monthOf('day')} from ledger.cost_entry where in_force
     union select account_id, year from ledger.account_year`,
  )
}
