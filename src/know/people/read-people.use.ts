import { accountNames } from '../../accounts/account-names.server.ts'
import { accountForContacts } from '../../accounts/contact-lives.server.ts'
import { type Contact, contactsOfAccounts, findContact, findContacts } from '../../accounts/contacts.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAcquaintances } from './acquaintances.store.ts'
import { coverage, holds } from './consent.ts'
import { readConsents } from './consents.store.ts'
import { type Employment, endedEmployments, readEmployments } from './employments.store.ts'
import type { FormerPerson, PersonRead } from './people.contract.ts'
import { emptyProfile } from './profile.ts'
import { readProfiles } from './profiles.store.ts'

type Reading = Pick<ActorContext, 'db' | 'clock' | 'actor'>

/** Those who work at the account, the weightiest first, and those who worked there, the latest first. */
export async function listAccountPeople(
  context: Reading,
  accountId: number,
): Promise<{ items: PersonRead[]; former: FormerPerson[] }> {
  const { db } = context
  const contacts = await contactsOfAccounts(db, [accountId])
  const [items, former] = await Promise.all([describe(context, contacts), formerPeople(db, accountId)])
  const present = items.filter(item => item.leftOn === null).sort(byWeight)
  const gone = items.filter(item => item.leftOn !== null)
  return { items: [...present, ...gone], former }
}

/** One person with jobs and consents. Refused as `contact_unknown`. */
export async function readPerson(context: Reading, contactId: number) {
  const { db } = context
  const contact = await findContact(db, contactId)
  if (!contact) throw new Refusal('contact_unknown', { id: contactId })
  const [[person], jobs, consents, today, { mayEdit }] = await Promise.all([
    describe(context, [contact]),
    readEmployments(db, [contactId]),
    readConsents(db, [contactId]),
    businessDay(context),
    accountForContacts(db, context.actor, contact.accountId),
  ])
  const known = jobs.get(contactId) ?? [presentJob(contact)]
  const names = await accountNames(db, [contact.accountId, ...known.map(job => job.accountId)])
  const nameOf = (id: number) => names.get(id)?.name ?? ''
  return {
    ...person!,
    accountName: nameOf(contact.accountId),
    jobs: known.map(({ accountId, title, fromDay, toDay }) => ({
      accountId,
      accountName: nameOf(accountId),
      title,
      fromDay,
      toDay,
    })),
    consents: (consents.get(contactId) ?? []).map(({ contactId: _, ...consent }) => ({
      ...consent,
      inForce: holds(consent, today),
    })),
    mayEdit,
  }
}

/** Who has no job written down works where the contact says, nobody knows since when. */
export const presentJob = (contact: Contact): Omit<Employment, 'id'> => ({
  contactId: contact.id,
  accountId: contact.accountId,
  title: contact.role,
  fromDay: null,
  toDay: null,
})

async function describe(context: Reading, contacts: readonly Contact[]): Promise<PersonRead[]> {
  const { db } = context
  const ids = contacts.map(contact => contact.id)
  const [profiles, acquaintances, jobs, consents, ours, today] = await Promise.all([
    readProfiles(db, ids),
    readAcquaintances(db, ids),
    readEmployments(db, ids),
    readConsents(db, ids),
    listPeople(db),
    businessDay(context),
  ])
  const nameOf = new Map(ours.map(person => [person.id, person.name]))
  return contacts.map(({ id, createdByImport, ...contact }) => {
    const {
      version: profileVersion,
      contactId,
      ...profile
    } = profiles.get(id) ?? {
      ...emptyProfile,
      contactId: id,
      confirmedOn: null,
      version: 0,
    }
    const known = acquaintances.get(id) ?? []
    const grounds = consents.get(id) ?? []
    const ended = jobs.get(id)
    return {
      ...contact,
      ...profile,
      contactId,
      profileVersion,
      acquaintances: known.map(({ personId, strength, since, lastContactOn }) => ({
        personId,
        personName: nameOf.get(personId) ?? personId,
        strength,
        since,
        lastContactOn,
      })),
      lastContactOn: known.reduce<string | null>(
        (latest, { lastContactOn }) =>
          lastContactOn !== null && (latest ?? '') < lastContactOn ? lastContactOn : latest,
        null,
      ),
      leftOn: ended?.every(job => job.toDay !== null) ? (ended[0]?.toDay ?? null) : null,
      coverage: {
        'personal data': coverage(grounds, 'personal data', today),
        marketing: coverage(grounds, 'marketing', today),
        photos: coverage(grounds, 'photos', today),
      },
    }
  })
}

/** People whose last job here has ended and who work at another account now. */
async function formerPeople(db: Db, accountId: number): Promise<FormerPerson[]> {
  const ended = await endedEmployments(db, [accountId])
  const ids = [...new Set(ended.map(job => job.contactId))]
  const contacts = new Map((await findContacts(db, ids)).map(contact => [contact.id, contact]))
  const [profiles, names] = await Promise.all([
    readProfiles(db, ids),
    accountNames(
      db,
      [...contacts.values()].map(contact => contact.accountId),
    ),
  ])
  const seen = new Set<number>()
  return ended.flatMap(job => {
    const contact = contacts.get(job.contactId)
    if (!contact || contact.accountId === accountId || seen.has(job.contactId)) return []
    seen.add(job.contactId)
    const to = names.get(contact.accountId)
    return {
      contactId: job.contactId,
      name: contact.name,
      title: job.title,
      buyingRole: profiles.get(job.contactId)?.buyingRole ?? null,
      leftOn: job.toDay!,
      movedTo: to ? { id: to.id, name: to.name } : null,
    }
  })
}

/** Influence first, then the role's weight in buying, then the name. */
function byWeight(one: PersonRead, other: PersonRead): number {
  const weight = ({ influence, buyingRole }: PersonRead) =>
    (influence ?? 0) * 10 + (buyingRole === null ? 0 : buyingRole === 'decision maker' ? 2 : 1)
  return weight(other) - weight(one) || one.name.localeCompare(other.name)
}
