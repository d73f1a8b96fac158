import type { Absence } from './absence.ts'
import { absencesWithin, addAbsence, findAbsence, removeAbsence } from './absences.store.ts'
import { recordChange } from './audit.server.ts'
import { businessDay } from './business-day.server.ts'
import type { ActorContext } from './operation.server.ts'
import { findPerson } from './people.store.ts'
import { Refusal } from './refusal.ts'
import type { Actor } from './roles.ts'

/** Everybody says it of themselves, administrator and head of anybody. */
const maySay = (actor: Actor, personId: string): boolean =>
  actor.id === personId || actor.role === 'administrator' || actor.role === 'head'

/**
 * A person is away and another stands in. Refused as `absence_not_yours`, `absence_over`, `absence_twice`,
 * `deputy_unfit` (oneself, a reader, somebody who has left), `deputy_away`.
 */
export async function goAway(
  context: Pick<ActorContext, 'db' | 'actor' | 'clock'>,
  { personId = context.actor.id ?? '', ...said }: Omit<Absence, 'id' | 'personId'> & { personId?: string },
): Promise<Absence> {
  const { actor } = context
  const absence = { ...said, personId }
  return context.db.transaction().execute(async db => {
    const person = await findPerson(db, personId)
    if (!person) throw new Refusal('person_unknown')
    if (!maySay(actor, personId)) throw new Refusal('absence_not_yours')
    const today = await businessDay({ db, clock: context.clock })
    if (said.from > said.to || said.to < today) throw new Refusal('absence_over', { from: said.from, to: said.to })
    const deputy = await findPerson(db, said.deputyId)
    if (!deputy || deputy.disabled || deputy.role === 'reader' || deputy.id === personId)
      throw new Refusal('deputy_unfit', { name: deputy?.name ?? '' })
    if ((await absencesWithin(db, absence)).length > 0) throw new Refusal('absence_twice', { name: person.name })
    if ((await absencesWithin(db, { ...absence, personId: deputy.id })).length > 0)
      throw new Refusal('deputy_away', { name: deputy.name })
    const added = await addAbsence(db, absence)
    await recordChange(db, actor, {
      room: 'platform',
      subject: 'absence',
      subjectId: added.id,
      operation: 'go away',
      after: added,
    })
    return added
  })
}

/** Takes an absence back. Refused as `absence_unknown`, `absence_not_yours`. */
export async function comeBack({ db, actor }: ActorContext, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    const absence = await findAbsence(transaction, id)
    if (!absence) throw new Refusal('absence_unknown')
    if (!maySay(actor, absence.personId)) throw new Refusal('absence_not_yours')
    await removeAbsence(transaction, id)
    await recordChange(transaction, actor, {
      room: 'platform',
      subject: 'absence',
      subjectId: id,
      operation: 'come back',
      before: absence,
    })
  })
}
