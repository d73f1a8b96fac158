import { accountNames } from '../../accounts/account-names.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { beginsOn, nextOccurrence, occurrences, timesRound } from './event.ts'
import { eventsOf, settlementsOf } from './events.store.ts'
import type { Acting } from './keep-event.use.ts'

type Query = { accountId?: number; whose: 'mine' | 'all'; days?: number }

/** Events with their next occurrence, the soonest first; those that do not come again stand last. */
export async function readEvents(context: Acting, query: Query) {
  const { db, actor } = context
  const today = await businessDay(context)
  const events = await eventsOf(db, query.accountId === undefined ? null : [query.accountId])
  const [accounts, contacts, people, settlements] = await Promise.all([
    accountNames(db, [...new Set(events.map(event => event.accountId))]),
    contactNames(db, [...new Set(events.flatMap(event => event.contactId ?? []))]),
    listPeople(db),
    settlementsOf(
      db,
      events.map(event => event.id),
      '0001-01-01',
    ),
  ])
  const names = new Map(people.map(person => [person.id, person.name]))
  const said = Map.groupBy(settlements, settlement => settlement.eventId)
  const shown = events.map(({ accountId, contactId, ownerId, ...event }) => {
    const account = accounts.get(accountId)!
    const contact = contactId === null ? undefined : contacts.get(contactId)
    const sees = ownerId ?? account.ownerId
    const next = nextOccurrence(event, today)
    const own = (said.get(event.id) ?? []).map(({ eventId: _, ...settlement }) => settlement)
    const recent = occurrences(event, beginsOn(today, 60), beginsOn(today, 1)).at(-1) ?? null
    return {
      ...event,
      account: { id: account.id, code: account.code, name: account.name },
      contact: contact ? { id: contact.id, name: contact.name } : null,
      owner: sees === null ? null : { id: sees, name: names.get(sees) ?? sees },
      ownerNamed: ownerId !== null,
      next,
      times: next === null ? null : timesRound(event, next),
      nextSettlement: own.find(settlement => settlement.day === next) ?? null,
      past: own.filter(settlement => settlement.day !== next),
      unsettled: recent !== null && !own.some(settlement => settlement.day === recent) ? recent : null,
      mayEdit:
        mayEditContacts(actor, account) || (actor.id !== null && actor.role !== 'reader' && ownerId === actor.id),
    }
  })
  const until = query.days === undefined ? null : beginsOn(today, -query.days)
  const items = shown
    .filter(event => query.whose === 'all' || event.owner?.id === actor.id)
    .filter(event => until === null || event.unsettled !== null || (event.next !== null && event.next <= until))
  const place = (event: { next: string | null }) => event.next ?? '9999'
  items.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.id - b.id))
  return { items }
}
