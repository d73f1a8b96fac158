import { ledgerSpan } from '../../ledger/ledger.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { forecastInputs } from './inputs.store.ts'
import type { Reading } from './read-demand.use.ts'
import { lastRuns } from './runs.store.ts'

/** Whether the forecasts in force are made of all that is known today; with an empty ledger there is nothing to make. */
export async function isFresh(context: Pick<Reading, 'db' | 'clock'>): Promise<boolean> {
  if ((await ledgerSpan(context.db)) === null) return true
  const [run] = await lastRuns(context.db, 1)
  return run?.state === 'done' && run.summary?.inputs === (await forecastInputs(context.db, await businessDay(context)))
}
