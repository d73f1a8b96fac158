import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** Rhythm is told by the last two years: what was usual before that is not usual any more. */
const years = 2

/** Days on which one of ours was in touch with each of these people, ascending, each once. */
export async function contactDaysOf(
  db: Db,
  contactIds: readonly number[],
  today: string,
): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ contactId: number; days: string[] }>`
    select contact_id as "contactId", array_agg(distinct day::text order by day::text) as days
    from know.contact_day
    where contact_id = any(${contactIds}::bigint[])
      and day <= ${today}::date and day > ${today}::date - make_interval(years => ${years})
    group by contact_id`.execute(db)
  return new Map(rows.map(row => [row.contactId, row.days]))
}

export type ContactDay = { contactId: number; personId: string; day: string }

/** Ours were in touch with people on days; said twice it is one day. */
export async function addContactDays(db: Db, days: readonly ContactDay[]): Promise<void> {
  await sql`
    insert into know.contact_day (contact_id, person_id, day)
    select contact_id, person_id, day
    from unnest(
      ${days.map(each => each.contactId)}::bigint[], ${days.map(each => each.personId)}::text[],
      ${days.map(each => each.day)}::date[]
    ) as d (contact_id, person_id, day)
    on conflict do nothing`.execute(db)
}

export type Leaver = { accountId: number; contactId: number; leftOn: string }

/** Who worked at these accounts once and does not any more; `leftOn` is the first day they were no longer there. */
export async function leaversOf(db: Db, accountIds: readonly number[], today: string): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select account_id as "accountId", contact_id as "contactId", max(to_day) as "leftOn"
    from know.employment where account_id = any(${accountIds}::bigint[])
    group by account_id, contact_id
    having bool_and(to_day is not null) and max(to_day) <= ${today}::date
    order by account_id, contact_id`.execute(db)
  return rows
}

/**
 * Of whom something is recorded that can get worse: a champion, an opponent, a day of contact; and the accounts that
 * somebody has left. All others can only lack what was never learned.
 */
export async function whereItCanGetWorse(db: Db): Promise<{ contactIds: number[]; accountIds: number[] }> {
  const contacts = await sql<{ id: number }>`
    select contact_id as id from know.profile where buying_role = 'champion' or stance < 0
    union select contact_id from know.acquaintance where last_contact_on is not null
    union select contact_id from know.contact_day`.execute(db)
  const accounts = await sql<{ id: number }>`
    select distinct account_id as id from know.employment where to_day is not null`.execute(db)
  return { contactIds: contacts.rows.map(row => row.id), accountIds: accounts.rows.map(row => row.id) }
}
