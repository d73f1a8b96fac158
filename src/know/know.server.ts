import { contactsOfAccounts } from '../accounts/contacts.server.ts'
import type { Db } from '../platform/database.server.ts'
import { addContactDays } from './map/gap-facts.store.ts'
import { freshenAcquaintances, readAcquaintances } from './people/acquaintances.store.ts'
import type { BuyingRole } from './people/buying-role.ts'
import { readProfiles } from './people/profiles.store.ts'

export type KnownPerson = {
  contactId: number
  accountId: number
  name: string
  title: string | null
  buyingRole: BuyingRole | null
  /** 1 (hardly heard) to 5 (what they say is done). */
  influence: number | null
  /** −2 (against us) to +2 (for us). */
  stance: number | null
  languages: string[]
  channelsPreferred: string[]
  taboos: string | null
  /** The day on which somebody last said that this is still so. */
  confirmedOn: string | null
  /** Who of ours knows them, the best first; strength 1 (met once) to 5 (trusts us). */
  acquaintances: { personId: string; strength: number; since: string | null; lastContactOn: string | null }[]
}

/** Who works at these accounts today, by account and name; erased persons are not among them. */
export async function peopleOf(db: Db, accountIds: readonly number[]): Promise<KnownPerson[]> {
  const contacts = await contactsOfAccounts(db, accountIds)
  const ids = contacts.map(contact => contact.id)
  const [profiles, acquaintances] = await Promise.all([readProfiles(db, ids), readAcquaintances(db, ids)])
  return contacts.map(contact => {
    const profile = profiles.get(contact.id)
    return {
      contactId: contact.id,
      accountId: contact.accountId,
      name: contact.name,
      title: contact.role,
      buyingRole: profile?.buyingRole ?? null,
      influence: profile?.influence ?? null,
      stance: profile?.stance ?? null,
      languages: profile?.languages ?? [],
      channelsPreferred: profile?.channelsPreferred ?? [],
      taboos: profile?.taboos ?? null,
      confirmedOn: profile?.confirmedOn ?? null,
      acquaintances: (acquaintances.get(contact.id) ?? []).map(({ personId, strength, since, lastContactOn }) => ({
        personId,
        strength,
        since,
        lastContactOn,
      })),
    }
  })
}

/** A person of ours met or spoke with these contacts on that day; who did not know them yet does now, faintly. */
export async function touchAcquaintances(
  db: Db,
  meeting: { contactIds: readonly number[]; personId: string; day: string },
): Promise<void> {
  await freshenAcquaintances(db, meeting)
  await addContactDays(db, meeting)
}
