import type { ActorContext } from '../../platform/operation.server.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { productLines } from '../../products/product-names.server.ts'
import {
  adjustForecast,
  editAdjustment,
  readAdjustment,
  readAdjustments,
  settleAdjustment,
  withdrawAdjustment,
} from './adjust.use.ts'
import { forecastContract } from './forecast.contract.ts'
import { listForecasts, readAccuracy, readForecast } from './read-forecasts.use.ts'
import { cancelForecasts, startForecasts } from './run-forecasts.use.ts'
import { lastRuns } from './runs.store.ts'

const operations = implementing(forecastContract)
const writers = ['administrator', 'head', 'manager', 'back office'] as const
const runsShown = 10

const shownRuns = async ({ db }: Pick<ActorContext, 'db'>) => ({ items: await lastRuns(db, runsShown) })

export const forecastRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => listForecasts(context, input)),
  read: operations.read
    .use(may(...everyone))
    .handler(({ input: { accountId = null, productId = null, tier = null, grain }, context }) =>
      readForecast(context, { accountId, productId, tier }, grain),
    ),
  categories: operations.categories.use(may(...everyone)).handler(async ({ context }) => ({
    items: (await productLines(context.db)).map(line => line.productLine),
  })),
  accuracy: operations.accuracy.use(may(...everyone)).handler(({ context }) => readAccuracy(context)),
  runs: operations.runs.use(may(...everyone)).handler(({ context }) => shownRuns(context)),
  start: operations.start.use(may(...writers)).handler(async ({ context }) => {
    await startForecasts(context)
    return shownRuns(context)
  }),
  cancel: operations.cancel.use(may(...writers)).handler(async ({ context }) => {
    await cancelForecasts(context)
    return shownRuns(context)
  }),
  adjustments: operations.adjustments
    .use(may(...everyone))
    .handler(({ input, context }) => readAdjustments(context, input)),
  adjustment: operations.adjustment
    .use(may(...everyone))
    .handler(({ input, context }) => readAdjustment(context, input.id)),
  adjust: operations.adjust
    .use(may(...writers))
    .handler(async ({ input, context }) => readAdjustment(context, await adjustForecast(context, input))),
  editAdjustment: operations.editAdjustment
    .use(may(...writers))
    .handler(async ({ input: { id, version, ...said }, context }) => {
      await editAdjustment(context, id, version, said)
      return readAdjustment(context, id)
    }),
  settleAdjustment: operations.settleAdjustment
    .use(may(...writers))
    .handler(async ({ input: { id, version, actual, note }, context }) => {
      await settleAdjustment(context, id, version, { actual, note })
      return readAdjustment(context, id)
    }),
  removeAdjustment: operations.removeAdjustment.use(may(...writers)).handler(async ({ input: { id }, context }) => {
    await withdrawAdjustment(context, id)
    return { id }
  }),
})
