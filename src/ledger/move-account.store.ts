import type { Queryable } from './connection.server.ts'
import { lineColumns } from './copy-rows.ts'

/** What moves from one account to another: everything (a merge), or what came under these codes (its undo). */
export type Move = { from: number; to: number; origins: readonly number[] | null }

/** Months in which either account has figures: a merge and its undo touch no others. */
export async function touchMonthsOf(client: Queryable, { from, to }: Move): Promise<void> {
  await client.query(
    `insert into ledger.touched_month (account_id, month)
     select account.id, m.month from ledger.account_month m cross join unnest($1::bigint[]) account (id)
     where m.account_id = any($1::bigint[])`,
    [[from, to]],
  )
}

const chosen = '($2::bigint[] is null or origin_id = any($2::bigint[]))'
const lineRest = lineColumns.replace('account_id, ', '')

/**
 * Documents with their lines and all claims on them, and cost entries. The account is in every key and may be what the
 * tables are distributed by, so rows are written anew and removed, never updated. Numbers that both accounts have do
 * not meet: the origin is part of the key.
 */
export async function moveRows(
  client: Queryable,
  move: Move,
): Promise<{ documents: number; lines: number; costs: number }> {
  const { from, origins } = move
  await client.query(
    `insert into ledger.touched_document (account_id, id)
     select account_id, id from ledger.document where account_id = $1 and ${chosen}`,
    [from, origins],
  )
  const lines = await moveLines(client, 'ledger.line', move)
  await moveLines(client, 'ledger.line_version', move)
  const documents = await moveMarked(
    client,
    'ledger.document',
    'id, day, last_day, lines, return_lines, free_lines, lines_with_cost, source, number, net, cost, net_without_cost, returns_net',
    move,
  )
  const costs = await moveMarked(
    client,
    'ledger.cost_entry',
    'id, day, posting, sequence, in_force, source, kind, amount, note',
    move,
  )
  await client.query('truncate ledger.touched_document')
  return { documents, lines, costs }
}

async function moveLines(client: Queryable, table: string, { from, to }: Move): Promise<number> {
  const { rowCount } = await client.query(
    `insert into ${table} (account_id, ${lineRest})
     select $2, ${lineRest.replace(/\w+/g, column => `l.${column}`)}
     from ledger.touched_document t join ${table} l on l.account_id = t.account_id and l.document_id = t.id
     where t.account_id = $1`,
    [from, to],
  )
  await client.query(
    `delete from ${table} l using ledger.touched_document t
     where t.account_id = $1 and l.account_id = t.account_id and l.document_id = t.id`,
    [from],
  )
  return rowCount ?? 0
}

/** Into a merge the account's own rows take its mark along; back with it they lose it. */
async function moveMarked(
  client: Queryable,
  table: string,
  rest: string,
  { from, to, origins }: Move,
): Promise<number> {
  const [before, after] = origins ? [to, 0] : [0, from]
  const { rowCount } = await client.query(
    `insert into ${table} (account_id, origin_id, ${rest})
     select $3, case origin_id when $4 then $5 else origin_id end, ${rest} from ${table}
     where account_id = $1 and ${chosen}`,
    [from, origins, to, before, after],
  )
  await client.query(`delete from ${table} where account_id = $1 and ${chosen}`, [from, origins])
  return rowCount ?? 0
}
