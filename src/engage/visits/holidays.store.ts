import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Holiday, RegionCalendar } from './working-days.ts'

export type HolidayCalendar = {
  region: string
  name: string
  importedAt: string
  importedBy: string
  firstDay: string
  lastDay: string
  holidays: number
  workingDays: number
}

export async function listHolidayCalendars(db: Db): Promise<HolidayCalendar[]> {
  const { rows } = await sql<HolidayCalendar>`
    select c.region, c.name, to_char(c.imported_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "importedAt",
      c.imported_by_name as "importedBy", c.first_day as "firstDay", c.last_day as "lastDay",
      (count(*) filter (where h.kind = 'holiday'))::int as holidays,
      (count(*) filter (where h.kind = 'working day'))::int as "workingDays"
    from engage.holiday_calendar c left join engage.holiday h using (region)
    group by c.region order by c.region`.execute(db)
  return rows
}

export async function holidaysOf(db: Db, region: string): Promise<Holiday[]> {
  const { rows } = await sql<Holiday>`
    select day, name, kind from engage.holiday where region = ${region} order by day`.execute(db)
  return rows
}

/** Every region's calendar. */
export async function readCalendars(db: Db): Promise<Map<string, RegionCalendar>> {
  const { rows } = await sql<Holiday & { region: string }>`
    select region, day, name, kind from engage.holiday`.execute(db)
  const calendars = new Map<string, Map<string, Holiday>>()
  for (const { region, ...holiday } of rows) {
    const calendar = calendars.get(region) ?? new Map<string, Holiday>()
    calendars.set(region, calendar.set(holiday.day, holiday))
  }
  return calendars
}

/** A region's calendar takes the place of the one before. */
export async function replaceHolidays(
  db: Db,
  calendar: { region: string; name: string; importedAt: Date; importedBy: string },
  days: readonly Holiday[],
): Promise<void> {
  // Two files of a region at the same moment: the second one takes the place of the first.
  await sql`lock table engage.holiday_calendar in share row exclusive mode`.execute(db)
  await sql`delete from engage.holiday_calendar where region = ${calendar.region}`.execute(db)
  await sql`
    insert into engage.holiday_calendar (region, name, imported_at, imported_by_name, first_day, last_day)
    values (${calendar.region}, ${calendar.name}, ${calendar.importedAt}, ${calendar.importedBy}, ${days[0]!.day}, ${days.at(-1)!.day})
  `.execute(db)
  await sql`
    insert into engage.holiday (region, day, name, kind)
    select ${calendar.region}, h.day, h.name, h.kind
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as h (day date, name text, kind text)`.execute(db)
}

export async function deleteHolidays(db: Db, region: string): Promise<boolean> {
  const { rows } = await sql`delete from engage.holiday_calendar where region = ${region} returning region`.execute(db)
  return rows.length > 0
}
