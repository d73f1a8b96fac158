import { listPeople } from '../../platform/people.store.ts'
import type { Signal } from '../../platform/signal.ts'
import type { SignalReading, SignalSource } from '../../platform/signal-source.server.ts'
import { currentStep, isEscalated, mayDecide } from './approval-path.ts'
import { listRequests, type SpecialRequest, stepsOf } from './requests.store.ts'
import { decideWords, outcomeWords } from './requests-words.ts'

/** More than this many open requests no department has; further ones wait until these are decided. */
const most = 5000

export default {
  kinds: { 'engage.request': decideWords, 'engage.request_outcome': outcomeWords },
  read: async reading => {
    const requests = await listRequests(reading.db, {
      accountIds: reading.accountIds,
      askedBy: null,
      states: ['waiting', 'approved'],
      limit: most,
      after: null,
    })
    const decisions = await toDecide(reading, requests)
    const outcomes = requests.flatMap(request => outcomeMissing(request, reading.today))
    return [...decisions, ...outcomes]
  },
} satisfies SignalSource

/** At everybody who may decide it in their own right, and once overdue also at those one level higher. */
async function toDecide({ db, today }: SignalReading, requests: readonly SpecialRequest[]): Promise<Signal[]> {
  const waiting = requests.filter(request => request.state === 'waiting')
  if (waiting.length === 0) return []
  const ids = waiting.map(request => request.id)
  const [steps, people] = await Promise.all([stepsOf(db, ids), listPeople(db)])
  const byRequest = Map.groupBy(steps, step => step.requestId)
  return waiting.flatMap(request => {
    const step = currentStep(byRequest.get(request.id) ?? [])
    if (!step) return []
    const deciders = people.filter(person => {
      const as = person.disabled ? null : mayDecide(step, { ...person, standsInFor: [] }, today)
      return as === 'own' || as === 'escalation'
    })
    return deciders.map(({ id: personId }) => ({
      kind: 'engage.request',
      key: `${request.id} ${step.place} ${personId}`,
      accountId: request.accountId,
      personId,
      role: null,
      due: step.due,
      value: request.worth,
      confidence: 1,
      values: {
        request: request.id,
        what: request.what,
        wantedOn: request.wantedOn,
        cost: request.cost,
        askedBy: request.askedByName,
        overdue: isEscalated(step, today) ? 1 : 0,
      },
    }))
  })
}

function outcomeMissing(request: SpecialRequest, today: string): Signal[] {
  if (request.state !== 'approved' || request.wantedOn >= today) return []
  return [
    {
      kind: 'engage.request_outcome',
      key: String(request.id),
      accountId: request.accountId,
      personId: request.askedBy,
      role: null,
      due: request.wantedOn,
      value: request.worth,
      confidence: 0.5,
      values: { request: request.id, what: request.what, wantedOn: request.wantedOn },
    },
  ]
}
