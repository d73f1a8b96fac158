import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readCalendars } from '../visits/holidays.store.ts'
import { readVisitRules } from '../visits/visit-rules.store.ts'
import { addDays } from '../visits/wall-clock.ts'
import { workCalendarOf } from '../visits/work-calendars.ts'
import { nearestWorkingDay } from '../visits/working-days.ts'
import { approvalPath, dueDays, type Step } from './approval-path.ts'
import type { RequestKind } from './request.ts'
import { insertRequest, insertSteps, readRules } from './requests.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type RequestSaid = {
  kind: RequestKind
  what: string
  reason: string
  wantedOn: string
  contactId: number | null
  worth: string | null
  cost: string | null
  executiveId: string | null
}

/**
 * Asks for something out of the ordinary. Its path is made by the rules of the day; where nobody has to agree it is
 * approved at once. Refused as account_unknown, account_not_yours, request_day_invalid, request_executive_unknown,
 * request_contact_unknown.
 */
export async function askRequest(context: Acting, accountId: number, said: RequestSaid): Promise<number> {
  const { actor } = context
  const today = await businessDay(context)
  if (said.wantedOn < today) throw new Refusal('request_day_invalid', { day: said.wantedOn })
  return context.db.transaction().execute(async db => {
    await lockEditable(
      db,
      actor,
      accountId,
      (who, account) => who.role === 'executive' || mayEditContacts(who, account),
    )
    await checkPeople(db, accountId, said)
    const steps = await pathOf(db, said, today)
    const id = await insertRequest(db, {
      ...said,
      accountId,
      askedBy: actor.id,
      askedByName: actor.name,
      askedOn: today,
      state: steps.length === 0 ? 'approved' : 'waiting',
    })
    await insertSteps(db, id, steps)
    await recordChange(db, actor, {
      room: 'engage',
      subject: 'request',
      subjectId: id,
      accountId,
      operation: 'ask',
      after: said,
    })
    return id
  })
}

/** The path that a request of today would take. */
export async function pathOf(
  db: Db,
  said: Pick<RequestSaid, 'kind' | 'cost' | 'executiveId' | 'wantedOn'>,
  today: string,
): Promise<Step[]> {
  const { rules } = await readRules(db)
  const visitRules = await readVisitRules(db)
  const calendar = workCalendarOf(await readCalendars(db), visitRules.rules, null)
  const workingDayAfter = (day: string, count: number) => {
    let found = day
    for (let step = 0; step < count; step += 1) found = nearestWorkingDay(found, 'next', calendar) ?? addDays(found, 1)
    return found
  }
  const path = approvalPath(said, rules)
  const due = dueDays(path.length, today, said.wantedOn, rules.daysToDecide, workingDayAfter, day => addDays(day, -1))
  return path.map((step, index) => ({ ...step, place: index + 1, due: due[index]!, state: 'waiting' as const }))
}

async function checkPeople(db: Db, accountId: number, { executiveId, contactId }: RequestSaid): Promise<void> {
  if (executiveId !== null) {
    const person = await findPerson(db, executiveId)
    if (person?.role !== 'executive' || person.disabled) throw new Refusal('request_executive_unknown')
  }
  if (contactId !== null && (await contactNames(db, [contactId])).get(contactId)?.accountId !== accountId) {
    throw new Refusal('request_contact_unknown')
  }
}
