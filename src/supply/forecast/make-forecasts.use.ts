import { businessDay } from '../../platform/business-day.server.ts'
import { inTransaction } from '../../platform/database.server.ts'
import type { Effect } from './adjustment.ts'
import { backcast } from './backcast.server.ts'
import { baseForecasts } from './base-forecasts.server.ts'
import { cleaned } from './cleaned.ts'
import type { Demand } from './demand.ts'
import { monthsForecast, seriesForecasts } from './forecast-rows.ts'
import { forecastInputs } from './inputs.store.ts'
import { itemsOfLaunches } from './launches.ts'
import { keepAccuracy, missingPast, writePast, writeWorth } from './past.store.ts'
import { worthOfAdjustments } from './past-of-adjustments.server.ts'
import { type Reading, readDemand } from './read-demand.use.ts'
import type { RunStep } from './run.ts'
import type { ForecastRun } from './runs.store.ts'
import { structureOf } from './structure.ts'
import { writeForecasts } from './write-forecasts.store.ts'

export type Making = {
  /** Their items and sums alone, leaving all others as they are; everybody without it. */
  accountIds?: readonly number[]
  onProgress?: (step: RunStep, done: number, total: number) => Promise<void>
}

const quietly = async () => undefined

/** Pieces said of many accounts are spread only where all of them are known. */
const withinSome = ({ accountId, quantity }: Effect, accountIds: readonly number[]) =>
  accountId === null ? quantity === null : accountIds.includes(accountId)

/** Works out the forecasts of all series and writes nothing. `horizon` counts months; null while nobody has bought anything. */
export async function computeForecasts(
  context: Reading,
  { accountIds, onProgress = quietly, horizon = monthsForecast }: Making & { horizon?: number } = {},
) {
  await onProgress('reading', 0, 0)
  const found = await readDemand(context, accountIds ?? null)
  if (!found || found.window.months === 0) return null
  const read = accountIds
    ? { ...found, adjustments: found.adjustments.filter(each => withinSome(each, accountIds)) }
    : found
  const ahead = read.adjustments.filter(each => each.toDay >= read.firstAhead)
  const items = [...read.items, ...itemsOfLaunches(ahead, read.items, read.window.months, read.of)]
  if (items.length === 0) return null
  const demand: Demand = { ...read, items }
  const structure = structureOf(items)
  const pasts = cleaned(items, demand.adjustments, demand.months)
  const base = await baseForecasts(pasts, structure, {
    horizon,
    firstMonth: Number(demand.window.firstMonth.slice(5, 7)) - 1,
    onProgress: (done, total) => onProgress('forecasting', done, total),
  })
  await onProgress('reconciling', 0, 0)
  return { demand, structure, ...seriesForecasts(demand, pasts, structure, base, horizon) }
}

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
  // Read first: what changes meanwhile is found to be newer.
  const inputs = await forecastInputs(context.db, await businessDay(context))
  const computed = await computeForecasts(context, { accountIds, onProgress })
  if (!computed) return null
  const { demand, structure, rows, standing } = computed
  const all = accountIds === undefined
  const past = all
    ? await backcast(demand, await missingPast(context.db, demand.firstAhead), (done, total) =>
        onProgress('looking back', done, total),
      )
    : []
  await onProgress('writing', 0, 0)
  await inTransaction(context.pool, async client => {
    await writeForecasts(client, rows, accountIds ?? null)
    if (!all) return
    await writePast(client, past, true)
    await writePast(client, standing, false)
    await keepAccuracy(client, demand, structure)
    await writeWorth(client, await worthOfAdjustments(client, demand))
  })
  const items = rows.filter(row => row.key.level === 'item' && row.grain === 'month')
  return {
    items: items.length,
    series: items.length + structure.parts.length,
    soldThrough: items.filter(row => row.source === 'sell-through').length,
    methods: Object.fromEntries(
      [...Map.groupBy(items, row => row.method)].map(([method, made]) => [method, made.length]),
    ),
    seconds: (performance.now() - begun) / 1000,
    inputs,
  }
}
