import { accountOwners } from '../../accounts/account-owners.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Language } from '../../platform/language.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import type { Visit } from '../visits/visit.ts'
import { lockOwnVisit, recordVisit } from '../visits/visit-access.use.ts'
import { invitationFor } from './invitation.ts'
import { insertInvitations, invitationsOf } from './invitations.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor' | 'baseUrl'> & { clock: Clock }

/** Invites those contacts of an open visit that have a mail address; again after a change. */
export async function inviteToVisit(context: Acting, id: number, version: number) {
  return context.db.transaction().execute(async db => {
    const visit = await lockOwnVisit(db, context.actor, id, version)
    if (visit.state !== 'planned') throw new Refusal('visit_not_open', { state: visit.state })
    const contacts = [...(await contactNames(db, visit.contactIds)).values()]
    const invited = contacts.filter(contact => contact.email !== null)
    await write(
      context,
      db,
      visit,
      invited.map(contact => ({ contactId: contact.id, method: 'REQUEST' })),
    )
    await recordVisit(db, context.actor, visit, 'invite', undefined, { contacts: invited.map(contact => contact.id) })
    const withoutMail = contacts.filter(contact => contact.email === null).map(contact => contact.name)
    return { invited: invited.length, withoutMail }
  })
}

/** After a change: who was invited is told, by a new invitation or by one that calls the visit off. */
export async function tellInvited(context: Acting, db: Db, visit: Visit): Promise<void> {
  const told = (await invitationsOf(db, [visit.id])).get(visit.id) ?? []
  const method = visit.state === 'cancelled' ? 'CANCEL' : 'REQUEST'
  // Who was told already that it is off hears of it again only when it is on again.
  const stillAsked = told.filter(each => each.method === 'REQUEST' || method === 'REQUEST')
  await write(
    context,
    db,
    visit,
    stillAsked.map(({ contactId }) => ({ contactId, method })),
  )
}

async function write(
  { actor, clock, baseUrl }: Acting,
  db: Db,
  visit: Visit,
  words: readonly { contactId: number; method: 'REQUEST' | 'CANCEL' }[],
): Promise<void> {
  if (words.length === 0) return
  const ids = words.map(each => each.contactId)
  const [contacts, accounts, person, settings, sites] = await Promise.all([
    contactNames(db, ids),
    accountOwners(db, [visit.accountId]),
    findPerson(db, visit.personId),
    readSettings(db),
    sitesById(db, visit.siteId === null ? [] : [visit.siteId]),
  ])
  const account = accounts.get(visit.accountId)
  const site = visit.siteId === null ? undefined : sites.get(visit.siteId)
  if (!person || !account) return
  const now = clock.now()
  const language: Language = account.country === 'CN' ? 'zh-Hans' : 'en'
  const place = site ? [site.name, site.address, site.city] : [account.name, account.city]
  const invitations = words.flatMap(({ contactId, method }) => {
    const contact = contacts.get(contactId)
    if (!contact?.email) return []
    const made = invitationFor(visit, {
      method,
      organizer: { name: person.name, email: person.email },
      attendee: { name: contact.name, email: contact.email },
      company: settings.companyName,
      account: account.name,
      location: place.filter(Boolean).join(', '),
      host: new URL(baseUrl).hostname,
      now: now.toISOString(),
      language,
    })
    return [{ ...made, contactId, email: contact.email, language }]
  })
  await insertInvitations(db, visit.id, invitations, { id: actor.id, now })
}
