import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Employment = {
  id: number
  contactId: number
  accountId: number
  title: string | null
  /** null: nobody knows since when. */
  fromDay: string | null
  /** The first day on which they no longer worked there; null: they still do. */
  toDay: string | null
}

const columns = sql`id, contact_id as "contactId", account_id as "accountId", title, from_day as "fromDay", to_day as "toDay"`

/** By contact, the latest first. Who has none works where the contact says, nobody knows since when. */
export async function readEmployments(db: Db, contactIds: readonly number[]): Promise<Map<number, Employment[]>> {
  const { rows } = await sql<Employment>`
    select ${columns} from know.employment where contact_id = any(${contactIds}::bigint[])
    order by contact_id, to_day desc nulls first, from_day desc nulls last, id desc`.execute(db)
  return Map.groupBy(rows, row => row.contactId)
}

/** Jobs at these accounts that have ended, the latest first. */
export async function endedEmployments(db: Db, accountIds: readonly number[]): Promise<Employment[]> {
  const { rows } = await sql<Employment>`
    select ${columns} from know.employment
    where account_id = any(${accountIds}::bigint[]) and to_day is not null order by to_day desc, id desc`.execute(db)
  return rows
}

export async function insertEmployments(db: Db, rows: readonly Omit<Employment, 'id'>[]): Promise<void> {
  await sql`
    insert into know.employment (contact_id, account_id, title, from_day, to_day)
    select s."contactId", s."accountId", s.title, s."fromDay", s."toDay"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (
      "contactId" bigint, "accountId" bigint, title text, "fromDay" date, "toDay" date)`.execute(db)
}

export async function closeEmployment(db: Db, id: number, toDay: string): Promise<void> {
  await sql`update know.employment set to_day = ${toDay} where id = ${id}`.execute(db)
}
