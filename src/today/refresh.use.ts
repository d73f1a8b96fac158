import type { Kysely } from 'kysely'
import type pg from 'pg'
import { ownersOf } from '../accounts/account-names.server.ts'
import { ledgerVersion } from '../ledger/ledger.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import { someAccountChanged, takeChangedAccounts } from '../platform/changed-accounts.store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import type { DB } from '../platform/database-types.ts'
import { listPeople } from '../platform/people.store.ts'
import type { Signal } from '../platform/signal.ts'
import { newlyArisen } from './newly-arisen.ts'
import { distinctSignals, signalScore, typicalValue } from './rank.ts'
import { type Scope, scopesOf } from './scopes.ts'
import {
  answeredAmongStaged,
  endSignals,
  forgetAnswers,
  keepStaged,
  type PlacedSignal,
  stageSignals,
} from './signals.store.ts'
import { type FoundSource, signalSources } from './sources.server.ts'
import { lockSignals, readState, type SignalState, writeState } from './state.store.ts'

export type Refreshing = {
  db: Kysely<DB>
  pool: pg.Pool
  clock: Clock
  /** Another tree of sources than ours, in tests. */
  sourceFolder?: string
}

type Runs = { running: Promise<void>; waiting: Promise<void> | null }
const runsOfPools = new WeakMap<pg.Pool, Runs>()

/**
 * Brings the kept signals up to date: after a change those of the accounts it touched, on a new day or ledger all. One run
 * at a time for each process, and by a lock for the database; whoever asks while one runs waits for the next, which begins
 * after their change and so sees it.
 */
export function refreshSignals(refreshing: Refreshing): Promise<void> {
  const runs = runsOfPools.get(refreshing.pool)
  if (!runs) {
    const own: Runs = { running: refreshOnce(refreshing), waiting: null }
    runsOfPools.set(refreshing.pool, own)
    void settled(refreshing.pool, own)
    return own.running
  }
  runs.waiting ??= runs.running.catch(() => undefined).then(() => refreshOnce(refreshing))
  return runs.waiting
}

/** The one that waits becomes the one that runs, until nobody waits. */
async function settled(pool: pg.Pool, runs: Runs): Promise<void> {
  for (;;) {
    await runs.running.catch(() => undefined)
    if (!runs.waiting) break
    runs.running = runs.waiting
    runs.waiting = null
  }
  runsOfPools.delete(pool)
}

type Now = Pick<SignalState, 'day' | 'ledgerVersion' | 'versions'>

async function refreshOnce(refreshing: Refreshing): Promise<void> {
  const { db } = refreshing
  const sources = await signalSources(refreshing.sourceFolder)
  const paths = sources.map(({ path }) => path)
  const stale = (state: SignalState | null, now: Now) => scopesOfState(paths, state, now, refreshing.clock.now())
  if (!(await someAccountChanged(db))) {
    const [state, seen] = await Promise.all([readState(db), currentInputs(refreshing, sources)])
    if (stale(state, seen).size === 0) return
  }
  await db.transaction().execute(async transaction => {
    await lockSignals(transaction)
    const state = await readState(transaction)
    // Taken before anything is read: what is committed from here on is found the next time.
    const touched = await takeChangedAccounts(transaction)
    const now = await currentInputs(refreshing, sources)
    const scopes = new Map([...scopesOf(paths, touched), ...stale(state, now)])
    if (scopes.size === 0) return
    // Read through the pool, not in the transaction: a source that fails must not spoil the others.
    const { said, failed } = await readSources(refreshing, sources, scopes, now.day)
    const whole = scopes.size === sources.length && [...scopes.values()].every(scope => scope === 'everything')
    const typical = whole || !state ? typicalValue(said) : state.typicalValue
    await stageSignals(transaction, await placed(transaction, sources, said, scopes, { today: now.day, typical }))
    const answeredBy = sources.filter(({ path }) => scopes.has(path) && !(path in failed))
    for (const some of Map.groupBy(answeredBy, ({ path }) => String(scopes.get(path))).values()) {
      const kinds = some.flatMap(({ source }) => Object.keys(source.kinds))
      await endSignals(transaction, kinds, scopes.get(some[0]!.path)!, now.day)
    }
    const answered = await answeredAmongStaged(transaction)
    const arisen = answered.filter(each => !each.delegated && newlyArisen(each.then, each.now))
    await forgetAnswers(
      transaction,
      arisen.map(({ id }) => id),
    )
    await keepStaged(transaction, now.day)
    const before = Object.entries(state?.failed ?? {}).filter(([path]) => !scopes.has(path))
    const stillFailed = { ...Object.fromEntries(before), ...failed }
    const refreshedAt = refreshing.clock.now()
    await writeState(transaction, { ...now, failed: stillFailed, typicalValue: typical, refreshedAt })
  })
}

