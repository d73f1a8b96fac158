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

export async function lockContact(db: Db, id: number): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`
    select ${contactColumns} from accounts.contact where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function findContact(db: Db, id: number): Promise<Contact | undefined> {
  const { rows } = await sql<Contact>`select ${contactColumns} from accounts.contact where id = ${id}`.execute(db)
  return rows[0]
}

export async function insertContact(db: Db, accountId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.contact (account_id, name) values (${accountId}, ${name}) returning id`.execute(db)
  return rows[0]!.id
}

export async function deleteContact(db: Db, id: number): Promise<void> {
  await sql`delete from accounts.contact where id = ${id}`.execute(db)
}
