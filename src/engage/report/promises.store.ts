import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { TimelineBound } from '../../platform/timeline.ts'
import type { PromiseCounts, PromiseSide, PromiseState } from './promise.ts'

export type PromiseRow = {
  id: number
  accountId: number
  visitId: number | null
  side: PromiseSide
  what: string
  ownerId: string | null
  contactId: number | null
  due: string | null
  /** Exact decimal in base currency. */
  value: string | null
  state: PromiseState
  madeOn: string
  madeBy: string | null
  closedOn: string | null
  outcome: string | null
  version: number
}

const columns = sql`
  id, account_id as "accountId", visit_id as "visitId", side, what, owner_id as "ownerId", contact_id as "contactId", due,
  trim_scale(value)::text as value, state, made_on as "madeOn", made_by as "madeBy", closed_on as "closedOn", outcome, version`

export type PromiseFilter = {
  accountIds?: readonly number[] | null
  /** Ours of this person, and theirs of these accounts. */
  mine?: { ownerId: string; accountIds: readonly number[] } | null
  ownerId?: string | null
  side?: PromiseSide | null
  /** Open ones, settled ones; absent: all. */
  open?: boolean | null
  /** Open ones due before this day. */
  dueBefore?: string | null
}

function where(filter: PromiseFilter): RawBuilder<unknown> {
  const { accountIds, mine, ownerId, side, open, dueBefore } = filter
  const parts = [sql`true`]
  if (accountIds) parts.push(sql`account_id = any(${accountIds}::bigint[])`)
  if (mine) {
    parts.push(
      sql`(owner_id = ${mine.ownerId} or (side = 'theirs' and account_id = any(${mine.accountIds}::bigint[])))`,
    )
  }
  if (ownerId) parts.push(sql`owner_id = ${ownerId}`)
  if (side) parts.push(sql`side = ${side}`)
  if (open !== undefined && open !== null) parts.push(open ? sql`state = 'open'` : sql`state <> 'open'`)
  if (dueBefore) parts.push(sql`state = 'open' and due < ${dueBefore}`)
  return sql.join(parts, sql` and `)
}

/** The day by which a list is ordered: open ones by due day, those without one last. */
const order = sql`coalesce(due, '9999-12-31'::date)`

/** Open ones by due day, the longest overdue first; `after` goes on behind that row. */
export async function listPromises(
  db: Db,
  filter: PromiseFilter,
  page: { limit: number; after?: { day: string; id: number } | null } = { limit: 100_000 },
): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select ${columns} from engage.promise where ${where(filter)}
      ${page.after ? sql`and (${order}, id) > (${page.after.day}::date, ${page.after.id})` : sql``}
    order by ${order}, id limit ${page.limit}`.execute(db)
  return rows
}

/** Settled ones by the day they were settled, the latest first. */
export async function listSettled(
  db: Db,
  filter: PromiseFilter,
  page: { limit: number; after?: { day: string; id: number } | null },
): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select ${columns} from engage.promise where ${where({ ...filter, open: false })}
      ${page.after ? sql`and (closed_on, id) < (${page.after.day}::date, ${page.after.id})` : sql``}
    order by closed_on desc, id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Promises made at these visits, as they were said. */
export async function promisesOfVisits(db: Db, visitIds: readonly number[]): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select ${columns} from engage.promise where visit_id = any(${visitIds}::bigint[]) order by id`.execute(db)
  return rows
}

export async function lockPromise(db: Db, id: number): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`select ${columns} from engage.promise where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function findPromise(db: Db, id: number): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`select ${columns} from engage.promise where id = ${id}`.execute(db)
  return rows[0]
}

export type PromiseEntry = Omit<PromiseRow, 'id' | 'version'>

/** Ids in the order of the entries. */
export async function insertPromises(db: Db, entries: readonly PromiseEntry[]): Promise<number[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into engage.promise (account_id, visit_id, side, what, owner_id, contact_id, due, value, state, made_on,
      made_by, closed_on, outcome)
    select e."accountId", e."visitId", e.side, e.what, e."ownerId", e."contactId", e.due, e.value, e.state, e."madeOn",
      e."madeBy", e."closedOn", e.outcome
    from jsonb_to_recordset(${JSON.stringify(entries.map((entry, place) => ({ ...entry, place })))}::jsonb) as e ("accountId" bigint, "visitId" bigint,
      side text, what text, "ownerId" text, "contactId" bigint, due date, value numeric, state text, "madeOn" date,
      "madeBy" text, "closedOn" date, outcome text, place integer)
    order by e.place returning id`.execute(db)
  return rows.map(row => row.id)
}

export type PromiseEdit = Partial<Pick<PromiseRow, 'what' | 'ownerId' | 'contactId' | 'due' | 'value'>>

const editable = { what: 'what', ownerId: 'owner_id', contactId: 'contact_id', due: 'due', value: 'value' } as const

export async function updatePromise(db: Db, id: number, edit: PromiseEdit): Promise<void> {
  const sets = Object.entries(edit).map(([key, value]) => sql`${sql.id(editable[key as keyof PromiseEdit])} = ${value}`)
  await sql`update engage.promise set ${sql.join([...sets, sql`version = version + 1`])} where id = ${id}`.execute(db)
}

export async function movePromise(
  db: Db,
  id: number,
  to: { state: PromiseState; closedOn: string | null; outcome: string | null },
): Promise<void> {
  await sql`
    update engage.promise set state = ${to.state}, closed_on = ${to.closedOn}, outcome = ${to.outcome}, version = version + 1
    where id = ${id}`.execute(db)
}

/** Promises made from `from` on, counted on the day `today` by owner (ours) or, with an account, by side. */
export async function countPromises(
  db: Db,
  by: 'owner_id' | 'side',
  { from, today, accountId }: { from: string; today: string; accountId?: number },
): Promise<({ of: string } & PromiseCounts)[]> {
  const { rows } = await sql<{ of: string } & PromiseCounts>`
    select ${sql.id(by)} as of,
      count(*) filter (where state = 'kept' and (due is null or closed_on <= due))::integer as kept,
      count(*) filter (where state = 'kept' and closed_on > due)::integer as "keptLate",
      count(*) filter (where state = 'broken')::integer as broken,
      count(*) filter (where state = 'open' and due < ${today}::date)::integer as overdue,
      count(*) filter (where state = 'open')::integer as open
    from engage.promise
    where made_on >= ${from}::date and ${sql.id(by)} is not null
      and (${accountId ?? null}::bigint is null or account_id = ${accountId ?? null})
    group by 1 order by 1`.execute(db)
  return rows
}

/** By which of its days a promise stands in the timeline. */
type PromiseDay = 'made_on' | 'closed_on'

/** Promises of these accounts that were made (or settled) below the bound, the latest first. */
export async function promisesBelow(
  db: Db,
  accountIds: readonly number[],
  by: PromiseDay,
  bound: TimelineBound,
  limit: number,
): Promise<PromiseRow[]> {
  // A whole day stands at its noon in the timeline, whatever the zone.
  const at = sql`(${sql.ref(by)}::text || 'T12:00:00Z')::timestamptz`
  const { rows } = await sql<PromiseRow>`
    select ${columns} from engage.promise
    where account_id = any(${accountIds}::bigint[]) and ${sql.ref(by)} is not null
      and (${at}, lpad(id::text, 12, '0') collate "C") < (${bound.at}::timestamptz, ${bound.key})
    order by ${sql.ref(by)} desc, id desc limit ${limit}`.execute(db)
  return rows
}
