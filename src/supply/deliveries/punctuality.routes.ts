import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { punctualityContract } from './punctuality.contract.ts'
import { readLostSales } from './read-lost-sales.use.ts'
import { readBroken, readPunctuality } from './read-punctuality.use.ts'

const operations = implementing(punctualityContract)

export const punctualityRoutes = operations.router({
  summary: operations.summary.use(may(...everyone)).handler(({ input, context }) => readPunctuality(context, input)),
  broken: operations.broken.use(may(...everyone)).handler(({ input, context }) => readBroken(context, input)),
  lostSales: operations.lostSales.use(may(...everyone)).handler(({ input, context }) => readLostSales(context, input)),
})
