import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type Contact = {
  id: number
  accountId: number
  name: string
  role: string | null
  department: string | null
  phone: string | null
  mobile: string | null
  email: string | null
  wechat: string | null
  note: string | null
  version: number
  createdByImport: number | null
}

const contactColumns = sql`
  id, account_id as "accountId", name, role, department, phone, mobile, email, wechat, note, version,
  created_by_import as "createdByImport"`

export async function listContacts(db: Db, accountId: number): Promise<Contact[]> {
  return listContactsOf(db, [accountId])
}

/** Who works at these accounts, by account and name; those who were erased are left out. */
export async function listContactsOf(db: Db, accountIds: readonly number[]): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${contactColumns} from accounts.contact
    where account_id = any(${accountIds}::bigint[]) and erased_on is null order by account_id, name, id`.execute(db)
  return rows
}

/** Nobody any more once erased. */
export async function lockContact(db: Db, id: number): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select ${contactColumns} from accounts.contact where id = ${id} and erased_on is null for update`.execute(db)
  return rows[0]
}

/** Nobody any more once erased. */
export async function findContact(db: Db, id: number): Promise<Contact | undefined> {
  return (await findContacts(db, [id]))[0]
}

export async function findContacts(db: Db, ids: readonly number[]): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${contactColumns} from accounts.contact
    where id = any(${ids}::bigint[]) and erased_on is null order by name, id`.execute(db)
  return rows
}

/** By a part of the name, of the mail address, or of a number as dialled; the accounts' ids with them. */
export async function searchContacts(db: Db, text: string, limit: number): Promise<Contact[]> {
  const part = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Contact>`
    select ${contactColumns} from accounts.contact
    where erased_on is null and lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(mobile, '')) like ${part}
    order by name, id limit ${limit}`.execute(db)
  return rows
}

export async function insertContact(db: Db, accountId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.contact (account_id, name) values (${accountId}, ${name}) returning id`.execute(db)
  return rows[0]!.id
}

export async function deleteContact(db: Db, id: number): Promise<void> {
  await sql`delete from accounts.contact where id = ${id}`.execute(db)
}

/** In the order of the names given. */
export async function insertContacts(db: Db, accountId: number, names: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.contact (account_id, name)
    select ${accountId}, n.name from unnest(${names}::text[]) with ordinality n (name, at) order by n.at
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export async function setContactAccount(db: Db, id: number, accountId: number): Promise<void> {
  await sql`
    update accounts.contact set account_id = ${accountId}, origin_id = null, version = version + 1 where id = ${id}`.execute(
    db,
  )
}

/** Under whose code they came counts, where their account was merged: files go on naming them there. */
export async function insertFormerContact(
  db: Db,
  former: { contactId: number; accountId: number; leftOn: string },
): Promise<void> {
  await sql`
    insert into accounts.former_contact (contact_id, account_id, left_on)
    select ${former.contactId}, coalesce(c.origin_id, ${former.accountId}), ${former.leftOn}::date
    from accounts.contact c where c.id = ${former.contactId}`.execute(db)
}

/** Leaves a row without a person, so that what refers to it still does. */
export async function blankContact(db: Db, id: number, name: string, day: string): Promise<void> {
  await sql`delete from accounts.contact_claim where contact_id = ${id}`.execute(db)
  await sql`
    update accounts.contact
    set name = ${name}, role = null, department = null, phone = null, mobile = null, email = null, wechat = null,
      note = null, erased_on = ${day}, version = version + 1
    where id = ${id}`.execute(db)
}

export async function listEveryContact(db: Db): Promise<{ id: number; accountId: number; enteredOn: string }[]> {
  const { rows } = await sql<{ id: number; accountId: number; enteredOn: string }>`
    select id, account_id as "accountId", (created_at at time zone 'utc')::date as "enteredOn"
    from accounts.contact where erased_on is null order by id`.execute(db)
  return rows
}
