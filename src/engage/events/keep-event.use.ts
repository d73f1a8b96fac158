import { mayEditContacts } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { occurrences } from './event.ts'
import {
  type AccountEvent,
  type EventFields,
  insertEvents,
  lockEvent,
  markEventRemoved,
  putSettlement,
  type Settlement,
  takeSettlement,
  updateEvent,
} from './events.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** Refused as account_unknown, account_not_yours, event_owner_unknown, event_contact_unknown. */
export async function addEvent({ db: outer, actor }: Acting, accountId: number, fields: EventFields): Promise<number> {
  return outer.transaction().execute(async db => {
    await lockEditable(db, actor, accountId, mayEditContacts)
    await checkPeople(db, accountId, fields)
    const [id] = await insertEvents(db, [{ ...fields, accountId }])
    await record(db, actor, { id: id!, accountId }, 'add', undefined, fields)
    return id!
  })
}

export async function editEvent(
  { db: outer, actor }: Acting,
  id: number,
  version: number,
  edit: Partial<EventFields>,
): Promise<void> {
  await outer.transaction().execute(async db => {
    const event = await editable(db, actor, id)
    if (event.removed) throw new Refusal('event_not_found', { id })
    if (event.version !== version) throw new Refusal('event_changed_meanwhile', { title: event.title })
    const { before, after } = changedFields<Partial<EventFields>>(event, edit)
    if (Object.keys(after).length === 0) return
    const fields: EventFields = Object.assign({}, event, after)
    await checkPeople(db, event.accountId, fields)
    await updateEvent(db, id, fields)
    await record(db, actor, event, 'edit', before, after)
  })
}

export async function removeEvent(context: Acting, id: number): Promise<void> {
  await setRemoved(context, id, true)
}

export async function restoreEvent(context: Acting, id: number): Promise<void> {
  await setRemoved(context, id, false)
}

async function setRemoved({ db: outer, actor, clock }: Acting, id: number, removed: boolean): Promise<void> {
  await outer.transaction().execute(async db => {
    const event = await editable(db, actor, id)
    if (event.removed === removed) return
    await markEventRemoved(db, id, removed ? clock.now() : null)
    await record(db, actor, event, removed ? 'remove' : 'restore', undefined, { title: event.title })
  })
}

/**
 * Says of one occurrence that it was seen to or left out; null takes that back.
 * Refused as event_day_invalid where the event does not happen on that day.
 */
export async function settleEvent(
  context: Acting,
  id: number,
  day: string,
  said: Pick<Settlement, 'state' | 'note' | 'cost'> | null,
): Promise<void> {
  const { actor } = context
  const today = await businessDay(context)
  await context.db.transaction().execute(async db => {
    const event = await editable(db, actor, id)
    if (event.removed) throw new Refusal('event_not_found', { id })
    if (occurrences(event, day, day).length === 0) throw new Refusal('event_day_invalid', { title: event.title, day })
    const before = await takeSettlement(db, id, day)
    if (said) await putSettlement(db, { ...said, eventId: id, day, settledByName: actor.name, settledOn: today })
    if (!before && !said) return
    await record(db, actor, event, 'settle', before ?? { day }, said ? { ...said, day } : { day, state: null })
  })
}

/** Whoever keeps the account's contacts keeps its events, and whoever sees to one. */
async function editable(db: Db, actor: Actor, id: number): Promise<AccountEvent & { removed: boolean }> {
  const event = await lockEvent(db, id)
  if (!event) throw new Refusal('event_not_found', { id })
  const may = (who: Actor, account: { ownerId: string | null }) =>
    mayEditContacts(who, account) || (who.id !== null && who.role !== 'reader' && event.ownerId === who.id)
  await lockEditable(db, actor, event.accountId, may)
  return event
}

async function checkPeople(db: Db, accountId: number, { ownerId, contactId }: EventFields): Promise<void> {
  if (ownerId !== null) {
    const person = await findPerson(db, ownerId)
    if (!person || person.disabled) throw new Refusal('event_owner_unknown')
  }
  if (contactId !== null && (await contactNames(db, [contactId])).get(contactId)?.accountId !== accountId) {
    throw new Refusal('event_contact_unknown')
  }
}

async function record(
  db: Db,
  actor: Actor,
  { id: subjectId, accountId }: { id: number; accountId: number },
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(db, actor, { room: 'engage', subject: 'event', subjectId, accountId, operation, before, after })
}
