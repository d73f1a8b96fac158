import pg from 'pg'
import type { BenchPostgres } from './bench-postgres.ts'
import { inChild } from './child-process.ts'
import type { DuplicatesFound } from './find-duplicates.child.ts'
import { generateAccounts } from './generate-accounts.ts'
import { currentLoad } from './machine.ts'
import type { Measurement, Size } from './measurement.ts'
import type { MergesMeasured } from './merge-pairs.child.ts'

/** Seconds that a well-known ERP takes for one pair, and the pairs a second that we set ourselves. */
const theirs = 7.6
const goal = 100

/** Accounts, and lines of an invoice for every account that is merged. */
const accountsOf = (size: Size) => (size.quick ? 20_000 : 500_000)
const mergesOf = (size: Size) => (size.quick ? 50 : 300)
const linesEach = 40

/** (f) A search of all accounts for duplicates, end to end, and merges of what it found. */
export async function measureDuplicates(postgres: BenchPostgres, size: Size): Promise<Measurement> {
  const accounts = accountsOf(size)
  const url = await postgres.makeDatabase('vitalfew_duplicates', 'product')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const planted = await fill(client, accounts)
  const loads = [currentLoad()]
  const search = await inChild<DuplicatesFound>('./find-duplicates.child.ts', { url })
  loads.push(currentLoad())
  const { milliseconds, steps, outcome } = search.found
  const { rows: recalled } = await client.query(
    `select count(*)::int as pairs from planted p join accounts.duplicate_pair d on d.one_id = p.one and d.other_id = p.other`,
  )
  const { rows: pairs } = await client.query(
    `select one, other from planted p join accounts.duplicate_pair d on d.one_id = p.one and d.other_id = p.other
     where not exists (select from planted q where q.one = p.one and q.other <> p.other) order by one limit ${mergesOf(size)}`,
  )
  await addLines(client, pairs)
  const merge = await inChild<MergesMeasured>('./merge-pairs.child.ts', { url, pairs })
  await client.end()
  await postgres.dropDatabase('vitalfew_duplicates')
  const perSecond = outcome.compared / (milliseconds / 1000)
  const recorded = (outcome.pairs / (milliseconds / 1000)).toFixed(0)
  const { merges } = merge.found
  return {
    key: 'f',
    title: `duplicates among ${accounts.toLocaleString('en')} accounts`,
    ratio: goal / perSecond,
    goal: `${goal} candidate pairs a second, end to end: < 1 (a well-known ERP needs ${theirs} s a pair)`,
    memory: { search: search.memory, merge: merge.memory },
    rows: [
      {
        what: 'the whole search',
        milliseconds,
        note: `${Math.round(perSecond).toLocaleString('en')} candidate pairs a second, ${recorded} worth a look recorded; load ${loads.join(' → ')}`,
      },
      ...Object.entries(steps).map(([step, took]) => ({ what: `  ${step}`, milliseconds: took })),
      {
        what: '  found',
        note: `${outcome.pairs.toLocaleString('en')} pairs, among them ${recalled[0].pairs} of ${planted} planted; ${outcome.skippedBlocks} blocks left out`,
      },
      {
        what: 'one merge',
        milliseconds: merge.found.milliseconds / merges,
        note: `of ${merges}, each with ${linesEach} lines, an account at a time: ${((merges * 1000) / merge.found.milliseconds).toFixed(0)} a second`,
      },
      { what: 'one merge undone', milliseconds: merge.found.undone / merges },
    ],
  }
}

/** Accounts and contacts, and the pairs that were planted, by id. */
async function fill(client: pg.Client, count: number): Promise<number> {
  await client.query('create table planted (one bigint, other bigint)')
  const rows: unknown[][] = []
  let id = 0
  let planted = 0
  const flush = async () => {
    const column = (at: number) => rows.map(row => row[at])
    await client.query(
      `insert into accounts.account (id, code, name, city, tax_number, address)
       select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [column(0), column(1), column(2), column(3), column(4), column(5)],
    )
    await client.query(
      `insert into accounts.contact (account_id, name, email)
       select id, 'Li', mail from unnest($1::bigint[], $2::text[]) made (id, mail) where mail is not null`,
      [column(0), column(6)],
    )
    await client.query(
      'insert into planted select twin, id from unnest($1::bigint[], $2::bigint[]) made (id, twin) where twin is not null',
      [column(0), column(7)],
    )
    rows.length = 0
  }
  for (const { code, name, city, taxNumber, address, mail, twinOf } of generateAccounts(count)) {
    id++
    if (twinOf !== null) planted++
    rows.push([id, code, name, city, taxNumber, address, mail, twinOf === null ? null : twinOf + 1])
    if (rows.length === 10_000) await flush()
  }
  await flush()
  await client.query(`select setval(pg_get_serial_sequence('accounts.account', 'id'), $1)`, [id])
  await client.query('analyze')
  return planted
}

/** An invoice of some lines for both accounts of every pair that is merged. */
async function addLines(client: pg.Client, pairs: readonly { one: number; other: number }[]): Promise<void> {
  const ids = pairs.flatMap(({ one, other }) => [one, other])
  await client.query(`insert into bookkeeping.posting (import_id, source) values (1, 'erp')`)
  await client.query(
    `insert into ledger.line (account_id, document_id, line, day, kind, flags, net, posting)
     select id, id, line::text, '2026-01-15', 0, 0, 10, 1 from unnest($1::bigint[]) id cross join generate_series(1, ${linesEach}) line`,
    [ids],
  )
  await client.query(
    `insert into ledger.document (account_id, id, day, last_day, lines, return_lines, free_lines, lines_with_cost, source, number, net, cost, net_without_cost, returns_net)
     select id, id, '2026-01-15', '2026-01-15', ${linesEach}, 0, 0, 0, 'erp', id::text, ${linesEach * 10}, 0, ${linesEach * 10}, 0 from unnest($1::bigint[]) id`,
    [ids],
  )
  for (const period of ['month', 'year'])
    await client.query(
      `insert into ledger.account_${period} (account_id, ${period}, first_day, last_day, lines, documents, return_lines, free_lines, lines_with_cost, net, cost, net_without_cost, returns_net, cost_to_serve)
       select id, '2026-01-01', '2026-01-15', '2026-01-15', ${linesEach}, 1, 0, 0, 0, ${linesEach * 10}, 0, ${linesEach * 10}, 0, 0 from unnest($1::bigint[]) id`,
      [ids],
    )
}
