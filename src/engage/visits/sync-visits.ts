import { type Cadence, timesOf } from './cadence.ts'
import { type Occurrence, plannedOccurrences } from './occurrences.ts'
import type { FollowedVisit, NewVisit, Visit } from './visit.ts'
import { addDays } from './wall-clock.ts'
import type { WorkCalendar } from './working-days.ts'

/** What has to happen so that the visits ahead are those of the cadence. */
export type Sync = {
  added: NewVisit[]
  changed: FollowedVisit[]
  /** No longer given by the rule. */
  gone: Visit[]
}

/**
 * Compares a cadence with the visits made of it, from `today` to `horizon`. Visits that a person moved, called off or
 * held stay as they are; the others follow the cadence and the calendars. Run twice it changes nothing the second time.
 */
export function syncVisits(
  cadence: Cadence,
  calendar: WorkCalendar,
  made: readonly Visit[],
  today: string,
  horizon: string,
): Sync {
  const byDay = new Map(made.map(visit => [visit.occurrenceDay, visit]))
  const sync: Sync = { added: [], changed: [], gone: [] }
  const wanted = new Set<string>()
  for (const occurrence of plannedOccurrences(timesOf(cadence), calendar, today, horizon)) {
    wanted.add(occurrence.occurrenceDay)
    const visit = byDay.get(occurrence.occurrenceDay)
    const planned = visitOf(cadence, occurrence)
    if (!visit) sync.added.push(planned)
    else if (follows(visit)) {
      if (differs(visit, planned)) sync.changed.push({ ...planned, id: visit.id, sequence: visit.sequence + 1 })
    }
  }
  const ahead = (visit: Visit) => visit.occurrenceDay! >= today && visit.occurrenceDay! <= addDays(horizon, 366)
  sync.gone = made.filter(visit => ahead(visit) && follows(visit) && !wanted.has(visit.occurrenceDay!))
  return sync
}

/** Nobody has decided anything about it: it is as its cadence made it. */
function follows(visit: Visit): boolean {
  if (visit.state === 'cancelled') return visit.cancelledBy === 'holiday'
  return visit.state === 'planned' && (visit.movedBy === null || visit.movedBy === 'holiday')
}

function visitOf(cadence: Cadence, { outcome, holiday, occurrenceDay, startsAt, endsAt }: Occurrence): NewVisit {
  const { id: cadenceId, accountId, siteId, kind, personId, contactIds, timeZone, purpose } = cadence
  const isSkipped = outcome === 'skipped'
  return {
    ...{ accountId, siteId, kind, personId, contactIds, timeZone, purpose, cadenceId, occurrenceDay, startsAt, endsAt },
    state: isSkipped ? 'cancelled' : 'planned',
    movedBy: outcome === 'moved' ? 'holiday' : null,
    moveReason: outcome === 'moved' ? holiday : null,
    cancelledBy: isSkipped ? 'holiday' : null,
    cancelReason: isSkipped ? holiday : null,
  }
}

const compared = [
  ...(['siteId', 'kind', 'personId', 'startsAt', 'endsAt', 'timeZone', 'purpose'] as const),
  ...(['state', 'movedBy', 'moveReason', 'cancelledBy', 'cancelReason'] as const),
]

const differs = (visit: Visit, planned: NewVisit): boolean =>
  compared.some(field => (planned[field] ?? null) !== visit[field]) ||
  planned.contactIds.join() !== visit.contactIds.join()
