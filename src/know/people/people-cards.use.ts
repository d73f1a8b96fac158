import { accountNames } from '../../accounts/account-names.server.ts'
import { type Contact, contactsOfAccounts, findContact } from '../../accounts/contacts.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAcquaintances } from './acquaintances.store.ts'
import type { Card } from './card.ts'
import { readEmployments } from './employments.store.ts'
import { emptyProfile } from './profile.ts'
import { readProfiles } from './profiles.store.ts'

export type PersonCard = Card & { uid: string }

/** Everybody who works at the account, by name. Refused as `account_unknown`. */
export async function cardsOfAccount(db: Db, accountId: number): Promise<{ account: string; cards: PersonCard[] }> {
  const account = (await accountNames(db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  return { account: account.name, cards: await cardsOf(db, await contactsOfAccounts(db, [accountId])) }
}

/** Refused as `contact_unknown`. */
export async function cardOfPerson(db: Db, contactId: number): Promise<PersonCard> {
  const contact = await findContact(db, contactId)
  if (!contact) throw new Refusal('contact_unknown', { id: contactId })
  return (await cardsOf(db, [contact]))[0]!
}

async function cardsOf(db: Db, contacts: readonly Contact[]): Promise<PersonCard[]> {
  const ids = contacts.map(contact => contact.id)
  const [profiles, acquaintances, jobs, ours] = await Promise.all([
    readProfiles(db, ids),
    readAcquaintances(db, ids),
    readEmployments(db, ids),
    listPeople(db),
  ])
  const accounts = await accountNames(db, [
    ...contacts.map(contact => contact.accountId),
    ...[...jobs.values()].flat().map(job => job.accountId),
  ])
  const nameOf = new Map(ours.map(person => [person.id, person.name]))
  return contacts.map(({ id, accountId, version, createdByImport, ...contact }) => {
    const {
      contactId,
      confirmedOn,
      version: _,
      ...profile
    } = profiles.get(id) ?? {
      ...emptyProfile,
      contactId: id,
      confirmedOn: null,
      version: 0,
    }
    return {
      ...contact,
      ...profile,
      uid: `vitalfew-contact-${id}`,
      organisation: accounts.get(accountId)?.name ?? null,
      acquaintances: (acquaintances.get(id) ?? []).map(({ personId, strength, since, lastContactOn }) => ({
        name: nameOf.get(personId) ?? personId,
        strength,
        since,
        lastContactOn,
      })),
      jobs: (jobs.get(id) ?? []).map(({ accountId: at, title, fromDay, toDay }) => ({
        code: accounts.get(at)?.code ?? '',
        account: accounts.get(at)?.name ?? '',
        title,
        fromDay,
        toDay,
      })),
    }
  })
}
