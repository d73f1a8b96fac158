import { mayEditContacts } from '../../accounts/account-rights.ts'
import { type Acting, lockEditable } from '../../accounts/edit-account.use.ts'
import { accountWithSubsidiaries } from '../../accounts/group.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { peopleOf } from '../know.server.ts'
import { type MapKey, nodeOf, type Place, placesOf, removePlaces, savePlaces } from './places.store.ts'

/** Keeps where people were put; the others stay where they are. Refused as `person_not_on_map`. */
export async function placePeople(context: Acting, map: MapKey, places: readonly Place[]): Promise<number> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    await lockEditable(db, actor, map.accountId, mayEditContacts)
    const accounts = map.wide ? await accountWithSubsidiaries(db, map.accountId) : [{ id: map.accountId }]
    const [theirs, ours] = await Promise.all([
      peopleOf(
        db,
        accounts.map(account => account.id),
      ),
      listPeople(db),
    ])
    const contacts = new Set(theirs.map(person => person.contactId))
    const colleagues = new Set(ours.map(person => person.id))
    const stranger = places.find(({ contactId, personId }) =>
      contactId === null ? !colleagues.has(personId!) : !contacts.has(contactId),
    )
    if (stranger) throw new Refusal('person_not_on_map')
    const before = await placesOf(db, map)
    await savePlaces(db, map, places)
    const moved = new Set(places.map(nodeOf))
    await recordChange(db, actor, {
      room: 'know',
      subject: 'relationship map',
      subjectId: map.accountId,
      accountId: map.accountId,
      operation: 'move',
      before: { places: before.filter(place => moved.has(nodeOf(place))) },
      after: { places },
    })
    return moved.size
  })
}

/** Forgets all places of a map; returns them, so that they can be given back. */
export async function layOutAnew(context: Acting, map: MapKey): Promise<Place[]> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    await lockEditable(db, actor, map.accountId, mayEditContacts)
    const removed = await removePlaces(db, map)
    if (removed.length > 0)
      await recordChange(db, actor, {
        room: 'know',
        subject: 'relationship map',
        subjectId: map.accountId,
        accountId: map.accountId,
        operation: 'lay out anew',
        before: { places: removed },
      })
    return removed
  })
}
