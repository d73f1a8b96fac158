import type { ContactFields } from '../../accounts/contact.ts'
import {
  addContactMet,
  editLockedContact,
  lockAccountForContacts,
  lockEditableContact,
} from '../../accounts/contact-lives.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { emptyProfile, type Profile, profileChanges, profileFields } from './profile.ts'
import { readProfiles, saveProfiles } from './profiles.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'clock' | 'actor'>

type PersonEdit = ContactFields & Partial<Profile>

/** A new person of an account whose people the actor may edit. */
export async function addPerson(
  context: Acting,
  accountId: number,
  { name, ...edit }: PersonEdit & { name: string },
): Promise<{ contactId: number }> {
  return context.db.transaction().execute(async db => {
    await lockAccountForContacts(db, context.actor, accountId)
    const { contact, profile } = parts(edit)
    const { id } = await addContactMet(db, context.actor, accountId, { ...contact, name })
    await sayProfile({ ...context, db }, { id, accountId, version: 0 }, profile)
    return { contactId: id }
  })
}

/**
 * Addresses and profile in one go, of the versions that were read; refused as `contact_changed_meanwhile` when either is
 * newer. Saving says that the profile is so today, also where nothing of it changed.
 */
export async function editPerson(
  context: Acting,
  contactId: number,
  { version, profileVersion, ...edit }: PersonEdit & { version: number; profileVersion: number },
): Promise<{ contactId: number }> {
  return context.db.transaction().execute(async db => {
    const found = await lockEditableContact(db, context.actor, contactId)
    const { contact, profile } = parts(edit)
    await editLockedContact(db, context.actor, found, version, contact)
    await sayProfile(
      { ...context, db },
      { id: contactId, accountId: found.accountId, version: profileVersion, name: found.name },
      profile,
    )
    return { contactId }
  })
}

async function sayProfile(
  context: Acting & { db: Db },
  contact: { id: number; accountId: number; version: number; name?: string },
  edit: Partial<Profile>,
): Promise<void> {
  const { db, actor } = context
  const { contactId, version, confirmedOn, ...present } = (await readProfiles(db, [contact.id])).get(contact.id) ?? {
    ...emptyProfile,
    contactId: contact.id,
    confirmedOn: null,
    version: 0,
  }
  if (version !== contact.version)
    throw new Refusal('contact_changed_meanwhile', { id: contact.id, name: contact.name })
  const changed = profileChanges(present, edit)
  const today = await businessDay(context)
  if (Object.keys(changed).length === 0 && (version === 0 || confirmedOn === today)) return
  await saveProfiles(db, [{ ...present, ...changed, contactId: contact.id, confirmedOn: today }])
  const before = Object.fromEntries(Object.keys(changed).map(field => [field, present[field as keyof Profile]]))
  await recordChange(db, actor, {
    room: 'know',
    subject: 'person',
    subjectId: contact.id,
    accountId: contact.accountId,
    operation: Object.keys(changed).length === 0 ? 'confirm' : 'edit',
    before: version === 0 ? undefined : { ...before, confirmedOn },
    after: { ...changed, confirmedOn: today },
  })
}

/** What is said of the contact and what of the profile. */
function parts(edit: PersonEdit): { contact: ContactFields; profile: Partial<Profile> } {
  const ofProfile = new Set<string>(profileFields)
  const said = Object.entries(edit).filter(([, value]) => value !== undefined)
  return {
    contact: Object.fromEntries(said.filter(([field]) => !ofProfile.has(field))),
    profile: Object.fromEntries(said.filter(([field]) => ofProfile.has(field))),
  }
}
