import { recordChange, recordChanges } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import { erasedName } from '../platform/forgetting.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { mayEditContacts } from './account-rights.ts'
import { findAccount } from './accounts.store.ts'
import { addClaims, foldRows, queryableOf, spoken } from './claims.store.ts'
import type { ContactFields } from './contact.ts'
import { contactBook, movedFinder } from './contacts.server.ts'
import {
  blankContact,
  type Contact,
  insertContacts,
  insertFormerContact,
  listEveryContact,
  lockContact,
  setContactAccount,
} from './contacts.store.ts'
import { lockEditable, personsClaim } from './edit-account.use.ts'
import { addContactMet, editLockedContact, lockBoth } from './edit-contact.use.ts'
import { erasedFinder, markErased } from './erased-marks.store.ts'

/**
 * The contact, locked after its account, where the actor may edit the contacts of that account. Refused as
 * `contact_unknown` (also once erased) or `account_not_yours`.
 */
export async function lockEditableContact(db: Db, actor: Actor, contactId: number): Promise<Contact> {
  return lockBoth(db, actor, contactId)
}

/** Refused as `account_unknown` or `account_not_yours`. */
export async function lockAccountForContacts(db: Db, actor: Actor, accountId: number): Promise<void> {
  await lockEditable(db, actor, accountId, mayEditContacts)
}

/** Within the caller's transaction; see edit-contact.use.ts. */
export { addContactMet, editLockedContact }

/** What is said of them at the new place; mail, phone and department of the old one are given up unless said anew. */
export type NewPlace = Pick<ContactFields, 'role' | 'department' | 'phone' | 'mobile' | 'email' | 'wechat'>

/**
 * The person works for another account from `day` on. A file of the old account that still names them is told so.
 * Both accounts must be the actor's to edit; the caller has locked the contact by `lockEditableContact`.
 */
export async function moveContact(
  db: Db,
  actor: Actor,
  contact: Contact,
  to: { accountId: number; day: string; place: NewPlace },
): Promise<void> {
  await lockAccountForContacts(db, actor, to.accountId)
  await insertFormerContact(db, { contactId: contact.id, accountId: contact.accountId, leftOn: to.day })
  await setContactAccount(db, contact.id, to.accountId)
  const given = Object.fromEntries(Object.entries(to.place).filter(([, value]) => value !== undefined))
  const said: ContactFields = { role: null, department: null, phone: null, email: null, ...given }
  await sayOfContacts(db, actor, [{ id: contact.id, fields: said }])
  const entry = { room: 'accounts', subject: 'contact', subjectId: contact.id }
  await recordChanges(db, actor, [
    { ...entry, accountId: contact.accountId, operation: 'move away', after: { day: to.day } },
    { ...entry, accountId: to.accountId, operation: 'move here', after: { day: to.day, ...to.place } },
  ])
}

/** A person's word on several contacts at once; `null` says that a value is none. */
export async function sayOfContacts(
  db: Db,
  actor: Actor,
  said: readonly { id: number; fields: ContactFields }[],
): Promise<void> {
  const query = queryableOf(db)
  const rows = said.map(({ id, fields }) => ({ id, fields: spoken(contactBook, fields, true) }))
  await addClaims(query, contactBook, personsClaim(actor), rows)
  await foldRows(
    query,
    contactBook,
    rows.map(row => row.id),
  )
}

/** New contacts of one account, entered by a person from a file of theirs; returns their ids in order. */
export async function enterContacts(
  db: Db,
  actor: Actor,
  accountId: number,
  contacts: readonly (ContactFields & { name: string })[],
): Promise<number[]> {
  const ids = await insertContacts(
    db,
    accountId,
    contacts.map(contact => contact.name),
  )
  await sayOfContacts(
    db,
    actor,
    contacts.map((fields, at) => ({ id: ids[at]!, fields })),
  )
  await recordChanges(
    db,
    actor,
    contacts.map((fields, at) => ({
      room: 'accounts',
      subject: 'contact',
      subjectId: ids[at]!,
      accountId,
      operation: 'add',
      after: fields,
    })),
  )
  return ids
}

/** Contacts that are still people, with the day on which each was entered (UTC); for a job that walks them all. */
export async function everyContact(db: Db): Promise<{ id: number; accountId: number; enteredOn: string }[]> {
  return listEveryContact(db)
}

/**
 * Of the person nothing stays but a number: values and claims go, the row is “Erased person 42”, and hashes of mail and
 * name keep files from bringing them back. `accountIds` are all accounts they worked at.
 */
export async function eraseContact(
  db: Db,
  actor: Actor,
  contactId: number,
  { accountIds, day }: { accountIds: readonly number[]; day: string },
): Promise<void> {
  const contact = await lockContact(db, contactId)
  if (!contact) throw new Refusal('contact_unknown', { id: contactId })
  await markErased(queryableOf(db), contact, accountIds)
  await blankContact(db, contactId, erasedName(contactId), day)
  await recordChange(db, actor, {
    room: 'accounts',
    subject: 'contact',
    subjectId: contactId,
    accountId: contact.accountId,
    operation: 'erase',
  })
}

/** Whether the actor may edit the people of the account. Refused as `account_unknown`. */
export async function accountForContacts(
  db: Db,
  actor: Actor,
  accountId: number,
): Promise<{ name: string; mayEdit: boolean }> {
  const account = await findAccount(db, accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  return { name: account.name, mayEdit: mayEditContacts(actor, account) }
}

/** Tells of a person of a file whether they were erased on request, or have moved from this account to another. */
export async function formerPersonFinder(
  db: Db,
  accountId: number,
): Promise<(person: { name: string; email: string | null }) => 'erased' | 'moved' | null> {
  const isErased = await erasedFinder(queryableOf(db), [accountId])
  const hasMoved = await movedFinder(queryableOf(db), [accountId])
  return person => {
    if (isErased({ ...person, accountId })) return 'erased'
    return hasMoved({ ...person, accountId }) ? 'moved' : null
  }
}
