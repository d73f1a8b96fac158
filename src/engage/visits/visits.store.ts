import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { FollowedVisit, NewVisit, Visit, VisitState } from './visit.ts'

const instant = (column: string): RawBuilder<unknown> =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const visitColumns = sql`
  id, account_id as "accountId", site_id as "siteId", kind, person_id as "personId", contact_ids as "contactIds",
  ${instant('starts_at')} as "startsAt", ${instant('ends_at')} as "endsAt", time_zone as "timeZone",
  ${instant('original_starts_at')} as "originalStartsAt", ${instant('promised_at')} as "promisedAt", state,
  ${instant('held_from')} as "heldFrom", ${instant('held_until')} as "heldUntil", cadence_id as "cadenceId",
  occurrence_day as "occurrenceDay", flexible, purpose, moved_by as "movedBy", move_reason as "moveReason",
  cancelled_by as "cancelledBy", cancel_reason as "cancelReason", sequence, version`

export async function findVisit(db: Db, id: number): Promise<Visit | undefined> {
  const { rows } = await sql<Visit>`select ${visitColumns} from engage.visit where id = ${id}`.execute(db)
  return rows[0] && readVisit(rows[0])
}

export async function visitsById(db: Db, ids: readonly number[]): Promise<Map<number, Visit>> {
  const { rows } = await sql<Visit>`
    select ${visitColumns} from engage.visit where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, readVisit(row)]))
}

export async function lockVisit(db: Db, id: number): Promise<Visit | undefined> {
  const { rows } = await sql<Visit>`select ${visitColumns} from engage.visit where id = ${id} for update`.execute(db)
  return rows[0] && readVisit(rows[0])
}

/** What is asked for: of accounts, of people, or both; instants, `from` inside, `to` outside. */
export type VisitsAsked = {
  accountId?: number
  accountIds?: readonly number[]
  personId?: string
  personIds?: readonly string[]
  from: string
  to: string
  states?: readonly VisitState[]
}

/** Visits that touch the span, by their start. */
export async function visitsOf(db: Db, asked: VisitsAsked): Promise<Visit[]> {
  const accounts = asked.accountIds ?? (asked.accountId === undefined ? null : [asked.accountId])
  const people = asked.personIds ?? (asked.personId === undefined ? null : [asked.personId])
  const { rows } = await sql<Visit>`
    select ${visitColumns} from engage.visit
    where starts_at < ${asked.to}::timestamptz and ends_at > ${asked.from}::timestamptz
      and (${accounts}::bigint[] is null or account_id = any(${accounts}::bigint[]))
      and (${people}::text[] is null or person_id = any(${people}::text[]))
      and (${asked.states ?? null}::text[] is null or state = any(${asked.states ?? null}::text[]))
    order by starts_at, id`.execute(db)
  return rows.map(readVisit)
}

export type PromisedVisit = Pick<
  Visit,
  'accountId' | 'personId' | 'state' | 'endsAt' | 'promisedAt' | 'heldFrom' | 'timeZone' | 'cancelledBy'
>

/** What the kept rate looks at: visits promised from `from` (inside) to `to` (outside), instants. */
export async function promisedBetween(
  db: Db,
  { from, to, personId, accountId }: { from: string; to: string; personId?: string; accountId?: number },
): Promise<PromisedVisit[]> {
  const { rows } = await sql<PromisedVisit>`
    select account_id as "accountId", person_id as "personId", state, ${instant('ends_at')} as "endsAt",
      ${instant('promised_at')} as "promisedAt", ${instant('held_from')} as "heldFrom", time_zone as "timeZone",
      cancelled_by as "cancelledBy"
    from engage.visit
    where promised_at >= ${from}::timestamptz and promised_at < ${to}::timestamptz
      and (${personId ?? null}::text is null or person_id = ${personId ?? null})
      and (${accountId ?? null}::bigint is null or account_id = ${accountId ?? null})
    order by account_id, id`.execute(db)
  return rows
}

/** The driver leaves the numbers of an array of bigint as text. */
const readVisit = (row: Visit): Visit => ({ ...row, contactIds: row.contactIds.map(Number) })

/** Many at once. An occurrence that its cadence has already is left as it is. Returns the ids of the new ones. */
export async function insertVisits(db: Db, visits: readonly NewVisit[], now: Date): Promise<number[]> {
  if (visits.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into engage.visit (account_id, site_id, kind, person_id, contact_ids, starts_at, ends_at, time_zone,
      original_starts_at, promised_at, state, held_from, held_until, cadence_id, occurrence_day, flexible, purpose,
      moved_by, move_reason, cancelled_by, cancel_reason, created_at)
    select v."accountId", v."siteId", v.kind, v."personId",
      array(select jsonb_array_elements_text(v."contactIds")::bigint), v."startsAt", v."endsAt", v."timeZone",
      coalesce(v."originalStartsAt", v."startsAt"), coalesce(v."promisedAt", v."originalStartsAt", v."startsAt"),
      coalesce(v.state, 'planned'), v."heldFrom", v."heldUntil", v."cadenceId", v."occurrenceDay",
      coalesce(v.flexible, false), v.purpose, v."movedBy", v."moveReason", v."cancelledBy", v."cancelReason", ${now}
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as v (
      "accountId" bigint, "siteId" bigint, kind text, "personId" text, "contactIds" jsonb, "startsAt" timestamptz,
      "endsAt" timestamptz, "timeZone" text, "originalStartsAt" timestamptz, "promisedAt" timestamptz, state text,
      "heldFrom" timestamptz, "heldUntil" timestamptz, "cadenceId" bigint, "occurrenceDay" date, flexible boolean,
      purpose text, "movedBy" text, "moveReason" text, "cancelledBy" text, "cancelReason" text)
    on conflict (cadence_id, occurrence_day) do nothing
    returning id`.execute(db)
  return rows.map(row => row.id)
}

