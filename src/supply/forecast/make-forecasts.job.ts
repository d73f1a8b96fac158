import type { Job } from '../../platform/jobs.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { isFresh } from './fresh.server.ts'
import { makeForecastsTask, runForecasts } from './run-forecasts.use.ts'
import { insertRun } from './runs.store.ts'

const actor = jobActor('Forecasts')

/**
 * When somebody asks for it or says what the past does not know; each hour where something was bought, sold or said since,
 * and so every night.
 */
export const makeForecastsJob: Job<{ id?: number }> = {
  name: makeForecastsTask,
  cron: '10 * * * *',
  run: async (payload, { db, pool, clock, signal, log }) => {
    const id = payload?.id ?? ((await isFresh({ db, clock })) ? null : await insertRun(db, actor, clock.now()))
    const said = id === null ? null : await runForecasts({ db, pool, clock, signal }, id, actor)
    if (said) log(said)
  },
}
