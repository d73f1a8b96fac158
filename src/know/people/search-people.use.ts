import { accountNames } from '../../accounts/account-names.server.ts'
import { searchContacts } from '../../accounts/contacts.server.ts'
import type { Db } from '../../platform/database.server.ts'

/** People of all accounts by a part of name, mail or mobile, by name. */
export async function searchPeople(db: Db, text: string, limit: number) {
  const contacts = await searchContacts(db, text, limit)
  const names = await accountNames(
    db,
    contacts.map(contact => contact.accountId),
  )
  return contacts.map(({ id, name, role, accountId }) => ({
    contactId: id,
    name,
    title: role,
    accountId,
    accountName: names.get(accountId)?.name ?? '',
  }))
}
