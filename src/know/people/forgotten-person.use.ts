import type { Contact } from '../../accounts/contacts.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { erasedName, type Forgotten, namesOf } from '../../platform/forgetting.ts'
import { readEmployments } from './employments.store.ts'

/** By what a person is found in texts, and at which accounts: where they work and worked. */
export async function wordsOfPerson(db: Db, contact: Contact): Promise<Forgotten> {
  const jobs = (await readEmployments(db, [contact.id])).get(contact.id) ?? []
  const addresses = [contact.email, contact.phone, contact.mobile, contact.wechat]
  return {
    contactId: contact.id,
    accountIds: [...new Set([contact.accountId, ...jobs.map(job => job.accountId)])],
    // A short number or sign stands in too many texts that mean something else.
    words: [
      ...namesOf(contact.name),
      ...addresses.filter(address => address !== null && address.trim().length > 4),
    ] as string[],
    placeholder: erasedName(contact.id),
  }
}
