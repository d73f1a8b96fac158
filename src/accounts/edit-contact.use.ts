import { recordChange } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import { declaredTables } from '../platform/person-data.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { mayEditContacts } from './account-rights.ts'
import { changedFields } from './changed-fields.ts'
import { addClaims, foldRows, queryableOf, spoken } from './claims.store.ts'
import type { ContactFields } from './contact.ts'
import { usedContacts } from './contact-uses.store.ts'
import { contactBook } from './contacts.server.ts'
import { type Contact, deleteContact, findContact, insertContact, lockContact } from './contacts.store.ts'
import { type Acting, lockEditable, personsClaim } from './edit-account.use.ts'
import { liftErased } from './erased-marks.store.ts'

async function say(db: Db, actor: Actor, id: number, fields: ContactFields): Promise<void> {
  await addClaims(queryableOf(db), contactBook, personsClaim(actor), [
    { id, fields: spoken(contactBook, fields, true) },
  ])
  await foldRows(queryableOf(db), contactBook, [id])
}

async function record(db: Db, actor: Actor, contact: Contact, operation: string, before?: unknown, after?: unknown) {
  const { id: subjectId, accountId } = contact
  await recordChange(db, actor, {
    room: 'accounts',
    subject: 'contact',
    subjectId,
    accountId,
    operation,
    before,
    after,
  })
}

/** Adds a contact to an account whose contacts the actor may edit. */
export async function addContact(
  context: Acting,
  accountId: number,
  fields: ContactFields & { name: string },
): Promise<Contact> {
  return context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, mayEditContacts)
    return addContactMet(db, context.actor, accountId, fields)
  })
}

/** The same within the caller's transaction, who has seen to the right: somebody met at a visit. */
export async function addContactMet(
  db: Db,
  actor: Actor,
  accountId: number,
  fields: ContactFields & { name: string },
): Promise<Contact> {
  await liftErased(queryableOf(db), accountId, fields)
  const id = await insertContact(db, accountId, fields.name)
  await say(db, actor, id, fields)
  const contact = (await findContact(db, id))!
  await record(db, actor, contact, 'add', undefined, fields)
  return contact
}

/** The contact and its account, locked account first, as an import does. */
export async function lockBoth(db: Db, actor: Actor, id: number): Promise<Contact> {
  const contact = await findContact(db, id)
  if (!contact) throw new Refusal('contact_unknown', { id })
  await lockEditable(db, actor, contact.accountId, mayEditContacts)
  const locked = await lockContact(db, id)
  if (!locked) throw new Refusal('contact_unknown', { id })
  return locked
}

/** A person's edit of the version they read. Refused as `contact_changed_meanwhile` when there is a newer one. */
export async function editContact(context: Acting, id: number, version: number, edit: ContactFields): Promise<Contact> {
  return context.db.transaction().execute(async db => {
    const contact = await lockBoth(db, context.actor, id)
    return editLockedContact(db, context.actor, contact, version, edit)
  })
}

/** The same within the caller's transaction, who has locked the contact. */
export async function editLockedContact(
  db: Db,
  actor: Actor,
  contact: Contact,
  version: number,
  edit: ContactFields,
): Promise<Contact> {
  const { id } = contact
  if (contact.version !== version) throw new Refusal('contact_changed_meanwhile', { id, name: contact.name })
  const { before, after } = changedFields<ContactFields>(contact, edit)
  if (Object.keys(after).length === 0) return contact
  await say(db, actor, id, after)
  await record(db, actor, contact, 'edit', before, after)
  return (await findContact(db, id))!
}

/**
 * Deletes a contact with all that was said of it; a later import may name the person again. Refused as `contact_in_use`
 * where visits, promises and the like name them: there a person is erased, which keeps those. A profile goes along.
 */
export async function removeContact(context: Acting, id: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const contact = await lockBoth(db, context.actor, id)
    const goingAlong = [...(await declaredTables())].flatMap(([table, { erase }]) => (erase === 'rows' ? table : []))
    if ((await usedContacts(queryableOf(db), [id], goingAlong)).size > 0)
      throw new Refusal('contact_in_use', { id, name: contact.name })
    await deleteContact(db, id)
    await record(db, context.actor, contact, 'remove', contact)
  })
}
