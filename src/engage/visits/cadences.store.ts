import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Cadence, CadenceFields } from './cadence.ts'

const cadenceColumns = sql`
  id, account_id as "accountId", site_id as "siteId", kind, person_id as "personId", contact_ids as "contactIds", rule,
  starts_on as "startsOn", until, to_char(local_time, 'HH24:MI') as "localTime", time_zone as "timeZone",
  duration_minutes as "durationMinutes", holiday_region as "holidayRegion", on_holiday as "onHoliday", purpose, version`

/** The driver leaves the numbers of an array of bigint as text. */
const readCadence = (row: Cadence): Cadence => ({ ...row, contactIds: row.contactIds.map(Number) })

/** `activeOn`: only those that have not ended before that day. */
export type CadencesAsked = {
  ids?: readonly number[]
  accountIds?: readonly number[]
  personId?: string
  activeOn?: string
}

export async function listCadences(db: Db, asked: CadencesAsked = {}): Promise<Cadence[]> {
  const { rows } = await sql<Cadence>`
    select ${cadenceColumns} from engage.cadence
    where (${asked.ids ?? null}::bigint[] is null or id = any(${asked.ids ?? null}::bigint[]))
      and (${asked.accountIds ?? null}::bigint[] is null or account_id = any(${asked.accountIds ?? null}::bigint[]))
      and (${asked.personId ?? null}::text is null or person_id = ${asked.personId ?? null})
      and (${asked.activeOn ?? null}::date is null or until is null or until >= ${asked.activeOn ?? null}::date)
    order by account_id, id`.execute(db)
  return rows.map(readCadence)
}

export async function lockCadence(db: Db, id: number): Promise<Cadence | undefined> {
  const { rows } = await sql<Cadence>`select ${cadenceColumns} from engage.cadence where id = ${id} for update`.execute(
    db,
  )
  return rows[0] && readCadence(rows[0])
}

export async function insertCadences(
  db: Db,
  cadences: readonly (CadenceFields & { accountId: number })[],
): Promise<Cadence[]> {
  if (cadences.length === 0) return []
  const { rows } = await sql<Cadence>`
    insert into engage.cadence (account_id, site_id, kind, person_id, contact_ids, rule, starts_on, until, local_time,
      time_zone, duration_minutes, holiday_region, on_holiday, purpose)
    select c."accountId", c."siteId", c.kind, c."personId",
      array(select jsonb_array_elements_text(c."contactIds")::bigint), c.rule, c."startsOn", c.until, c."localTime",
      c."timeZone", c."durationMinutes", c."holidayRegion", c."onHoliday", c.purpose
    from jsonb_to_recordset(${JSON.stringify(cadences)}::jsonb) as c (
      "accountId" bigint, "siteId" bigint, kind text, "personId" text, "contactIds" jsonb, rule text, "startsOn" date,
      until date, "localTime" time, "timeZone" text, "durationMinutes" integer, "holidayRegion" text, "onHoliday" text,
      purpose text)
    returning ${cadenceColumns}`.execute(db)
  return rows.map(readCadence)
}

export async function updateCadence(db: Db, id: number, fields: CadenceFields): Promise<Cadence> {
  const { rows } = await sql<Cadence>`
    update engage.cadence set site_id = ${fields.siteId}, kind = ${fields.kind}, person_id = ${fields.personId},
      contact_ids = ${fields.contactIds}, rule = ${fields.rule}, starts_on = ${fields.startsOn}, until = ${fields.until},
      local_time = ${fields.localTime}, time_zone = ${fields.timeZone}, duration_minutes = ${fields.durationMinutes},
      holiday_region = ${fields.holidayRegion}, on_holiday = ${fields.onHoliday}, purpose = ${fields.purpose},
      version = version + 1
    where id = ${id} returning ${cadenceColumns}`.execute(db)
  return readCadence(rows[0]!)
}
