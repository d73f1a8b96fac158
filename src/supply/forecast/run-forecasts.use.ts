import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { addJob } from '../../platform/jobs.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { makeForecasts } from './make-forecasts.use.ts'
import type { Reading } from './read-demand.use.ts'
import { askToCancel, beginRun, endRun, insertRun, lastRuns, noteProgress } from './runs.store.ts'

export const makeForecastsTask = 'make-forecasts'

/** Asks for all forecasts anew, in the caller's transaction; where some are being made, once more after those. */
export async function askForForecasts(db: Db, actor: Actor, at: Date): Promise<number | null> {
  const id = await insertRun(db, actor, at)
  if (id !== null) await addJob(db, makeForecastsTask, { id }, { jobKey: makeForecastsTask, maxAttempts: 1 })
  return id
}

/** A person asks for all forecasts anew. Refused as forecasts_under_way. */
export async function startForecasts({ db, actor, clock }: ActorContext): Promise<number> {
  return db.transaction().execute(async transaction => {
    const id = await askForForecasts(transaction, actor, clock.now())
    if (id === null) throw new Refusal('forecasts_under_way')
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'forecast run',
      subjectId: id,
      operation: 'start',
    })
    return id
  })
}

/** What was there before stays. Refused as forecasts_not_under_way. */
export async function cancelForecasts({ db, actor, clock }: ActorContext): Promise<void> {
  await db.transaction().execute(async transaction => {
    const [run] = await lastRuns(transaction, 1)
    if (!run || !(await askToCancel(transaction, run.id, clock.now()))) throw new Refusal('forecasts_not_under_way')
    await recordChange(transaction, actor, {
      room: 'supply',
      subject: 'forecast run',
      subjectId: run.id,
      operation: 'cancel',
    })
  })
}

class Cancelled extends Error {}

/** Does a run that waits, telling how far it is; returns a line for the log, null where there was nothing to do. */
export async function runForecasts(
  context: Reading & { signal: AbortSignal },
  id: number,
  actor: Actor,
): Promise<string | null> {
  const { db, clock, signal } = context
  if (!(await beginRun(db, id, clock.now()))) return null
  try {
    const summary = await makeForecasts(context, {
      onProgress: async (step, done, total) => {
        if ((await noteProgress(db, id, step, done, total)) || signal.aborted) throw new Cancelled()
      },
    })
    if (await endRun(db, id, 'done', clock.now(), summary)) await askForForecasts(db, actor, clock.now())
    return summary ? `forecasts of ${summary.series} series in ${summary.seconds.toFixed(1)} s` : null
  } catch (error) {
    await endRun(db, id, error instanceof Cancelled ? 'cancelled' : 'failed', clock.now())
    if (error instanceof Cancelled) return null
    throw error
  }
}
