import { monthOf } from './calendar.store.ts'
import type { Queryable } from './connection.server.ts'
import { lineColumns } from './copy-rows.ts'

const sameKey = (one: string, other: string) =>
  `${one}.account_id = ${other}.account_id and ${one}.document_id = ${other}.document_id and ${one}.line = ${other}.line`

const values = [
  'product_id',
  'day',
  'kind',
  'flags',
  'net',
  'quantity',
  'unit_price',
  'cost',
  'currency',
  'rate',
  'net_in_currency',
]
const assignments = [...values, 'posting'].map(each => `${each} = s.${each}`).join(', ')
const valuesOf = (table: string) => `(${values.map(each => `${table}.${each}`).join(', ')})`
const from = (table: string) => lineColumns.replace(/\w+/g, column => `${table}.${column}`)

export async function hasDocumentsOf(client: Queryable, source: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from ledger.document where source = $1 limit 1', [source])
  return rowCount !== 0
}

/** Ids of the documents that the ledger already has, by "account number", the account being that of the code they came under. */
export async function findDocuments(
  client: Queryable,
  source: string,
  wanted: { accountId: number; holderId: number; number: string }[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: number; came_under: number; number: string }>(
    `with wanted as materialized (
       select * from unnest($2::bigint[], $3::bigint[], $4::text[]) as wanted (came_under, account_id, number))
     select d.id, w.came_under, d.number from wanted w
     join ledger.document d on d.account_id = w.account_id and d.source = $1 and d.number = w.number
       and d.origin_id = case w.came_under when w.account_id then 0 else w.came_under end`,
    [source, wanted.map(each => each.accountId), wanted.map(each => each.holderId), wanted.map(each => each.number)],
  )
  return new Map(rows.map(row => [`${row.came_under} ${row.number}`, row.id]))
}

/** The first of `count` neighbouring new ids. Only a posting takes ids, and postings run one at a time. */
export async function takeDocumentIds(client: Queryable, count: number): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    `select setval('ledger.document_id', nextval('ledger.document_id') + $1 - 1) as last`,
    [count],
  )
  return rows[0]!.last - count + 1
}

/**
 * Judges staged lines against the claims in force and books them: new, replaced (the old value becomes a version),
 * unchanged (the claim itself becomes a version), or repeated within this import (left out; its row is returned).
 * `acrossChunks`: an earlier chunk of the import had rows of these documents, so its claims may be among the versions.
 */
export async function applyStagedLines(
  client: Queryable,
  posting: number,
  { acrossChunks }: { acrossChunks: boolean },
): Promise<{ added: number; replaced: number; unchanged: number; repeatedRows: number[] }> {
  await client.query(
    `update ledger.staged_line s set fate = case
       when l.posting = $1 then 'repeated'
       when ${valuesOf('s')} is not distinct from ${valuesOf('l')} then 'unchanged'
       else 'replaced' end
     from ledger.line l where ${sameKey('l', 's')}`,
    [posting],
  )
  if (acrossChunks)
    await client.query(
      `update ledger.staged_line s set fate = 'repeated' from ledger.line_version v where ${sameKey('v', 's')} and v.posting = $1`,
      [posting],
    )
  const repeated = await client.query<{ file_row: number }>(
    `select file_row from ledger.staged_line where fate = 'repeated'`,
  )
  const unchanged = await client.query(
    `insert into ledger.line_version (${lineColumns}) select ${lineColumns} from ledger.staged_line where fate = 'unchanged'`,
  )
  await client.query(
    `insert into ledger.touched_document (account_id, id)
     select distinct account_id, document_id from ledger.staged_line where fate in ('new', 'replaced')`,
  )
  await client.query(
    `insert into ledger.touched_month (account_id, month)
     select distinct account_id, ${monthOf('day')} from ledger.staged_line where fate in ('new', 'replaced')`,
  )
  await touchMonthsOfStaged(client)
  await client.query(
    `insert into ledger.line_version (${lineColumns})
     select ${from('l')} from ledger.staged_line s join ledger.line l on ${sameKey('l', 's')} where s.fate = 'replaced'`,
  )
  const replaced = await client.query(
    `update ledger.line l set ${assignments} from ledger.staged_line s where ${sameKey('l', 's')} and s.fate = 'replaced'`,
  )
  const added = await client.query(
    `insert into ledger.line (${lineColumns}) select ${lineColumns} from ledger.staged_line where fate = 'new'`,
  )
  await client.query('truncate ledger.staged_line')
  return {
    added: added.rowCount ?? 0,
    replaced: replaced.rowCount ?? 0,
    unchanged: unchanged.rowCount ?? 0,
    repeatedRows: repeated.rows.map(row => row.file_row),
  }
}

/** Months that lose something: of the lines about to change, and of their documents. */
async function touchMonthsOfStaged(client: Queryable): Promise<void> {
  await client.query(
    `insert into ledger.touched_month (account_id, month)
     select distinct l.account_id, ${monthOf('l.day')}
     from ledger.staged_line s join ledger.line l on ${sameKey('l', 's')} where s.fate = 'replaced'`,
  )
  await client.query(
    `with changed as materialized (select distinct account_id, document_id from ledger.staged_line where fate in ('new', 'replaced'))
     insert into ledger.touched_month (account_id, month)
     select distinct d.account_id, ${monthOf('d.day')}
     from changed c join ledger.document d on d.account_id = c.account_id and d.id = c.document_id`,
  )
}

/** New documents that reach over several months have their months computed from their lines. */
export async function touchMonthsOfLongDocuments(client: Queryable, firstId: number): Promise<void> {
  await client.query(
    `insert into ledger.touched_month (account_id, month)
     select distinct l.account_id, ${monthOf('l.day')}
     from ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
     where d.id >= $1 and d.last_day > d.day and ${monthOf('d.day')} <> ${monthOf('d.last_day')}`,
    [firstId],
  )
}

/** Takes back every claim of a posting; the highest claim that remains on a key comes into force, or the line goes. */
export async function removeClaims(client: Queryable, posting: number): Promise<void> {
  await client.query('delete from ledger.line_version where posting = $1', [posting])
  await client.query(
    `insert into ledger.staged_line (${lineColumns}, file_row, fate) select ${lineColumns}, 0, 'replaced' from ledger.line where posting = $1`,
    [posting],
  )
  await client.query(
    `insert into ledger.touched_document (account_id, id) select distinct account_id, document_id from ledger.staged_line`,
  )
  await touchMonthsOfStaged(client)
  await client.query('truncate ledger.staged_line')
  await client.query(
    `insert into ledger.staged_line (${lineColumns}, file_row)
     select distinct on (v.account_id, v.document_id, v.line) ${from('v')}, 0
     from ledger.line l join ledger.line_version v on ${sameKey('v', 'l')}
     where l.posting = $1
     order by v.account_id, v.document_id, v.line, v.posting desc`,
    [posting],
  )
  await client.query(
    `insert into ledger.touched_month (account_id, month) select distinct account_id, ${monthOf('day')} from ledger.staged_line`,
  )
  await client.query(`update ledger.line l set ${assignments} from ledger.staged_line s where ${sameKey('l', 's')}`)
  await client.query(
    `delete from ledger.line_version v using ledger.staged_line s where ${sameKey('v', 's')} and v.posting = s.posting`,
  )
  await client.query('delete from ledger.line where posting = $1', [posting])
}