const changeable = {
  siteId: 'site_id',
  personId: 'person_id',
  contactIds: 'contact_ids',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  promisedAt: 'promised_at',
  state: 'state',
  heldFrom: 'held_from',
  heldUntil: 'held_until',
  flexible: 'flexible',
  purpose: 'purpose',
  movedBy: 'moved_by',
  moveReason: 'move_reason',
  cancelledBy: 'cancelled_by',
  cancelReason: 'cancel_reason',
  sequence: 'sequence',
} as const

export type VisitChange = Partial<Pick<Visit, keyof typeof changeable>>

/** Visits made of these cadences whose rule's day is not before `from`. */
export async function visitsOfCadences(db: Db, cadenceIds: readonly number[], from: string): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select ${visitColumns} from engage.visit
    where cadence_id = any(${cadenceIds}::bigint[]) and occurrence_day >= ${from}::date order by id`.execute(db)
  return rows.map(readVisit)
}

/** The promise is made anew with them: their original start is the one given. */
export async function followCadences(db: Db, visits: readonly FollowedVisit[]): Promise<void> {
  if (visits.length === 0) return
  await sql`
    update engage.visit t set site_id = v."siteId", kind = v.kind, person_id = v."personId",
      contact_ids = array(select jsonb_array_elements_text(v."contactIds")::bigint), starts_at = v."startsAt",
      ends_at = v."endsAt", original_starts_at = v."startsAt", promised_at = v."startsAt", time_zone = v."timeZone",
      purpose = v.purpose, state = v.state, moved_by = v."movedBy", move_reason = v."moveReason",
      cancelled_by = v."cancelledBy", cancel_reason = v."cancelReason", sequence = v.sequence, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as v (
      id bigint, "siteId" bigint, kind text, "personId" text, "contactIds" jsonb, "startsAt" timestamptz,
      "endsAt" timestamptz, "timeZone" text, purpose text, state text, "movedBy" text, "moveReason" text,
      "cancelledBy" text, "cancelReason" text, sequence integer)
    where t.id = v.id`.execute(db)
}

/** Takes visits away that were never announced to anybody, and calls the others off, because their cadence says so. */
export async function dropVisits(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from engage.visit v where id = any(${ids}::bigint[])
      and not exists (select from engage.invitation i where i.visit_id = v.id)`.execute(db)
  await sql`
    update engage.visit set state = 'cancelled', cancelled_by = 'cadence', sequence = sequence + 1, version = version + 1
    where id = any(${ids}::bigint[])`.execute(db)
}

/** Those of which nobody has said anything since before `endedBefore` count as missed. Returns how many. */
export async function markUnreportedMissed(db: Db, endedBefore: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update engage.visit set state = 'missed', version = version + 1
    where state = 'planned' and ends_at < ${endedBefore}::timestamptz`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Writes what changed and raises the version. */
export async function updateVisit(db: Db, id: number, change: VisitChange): Promise<Visit> {
  const assignments = (Object.entries(change) as [keyof typeof changeable, unknown][])
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => sql`${sql.id(changeable[field])} = ${value}`)
  const { rows } = await sql<Visit>`
    update engage.visit set ${sql.join([...assignments, sql`version = version + 1`])} where id = ${id}
    returning ${visitColumns}`.execute(db)
  return readVisit(rows[0]!)
}

/** Visits that are over and have no report, latest first, below the bound (instant first, then id of 12 digits). */
export async function unreportedBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select ${visitColumns} from engage.visit v
    where account_id = any(${accountIds}::bigint[]) and state <> 'planned'
      and not exists (select from engage.visit_report r where r.visit_id = v.id)
      and (starts_at, lpad(id::text, 12, '0') collate "C") < (${bound.at}::timestamptz, ${bound.key})
    order by starts_at desc, id desc limit ${limit}`.execute(db)
  return rows.map(readVisit)
}
