import { inTransaction } from '../../platform/database.server.ts'
import { backcast } from './backcast.server.ts'
import { baseForecasts } from './base-forecasts.server.ts'
import { cleaned } from './cleaned.ts'
import type { Demand } from './demand.ts'
import { monthsForecast, seriesForecasts } from './forecast-rows.ts'
import { itemsOfLaunches } from './launches.ts'
import { keepAccuracy, missingPast, writePast, writeWorth } from './past.store.ts'
import { worthOfAdjustments } from './past-of-adjustments.server.ts'
import { type Reading, readDemand } from './read-demand.use.ts'
import type { ForecastRun, RunStep } from './runs.store.ts'
import { structureOf } from './structure.ts'
import { writeForecasts } from './write-forecasts.store.ts'

export type Making = {
  /** Their items and sums alone, leaving all others as they are; everybody without it. */
  accountIds?: readonly number[]
  onProgress?: (step: RunStep, done: number, total: number) => Promise<void>
}

const quietly = async () => undefined

/**
 * Makes the forecasts of all series anew from what was bought and sold up to the last complete month: each by itself,
 * reconciled, adjustments on top, in months and in weeks; then compares what stood before with what came. Returns what
 * it made; null while nobody has bought anything. Throws what `onProgress` throws, and then has written nothing.
 */
export async function makeForecasts(
  context: Reading,
  { accountIds, onProgress = quietly }: Making = {},
): Promise<ForecastRun['summary']> {
  const begun = performance.now()
  await onProgress('reading', 0, 0)
  const demand = await readDemand(context, accountIds ?? null)
  if (!demand || demand.window.months === 0) return null
  const ahead = demand.adjustments.filter(each => each.toDay >= demand.firstAhead)
  const items = [...demand.items, ...itemsOfLaunches(ahead, demand.items, demand.window.months, demand.of)]
  if (items.length === 0) return null
  const whole: Demand = { ...demand, items }
  const structure = structureOf(items)
  const pasts = cleaned(items, whole.adjustments, whole.months)
  const base = await baseForecasts(pasts, structure, {
    horizon: monthsForecast,
    firstMonth: Number(whole.window.firstMonth.slice(5, 7)) - 1,
    onProgress: (done, total) => onProgress('forecasting', done, total),
  })
  await onProgress('reconciling', 0, 0)
  const series = seriesForecasts(whole, pasts, structure, base)
  const all = accountIds === undefined
  const past = all
    ? await backcast(whole, await missingPast(context.db, whole.firstAhead), (done, total) =>
        onProgress('reconciling', done, total),
      )
    : []
  await onProgress('writing', 0, 0)
  await inTransaction(context.pool, async client => {
    await writeForecasts(client, series.rows, accountIds ?? null)
    if (!all) return
    await writePast(client, past, true)
    await writePast(client, series.standing, false)
    await keepAccuracy(client, whole, structure)
    await writeWorth(client, await worthOfAdjustments(client, whole))
  })
  return {
    items: items.length,
    series: items.length + structure.parts.length,
    soldThrough: items.filter(item => item.source === 'sell-through').length,
    methods: Object.fromEntries(
      [...Map.groupBy(base.items, forecast => forecast.method)].map(([method, made]) => [method, made.length]),
    ),
    seconds: (performance.now() - begun) / 1000,
  }
}
