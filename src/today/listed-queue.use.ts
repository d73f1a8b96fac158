import { standsInFor } from '../platform/absences.store.ts'
import { businessDay } from '../platform/business-day.server.ts'
import { listPeople, type Person } from '../platform/people.store.ts'
import type { Role } from '../platform/roles.ts'
import { type QueueFilter, readQueue } from './queue.store.ts'
import { refreshSignals } from './refresh.use.ts'
import { type Telling, toldSignals } from './told-signals.use.ts'
import { chosenWhose, type Whose, whoseQueue } from './whose-queue.ts'

export type ListedSignal = Awaited<ReturnType<typeof toldSignals>>[number]

const everyOne = 1_000_000

/** The open queue of a person with whom they stand in for, or (null) of the department, best first; brought up to date before. */
export async function listedQueue(
  context: Telling,
  { person, limit = everyOne }: { person: Person | null; limit?: number },
): Promise<ListedSignal[]> {
  const today = await businessDay(context)
  const standingIn = person ? await standsInFor(context.db, person.id, today) : []
  const whose: Whose = person && whoseQueue(person, standingIn, await listPeople(context.db))
  return listed(context, { whose, today, show: 'open' }, limit)
}

/** The department's open queue, narrowed as its page is. */
export async function listedDepartment(
  context: Telling,
  {
    personId,
    role,
    ...narrowed
  }: Pick<QueueFilter, 'kind' | 'group' | 'accountId'> & { personId?: string; role?: Role },
): Promise<ListedSignal[]> {
  const whose = chosenWhose(personId, role)
  return listed(context, { ...narrowed, whose, today: await businessDay(context), show: 'open' }, everyOne)
}

async function listed(context: Telling, filter: QueueFilter, limit: number): Promise<ListedSignal[]> {
  await refreshSignals(context)
  const rows = await readQueue(context.db, filter, { offset: 0, limit })
  return toldSignals(context, rows, filter.today)
}
