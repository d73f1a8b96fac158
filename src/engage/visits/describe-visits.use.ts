import { accountNames } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { invitationsOf } from '../calendar/invitations.store.ts'
import { keepingOf } from './kept-rate.ts'
import type { Visit } from './visit.ts'
import { mayKeepVisits } from './visit-access.use.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { findVisit, type VisitsAsked, visitsOf } from './visits.store.ts'
import { wallClockAt } from './wall-clock.ts'

export type ReadingVisits = { db: Db; clock: Clock; actor: Actor }

export type ShownVisit = Awaited<ReturnType<typeof describeVisits>>[number]

/** Visits with the names, hours on the account's wall and rights that a page shows. */
export async function describeVisits({ db, clock, actor }: ReadingVisits, visits: readonly Visit[]) {
  const accountIds = [...new Set(visits.map(visit => visit.accountId))]
  const ids = visits.map(visit => visit.id)
  const [accounts, contacts, sites, invitations, mayEdit, { rules }] = await Promise.all([
    accountNames(db, accountIds),
    contactNames(db, [...new Set(visits.flatMap(visit => visit.contactIds))]),
    sitesById(
      db,
      visits.flatMap(visit => visit.siteId ?? []),
    ),
    invitationsOf(db, ids),
    mayKeepVisits(db, actor, accountIds),
    readVisitRules(db),
  ])
  const now = clock.now().toISOString()
  return visits.map(visit => {
    const { accountId, siteId, contactIds, originalStartsAt: _, occurrenceDay: __, sequence: ___, ...facts } = visit
    const site = siteId === null ? undefined : sites.get(siteId)
    const begin = wallClockAt(visit.startsAt, visit.timeZone)
    return {
      ...facts,
      account: accounts.get(accountId) ?? { id: accountId, code: '', name: '' },
      site: site ? { id: site.id, name: site.name } : null,
      contacts: contactIds.flatMap(id => {
        const contact = contacts.get(id)
        return contact ? [{ id, name: contact.name, email: contact.email }] : []
      }),
      ...begin,
      endTime: wallClockAt(visit.endsAt, visit.timeZone).time,
      promised: wallClockAt(visit.promisedAt, visit.timeZone),
      keeping: keepingOf(visit, now, rules.toleranceMinutes),
      invited: invitations.get(visit.id) ?? [],
      mayEdit: mayEdit(visit),
    }
  })
}

export async function readVisits(reading: ReadingVisits, asked: VisitsAsked) {
  return describeVisits(reading, await visitsOf(reading.db, asked))
}

/** Refused as `visit_unknown`. */
export async function readVisit(reading: ReadingVisits, id: number) {
  const visit = await findVisit(reading.db, id)
  if (!visit) throw new Refusal('visit_unknown', { id })
  return (await describeVisits(reading, [visit]))[0]!
}
