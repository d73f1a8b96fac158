import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { CalendarEntry, EntryFields, EntryKind } from './entry.ts'

const entryColumns = sql`
  id, person_id as "personId", kind, account_id as "accountId", category, title, day,
  to_char(starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
  to_char(ends_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt", minutes, done_on as "doneOn", version`

/** Days, both inside; null people: everybody's. */
export type EntriesAsked = {
  from: string
  to: string
  personIds: readonly string[] | null
  kinds?: readonly EntryKind[]
}

export async function listEntries(db: Db, asked: EntriesAsked): Promise<CalendarEntry[]> {
  const { rows } = await sql<CalendarEntry>`
    select ${entryColumns} from engage.calendar_entry
    where day between ${asked.from}::date and ${asked.to}::date
      and (${asked.personIds}::text[] is null or person_id = any(${asked.personIds}::text[]))
      and (${asked.kinds ?? null}::text[] is null or kind = any(${asked.kinds ?? null}::text[]))
    order by day, starts_at nulls first, id`.execute(db)
  return rows
}

export async function lockEntry(db: Db, id: number): Promise<CalendarEntry | undefined> {
  const { rows } = await sql<CalendarEntry>`
    select ${entryColumns} from engage.calendar_entry where id = ${id} for update`.execute(db)
  return rows[0]
}

/** Many at once. */
export async function insertEntries(db: Db, entries: readonly EntryFields[]): Promise<number[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into engage.calendar_entry (person_id, kind, account_id, category, title, day, starts_at, ends_at, minutes, done_on)
    select e."personId", e.kind, e."accountId", e.category, e.title, e.day, e."startsAt", e."endsAt", e.minutes, e."doneOn"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (
      "personId" text, kind text, "accountId" bigint, category text, title text, day date, "startsAt" timestamptz,
      "endsAt" timestamptz, minutes integer, "doneOn" date)
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export async function updateEntry(db: Db, id: number, fields: EntryFields): Promise<CalendarEntry> {
  const { rows } = await sql<CalendarEntry>`
    update engage.calendar_entry set kind = ${fields.kind}, account_id = ${fields.accountId}, category = ${fields.category},
      title = ${fields.title}, day = ${fields.day}, starts_at = ${fields.startsAt}, ends_at = ${fields.endsAt},
      minutes = ${fields.minutes}, done_on = ${fields.doneOn}, version = version + 1
    where id = ${id} returning ${entryColumns}`.execute(db)
  return rows[0]!
}

export async function deleteEntry(db: Db, id: number): Promise<void> {
  await sql`delete from engage.calendar_entry where id = ${id}`.execute(db)
}
