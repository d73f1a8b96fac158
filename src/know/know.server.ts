import { contactsOfAccounts } from '../accounts/contacts.server.ts'
import type { Db } from '../platform/database.server.ts'
import { addContactDays } from './map/gap-facts.store.ts'
import { type Acquaintance, freshenAcquaintances, readAcquaintances } from './people/acquaintances.store.ts'
import { readEmployments } from './people/employments.store.ts'
import { emptyProfile, type Profile } from './people/profile.ts'
import { readProfiles } from './people/profiles.store.ts'

export type KnownPerson = Profile & {
  contactId: number
  accountId: number
  name: string
  title: string | null
  /** The day on which somebody last said that the profile is still so. */
  confirmedOn: string | null
  /** Who of ours knows them, the best first. */
  acquaintances: Acquaintance[]
}

/** Who works at these accounts today, by account and name; neither who has left nor who was erased. */
export async function peopleOf(db: Db, accountIds: readonly number[]): Promise<KnownPerson[]> {
  const contacts = await contactsOfAccounts(db, accountIds)
  if (contacts.length === 0) return []
  const ids = contacts.map(contact => contact.id)
  const [profiles, acquaintances, jobs] = await Promise.all([
    readProfiles(db, ids),
    readAcquaintances(db, ids),
    readEmployments(db, ids),
  ])
  return contacts
    .filter(({ id }) => jobs.get(id)?.every(job => job.toDay !== null) !== true)
    .map(contact => {
      const { version, ...profile } = profiles.get(contact.id) ?? { ...emptyProfile, confirmedOn: null, version: 0 }
      return {
        ...profile,
        contactId: contact.id,
        accountId: contact.accountId,
        name: contact.name,
        title: contact.role,
        acquaintances: (acquaintances.get(contact.id) ?? []).map(
          ({ contactId, version: _, ...acquaintance }) => acquaintance,
        ),
      }
    })
}

/** A person of ours met or spoke with these contacts on that day; who did not know them yet does now, faintly. */
export async function touchAcquaintances(
  db: Db,
  meeting: { contactIds: readonly number[]; personId: string; day: string },
): Promise<void> {
  await freshenAcquaintances(db, meeting)
  const { contactIds, personId, day } = meeting
  await addContactDays(
    db,
    contactIds.map(contactId => ({ contactId, personId, day })),
  )
}

/** What the demo does as its people would. */
export { bringPeople } from './people/bring-people.use.ts'
export { enforceRetention } from './people/enforce-retention.use.ts'
export { erasePerson } from './people/erase-person.use.ts'
export { movePerson } from './people/move-person.use.ts'
export { setLimit } from './people/privacy.use.ts'
