import type { Kysely } from 'kysely'
import type pg from 'pg'
import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { addJob } from '../../platform/jobs.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  beginRun,
  endRun,
  holdRun,
  insertRun,
  latestRun,
  lockRuns,
  releaseRun,
  requestCancel,
  tellRun,
} from './duplicate-runs.store.ts'
import { findDuplicates } from './find-duplicates.use.ts'
import type { Merging } from './merge-accounts.use.ts'

/** Asks for a search of all accounts. Refused as `duplicate_search_under_way`. */
export async function startSearch({ db, actor, clock }: Merging): Promise<void> {
  await db.transaction().execute(async transaction => {
    await lockRuns(transaction)
    const latest = await latestRun(transaction)
    if (latest?.state === 'running' || latest?.state === 'waiting') throw new Refusal('duplicate_search_under_way')
    const id = await insertRun(transaction, actor, clock.now())
    await addJob(transaction, 'find-duplicates', { id }, { jobKey: 'find-duplicates', maxAttempts: 1 })
    await recordChange(transaction, actor, {
      room: 'accounts',
      subject: 'duplicate search',
      subjectId: id,
      operation: 'search duplicates',
    })
  })
}

export async function cancelSearch({ db, actor }: Pick<Merging, 'db' | 'actor'>): Promise<void> {
  const latest = await latestRun(db)
  if (latest?.state !== 'running' && latest?.state !== 'waiting') return
  await db.transaction().execute(async transaction => {
    await requestCancel(transaction)
    await recordChange(transaction, actor, {
      room: 'accounts',
      subject: 'duplicate search',
      subjectId: latest.id,
      operation: 'cancel search',
    })
  })
}

class Stopped extends Error {}

/** Milliseconds between two notes of how far it is. */
const noteEvery = 500

/** Runs a search that waits; returns its pairs, or null where it did not run to its end. */
export async function runSearch(
  { db, pool, clock, signal }: { db: Kysely<DB>; pool: pg.Pool; clock: Clock; signal?: AbortSignal },
  id: number,
): Promise<number | null> {
  const holder = await pool.connect()
  try {
    if (!(await holdRun(holder, id)) || !(await beginRun(db, id, clock.now()))) return null
    const started = performance.now()
    const seconds = () => Math.round(performance.now() - started) / 1000
    let noted = 0
    try {
      const outcome = await findDuplicates(pool, clock.now(), async progress => {
        if (performance.now() - noted < noteEvery) return
        noted = performance.now()
        if ((await tellRun(db, id, progress)) || signal?.aborted) throw new Stopped()
      })
      await endRun(db, id, 'finished', clock.now(), seconds(), outcome)
      return outcome.pairs
    } catch (error) {
      await endRun(db, id, error instanceof Stopped ? 'cancelled' : 'failed', clock.now(), seconds(), null)
      if (error instanceof Stopped) return null
      throw error
    }
  } finally {
    await releaseRun(holder, id).catch(() => undefined)
    holder.release()
  }
}
