import { setOwner } from '../src/accounts/set-owner.use.ts'
import { lastConfirmedReview } from '../src/identify/reviews.store.ts'
import { confirmReview, openReview } from '../src/identify/reviews.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { createPerson } from '../src/platform/people.use.ts'
import { operator } from '../src/platform/roles.ts'
import { readMyQueue } from '../src/today/queue.use.ts'
import { refreshSignals } from '../src/today/refresh.use.ts'
import { signalSources } from '../src/today/sources.server.ts'
import { asked, tell } from './child-process.ts'
import { fillDepartment } from './fill-department.ts'
import { timed } from './measurement.ts'

export type SignalsFound = {
  accounts: number
  signals: number
  /** With nothing in memory: the figures of all accounts are gathered too. */
  cold: number
  full: number[]
  /** Of a full reading: each room's sources, by file. */
  sources: { path: string; milliseconds: number; signals: number }[]
  change: number[]
  queue: number[]
}

const managers = 50
const { url } = asked<{ url: string }>()
const database = openDatabase(url)
const { db, pool } = database
const clock = { now: () => new Date('2026-11-02T01:00:00Z') }
const refreshing = { db, pool, clock }
const acting = { db, pool, clock, actor: operator() }

const people = await Promise.all(
  Array.from({ length: managers }, async (_, index) => {
    const email = `manager-${index}@bench.invalid`
    const { rows } = await pool.query<{ id: string }>('select id from auth."user" where email = $1', [email])
    return rows[0]?.id ?? createPerson(db, { name: `Manager ${index}`, email, role: 'manager' })
  }),
)
await pool.query(
  `update accounts.account set owner_id = ($1::text[])[1 + id % $2], version = version + 1
   where owner_id is distinct from ($1::text[])[1 + id % $2]`,
  [people, managers],
)
const isNew = await fillDepartment(acting, '2026-11-02')
if (isNew || !(await lastConfirmedReview(db))) await confirmReview(acting, (await openReview(acting)).id, null)
await pool.query('truncate today.signal, today.answer, today.tally, today.state, platform.changed_account cascade')

const anew = async () => {
  await pool.query('truncate today.state')
  return (await timed(() => refreshSignals(refreshing))).milliseconds
}
const cold = await anew()
const full = [await anew(), await anew(), await anew()]

const sources: SignalsFound['sources'] = []
for (const { path, source } of await signalSources()) {
  const { result, milliseconds } = await timed(() =>
    source.read({ ...refreshing, today: '2026-11-02', accountIds: null }),
  )
  sources.push({ path, milliseconds, signals: result.length })
}

const { rows: some } = await pool.query<{ id: number }>(
  'select id from accounts.account order by hashint8(id) limit 30',
)
const change: number[] = []
const queue: number[] = []
for (const [index, { id }] of some.entries()) {
  await setOwner(acting, [id], people[index]!)
  change.push((await timed(() => refreshSignals(refreshing))).milliseconds)
  const actor = { id: people[index]!, name: 'A manager', role: 'manager', via: 'web' } as const
  const page = { show: 'open', cursor: 0, limit: 50 } as const
  queue.push((await timed(() => readMyQueue({ ...refreshing, language: 'en', actor }, page))).milliseconds)
}
const { rows: counted } = await pool.query<{ accounts: number; signals: number }>(
  'select (select count(*) from accounts.account)::int as accounts, (select count(*) from today.signal)::int as signals',
)
await database.close()
tell<SignalsFound>({ ...counted[0]!, cold, full, sources, change, queue })
