import { monthOf } from './calendar.store.ts'
import type { Queryable } from './connection.server.ts'
import type { SequencedCost } from './sequence-costs.ts'

const sameKey = (one: string, other: string) =>
  ['account_id', 'origin_id', 'source', 'day', 'kind', 'sequence']
    .map(each => `${one}.${each} = ${other}.${each}`)
    .join(' and ')

async function touchMonthsOfPosting(client: Queryable, posting: number): Promise<void> {
  await client.query(
    `insert into ledger.touched_month (account_id, month)
     select distinct account_id, ${monthOf('day')} from ledger.cost_entry where posting = $1`,
    [posting],
  )
}

/**
 * Books the claims of a posting and puts them in force instead of earlier ones. `merged`: accounts that were merged, with
 * the account that lives and has their entries.
 */
export async function insertCostClaims(
  client: Queryable,
  posting: number,
  source: string,
  costs: SequencedCost[],
  merged: ReadonlyMap<number, number>,
): Promise<{ added: number; replaced: number; unchanged: number }> {
  // One posting at a time takes ids, under the ledger's lock, so that neighbouring ones are free.
  const { rows: taken } = await client.query<{ last: number }>(
    `select setval('ledger.cost_entry_id', nextval('ledger.cost_entry_id') + $1) as last`,
    [costs.length],
  )
  const firstId = taken[0]!.last - costs.length
  await client.query(
    `insert into ledger.cost_entry (account_id, id, source, day, kind, sequence, amount, note, posting, in_force, origin_id)
     select account_id, id, $2, day, kind, sequence, amount, note, $1, true, origin_id
     from unnest($3::bigint[], $4::bigint[], $5::date[], $6::text[], $7::bigint[], $8::numeric[], $9::text[], $10::bigint[])
       as given (id, account_id, day, kind, sequence, amount, note, origin_id)`,
    [
      posting,
      source,
      costs.map((_, at) => firstId + at),
      costs.map(each => merged.get(each.accountId) ?? each.accountId),
      costs.map(each => each.day),
      costs.map(each => each.kind),
      costs.map(each => each.sequence),
      costs.map(each => each.amount),
      costs.map(each => each.note),
      costs.map(each => (merged.has(each.accountId) ? each.accountId : 0)),
    ],
  )
  const overruled = await client.query<{ same: boolean; entries: number }>(
    `with overruled as materialized (
       select old.amount = new.amount and old.note is not distinct from new.note as same
       from ledger.cost_entry new join ledger.cost_entry old on ${sameKey('old', 'new')}
       where new.posting = $1 and old.posting <> $1 and old.in_force)
     select same, count(*) as entries from overruled group by same`,
    [posting],
  )
  await client.query(
    `update ledger.cost_entry old set in_force = false from ledger.cost_entry new
     where ${sameKey('old', 'new')} and new.posting = $1 and old.posting <> $1 and old.in_force`,
    [posting],
  )
  await touchMonthsOfPosting(client, posting)
  const counted = (same: boolean) => overruled.rows.find(row => row.same === same)?.entries ?? 0
  const unchanged = counted(true)
  const replaced = counted(false)
  return { added: costs.length - unchanged - replaced, replaced, unchanged }
}

/** Takes back the claims of a posting; the highest that remains on a key comes into force. */
export async function removeCostClaims(client: Queryable, posting: number): Promise<void> {
  await touchMonthsOfPosting(client, posting)
  await client.query(
    `with freed as materialized (
       select account_id, origin_id, source, day, kind, sequence from ledger.cost_entry where posting = $1 and in_force),
     highest as materialized (
       select c.account_id, c.origin_id, c.source, c.day, c.kind, c.sequence, max(c.posting) as posting
       from freed f join ledger.cost_entry c on ${sameKey('c', 'f')}
       where c.posting <> $1 group by 1, 2, 3, 4, 5, 6)
     update ledger.cost_entry c set in_force = true from highest h where ${sameKey('c', 'h')} and c.posting = h.posting`,
    [posting],
  )
  await client.query('delete from ledger.cost_entry where posting = $1', [posting])
}

export type CostEntry = {
  id: number
  accountId: number
  day: string
  kind: string
  amount: string
  note: string | null
  /** Null: entered by a person. */
  source: string | null
  importId: number | null
}

type CostRow = {
  id: number
  account_id: number
  day: string
  kind: string
  amount: string
  note: string | null
  source: string
  import_id: number | null
}

const entryOf = (row: CostRow): CostEntry => ({
  id: row.id,
  accountId: row.account_id,
  day: row.day,
  kind: row.kind,
  amount: row.amount,
  note: row.note,
  source: row.source === '' ? null : row.source,
  importId: row.import_id,
})

const entryColumns = 'c.id, c.account_id, c.day, c.kind, trim_scale(c.amount) as amount, c.note, c.source, p.import_id'

/** Entries in force, latest day first; `before` is the last entry of the page before. */
export async function listCostEntries(
  client: Queryable,
  accountId: number,
  { limit, before }: { limit: number; before: { day: string; id: number } | null },
): Promise<CostEntry[]> {
  const { rows } = await client.query<CostRow>(
    `with entry as materialized (
       select * from ledger.cost_entry
       where account_id = $1 and in_force and ($3::date is null or (day, id) < ($3::date, $4::bigint))
       order by day desc, id desc limit $2)
     select ${entryColumns} from entry c left join bookkeeping.posting p on p.posting = c.posting order by c.day desc, c.id desc`,
    [accountId, limit, before?.day ?? null, before?.id ?? null],
  )
  return rows.map(entryOf)
}

/** One entry in force, or null. */
export async function findCostEntry(client: Queryable, accountId: number, id: number): Promise<CostEntry | null> {
  const { rows } = await client.query<CostRow>(
    `with entry as materialized (select * from ledger.cost_entry where account_id = $1 and id = $2 and in_force)
     select ${entryColumns} from entry c left join bookkeeping.posting p on p.posting = c.posting`,
    [accountId, id],
  )
  return rows[0] ? entryOf(rows[0]) : null
}

export type EnteredCost = { accountId: number; day: string; kind: string; amount: string; note: string | null }

export async function insertCostEntry(
  client: Queryable,
  { accountId, day, kind, amount, note }: EnteredCost,
): Promise<number> {
  const { rows: taken } = await client.query<{ id: number }>(`select nextval('ledger.cost_entry_id') as id`)
  const id = taken[0]!.id
  await client.query(
    `insert into ledger.cost_entry (account_id, id, source, day, kind, sequence, amount, note, posting, in_force)
     values ($1, $2, '', $3, $4, $2, $5, $6, 0, true)`,
    [accountId, id, day, kind, amount, note],
  )
  await touchMonth(client, accountId, day)
  return id
}

export async function deleteCostEntry(client: Queryable, entry: CostEntry): Promise<void> {
  await client.query('delete from ledger.cost_entry where account_id = $1 and id = $2 and posting = 0', [
    entry.accountId,
    entry.id,
  ])
  await touchMonth(client, entry.accountId, entry.day)
}

async function touchMonth(client: Queryable, accountId: number, day: string): Promise<void> {
  await client.query(`insert into ledger.touched_month (account_id, month) values ($1, ${monthOf('$2::date')})`, [
    accountId,
    day,
  ])
}
