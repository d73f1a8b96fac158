import { accountNames } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { CalendarItem, CalendarSource } from '../calendar/calendar-source.server.ts'
import type { VisitState } from './visit.ts'
import { mayKeepVisits } from './visit-access.use.ts'
import { visitsOf } from './visits.store.ts'
import { addDays, instantAt, wallClockAt } from './wall-clock.ts'

const states: Record<VisitState, CalendarItem['state']> = {
  planned: 'open',
  held: 'done',
  cancelled: 'off',
  missed: 'off',
}

export default {
  kinds: {
    visit: language => (language === 'en' ? 'Visit' : '拜访'),
    'executive visit': language => (language === 'en' ? 'Executive visit' : '高管拜访'),
  },
  read: async ({ db, actor, timeZone, from, to, personIds }) => {
    const visits = await visitsOf(db, {
      personIds: personIds ?? undefined,
      from: instantAt({ day: from, time: '00:00' }, timeZone),
      to: instantAt({ day: addDays(to, 1), time: '00:00' }, timeZone),
    })
    const accountIds = [...new Set(visits.map(visit => visit.accountId))]
    const [accounts, contacts, sites, mayEdit] = await Promise.all([
      accountNames(db, accountIds),
      contactNames(
        db,
        visits.flatMap(visit => visit.contactIds),
      ),
      sitesById(
        db,
        visits.flatMap(visit => visit.siteId ?? []),
      ),
      mayKeepVisits(db, actor, accountIds),
    ])
    return visits.map(visit => ({
      key: String(visit.id),
      kind: visit.kind === 'executive' ? 'executive visit' : 'visit',
      title: accounts.get(visit.accountId)?.name ?? '',
      accountId: visit.accountId,
      personId: visit.personId,
      day: wallClockAt(visit.startsAt, timeZone).day,
      startsAt: visit.startsAt,
      endsAt: visit.endsAt,
      timeZone: visit.timeZone,
      state: states[visit.state],
      path: `/calendar?visit=${visit.id}`,
      place: visit.siteId === null ? null : (sites.get(visit.siteId)?.name ?? null),
      note: [visit.purpose, ...visit.contactIds.map(id => contacts.get(id)?.name)].filter(Boolean).join(' · ') || null,
      move: visit.state === 'planned' && mayEdit(visit) ? { visitId: visit.id, version: visit.version } : null,
      uid: `visit-${visit.id}`,
      sequence: visit.sequence,
    }))
  },
} satisfies CalendarSource