/** What the signals would be read from now. */
async function currentInputs(refreshing: Refreshing, sources: readonly FoundSource[]): Promise<Now> {
  const [day, ledger] = await Promise.all([businessDay(refreshing), ledgerVersion(refreshing.db)])
  const versions = await Promise.all(
    sources.map(async ({ path, source }) => [path, (await source.version?.({ ...refreshing, today: day })) ?? '']),
  )
  return { day, ledgerVersion: ledger, versions: Object.fromEntries(versions) }
}

/** A source that failed is tried again after this many milliseconds, without a change. */
const patience = 60_000

/** What is not as it was read: all on a new day or ledger, sources with another version, after a while those that failed. */
function scopesOfState(paths: readonly string[], state: SignalState | null, now: Now, at: Date): Map<string, Scope> {
  const all = state?.day !== now.day || state.ledgerVersion !== now.ledgerVersion
  const rested = state !== null && at.getTime() - state.refreshedAt.getTime() > patience
  const stale = paths.filter(
    path => all || state.versions[path] !== now.versions[path] || (rested && path in state.failed),
  )
  return new Map(stale.map(path => [path, 'everything']))
}

/**
 * Sources that read a few accounts wait for the database more than they work: so many at once. Those that read all of them
 * take turns, since what they hold meanwhile would add up.
 */
const readAtOnce = 4

async function readSources(
  { db, pool, clock }: Refreshing,
  sources: readonly FoundSource[],
  scopes: ReadonlyMap<string, Scope>,
  today: string,
): Promise<{ said: Signal[]; failed: Record<string, string> }> {
  const said = new Map<string, Signal[]>()
  const failed: Record<string, string> = {}
  const read = async ({ path, source }: FoundSource, scope: Scope) => {
    const accountIds = scope === 'everything' ? null : scope
    try {
      const signals = await source.read({ db, pool, clock, today, accountIds })
      const asked = accountIds && new Set<number | null>(accountIds)
      said.set(path, asked ? signals.filter(signal => asked.has(signal.accountId)) : signals)
    } catch (error) {
      failed[path] = error instanceof Error ? error.message : String(error)
    }
  }
  const left = sources.filter(({ path }) => scopes.has(path))
  const few = [...scopes.values()].every(scope => scope !== 'everything')
  const oneAfterAnother = async () => {
    for (let next = left.shift(); next; next = left.shift()) await read(next, scopes.get(next.path)!)
  }
  await Promise.all(Array.from({ length: few ? readAtOnce : 1 }, oneAfterAnother))
  return { said: sources.flatMap(({ path }) => said.get(path) ?? []), failed }
}

/** With an owner and a score, each once; without those of accounts that have gone meanwhile. */
async function placed(
  db: Db,
  sources: readonly FoundSource[],
  said: readonly Signal[],
  scopes: ReadonlyMap<string, Scope>,
  weigh: { today: string; typical: number },
): Promise<PlacedSignal[]> {
  const kinds = new Map(sources.flatMap(({ source }) => Object.entries(source.kinds)))
  const whole = [...scopes.values()].includes('everything')
  const about = whole ? null : [...new Set(said.flatMap(({ accountId }) => accountId ?? []))]
  const owners = await ownersOf(db, about)
  const present = new Set((await listPeople(db)).filter(person => !person.disabled).map(person => person.id))
  const all = said.flatMap((signal): PlacedSignal[] => {
    const { accountId, personId } = signal
    if (accountId !== null && !owners.has(accountId)) return []
    const named = personId ?? (accountId === null ? null : owners.get(accountId)) ?? null
    const whoseId = named !== null && present.has(named) ? named : null
    const score = signalScore(signal, { ...weigh, weighing: kinds.get(signal.kind)?.weighing })
    return [{ ...signal, whoseId, whoseRole: whoseId === null ? (signal.role ?? 'head') : null, score }]
  })
  return distinctSignals(all, signal => signal.score)
}
