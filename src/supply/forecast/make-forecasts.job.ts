import type { Job } from '../../platform/jobs.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { makeForecastsTask, runForecasts } from './run-forecasts.use.ts'
import { insertRun } from './runs.store.ts'

const actor = jobActor('Forecasts')

/** Every night, and when somebody asks for it or says what the past does not know. */
export const makeForecastsJob: Job<{ id?: number }> = {
  name: makeForecastsTask,
  cron: '10 2 * * *',
  run: async (payload, { db, pool, clock, signal, log }) => {
    const id = payload?.id ?? (await insertRun(db, actor, clock.now()))
    const said = id === null ? null : await runForecasts({ db, pool, clock, signal }, id, actor)
    if (said) log(said)
  },
}
