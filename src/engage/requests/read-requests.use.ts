import { accountNames } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { absencesFrom } from '../../platform/absences.store.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { visitsOf } from '../visits/visits.server.ts'
import { addDays, instantAt, wallClockAt } from '../visits/wall-clock.ts'
import { currentStep, isEscalated, mayDecide, type Step } from './approval-path.ts'
import { type Acting, pathOf, type RequestSaid } from './ask-request.use.ts'
import { mayHandle, stoodInFor } from './decide-request.use.ts'
import type { RequestState } from './request.ts'
import { findRequest, listRequests, type RequestStep, type SpecialRequest, stepsOf } from './requests.store.ts'

const open: RequestState[] = ['waiting', 'approved']
const closed: RequestState[] = ['declined', 'withdrawn', 'done', 'failed']

type Query = {
  whose: 'to decide' | 'mine' | 'all'
  state: 'open' | 'closed'
  accountId?: number
  limit: number
  cursor?: string
}

export async function readRequests(context: Acting, query: Query) {
  const { db, actor } = context
  const [, wantedOn, id] = query.cursor?.match(/^(\d{4}-\d\d-\d\d)\|(\d{1,15})$/) ?? []
  const states: RequestState[] = query.whose === 'to decide' ? ['waiting'] : query.state === 'open' ? open : closed
  const rows = await listRequests(db, {
    accountIds: query.accountId === undefined ? null : [query.accountId],
    askedBy: query.whose === 'mine' ? (actor.id ?? '') : null,
    states,
    // Whose turn it is says the path; what waits is never long.
    limit: query.whose === 'to decide' ? 1000 : query.limit,
    after: wantedOn ? { wantedOn, id: Number(id) } : null,
  })
  const shown = await describe(context, rows)
  if (query.whose === 'to decide') {
    return { items: shown.filter(request => request.mayDecide !== null), nextCursor: null }
  }
  const last = rows.length === query.limit ? rows.at(-1) : undefined
  return { items: shown, nextCursor: last ? `${last.wantedOn}|${last.id}` : null }
}

export async function readRequest(context: Acting, id: number) {
  const request = await findRequest(context.db, id)
  if (!request) throw new Refusal('request_not_found', { id })
  return (await describe(context, [request]))[0]!
}

export async function readWholeRequest(context: Acting, id: number) {
  const request = await readRequest(context, id)
  const { executive, wantedOn } = request
  return { ...request, executiveDay: executive && (await dayOf(context.db, executive.id, wantedOn, request.visitId)) }
}

/** Who would have to agree to such a request of today. */
export async function previewPath(
  context: Acting,
  said: Pick<RequestSaid, 'kind' | 'cost' | 'executiveId' | 'wantedOn'>,
) {
  const { db } = context
  const today = await businessDay(context)
  const steps = await pathOf(db, said, today)
  const people = await peopleAndDeputies(db, today)
  return {
    steps: steps.map(step => ({
      ...nameApprover(step, people),
      place: step.place,
      because: step.because,
      due: step.due,
    })),
    executiveDay: said.executiveId === null ? null : await dayOf(db, said.executiveId, said.wantedOn, null),
  }
}

type People = Awaited<ReturnType<typeof peopleAndDeputies>>

async function peopleAndDeputies(db: Db, today: string) {
  const [people, absences] = await Promise.all([listPeople(db), absencesFrom(db, today)])
  const names = new Map(people.map(person => [person.id, person.name]))
  const deputies = new Map(
    absences.filter(each => each.from <= today).map(each => [each.personId, names.get(each.deputyId) ?? null]),
  )
  return { names, deputies }
}

function nameApprover({ personId, role }: Pick<Step, 'personId' | 'role'>, { names, deputies }: People) {
  return {
    person: personId === null ? null : { id: personId, name: names.get(personId) ?? personId },
    role,
    deputy: personId === null ? null : (deputies.get(personId) ?? null),
  }
}

/** What an executive has on a day, so that nobody asks them to be in two places. */
async function dayOf(db: Db, personId: string, day: string, butVisit: number | null) {
  const { timeZone } = await readSettings(db)
  const [visits, absences, people] = await Promise.all([
    visitsOf(db, {
      personId,
      from: instantAt({ day, time: '00:00' }, timeZone),
      to: instantAt({ day: addDays(day, 1), time: '00:00' }, timeZone),
      states: ['planned', 'held'],
    }),
    absencesFrom(db, day),
    listPeople(db),
  ])
  const accounts = await accountNames(
    db,
    visits.map(visit => visit.accountId),
  )
  const away = absences.find(each => each.personId === personId && each.from <= day)
  return {
    away: away ? { deputy: people.find(person => person.id === away.deputyId)?.name ?? '' } : null,
    visits: visits
      .filter(visit => visit.id !== butVisit)
      .map(visit => ({
        time: wallClockAt(visit.startsAt, visit.timeZone).time,
        endTime: wallClockAt(visit.endsAt, visit.timeZone).time,
        account: accounts.get(visit.accountId)?.name ?? '',
      })),
  }
}

async function describe(context: Acting, requests: readonly SpecialRequest[]) {
  const { db, actor } = context
  const today = await businessDay(context)
  const [accounts, contacts, steps, people, standsInFor] = await Promise.all([
    accountNames(db, [...new Set(requests.map(request => request.accountId))]),
    contactNames(db, [...new Set(requests.flatMap(request => request.contactId ?? []))]),
    stepsOf(
      db,
      requests.map(request => request.id),
    ),
    peopleAndDeputies(db, today),
    stoodInFor(db, actor, today),
  ])
  const decider = { id: actor.id, role: actor.role, standsInFor }
  const byRequest = Map.groupBy(steps, step => step.requestId)
  return requests.map(request => {
    const { accountId, contactId, executiveId, askedBy: _, ...facts } = request
    const { id, code, name } = accounts.get(accountId)!
    const contact = contactId === null ? undefined : contacts.get(contactId)
    const path: RequestStep[] = byRequest.get(request.id) ?? []
    const step = request.state === 'waiting' ? currentStep(path) : null
    return {
      ...facts,
      account: { id, code, name },
      contact: contact ? { id: contact.id, name: contact.name } : null,
      executive: executiveId === null ? null : { id: executiveId, name: people.names.get(executiveId) ?? executiveId },
      steps: path.map(each => ({
        ...each,
        ...nameApprover(each, people),
        overdue: isEscalated(each, today) && request.state === 'waiting',
      })),
      mayDecide: step ? mayDecide(step, decider, today) : null,
      mayHandle: mayHandle(actor, request),
    }
  })
}
