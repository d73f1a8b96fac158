import { everyone, implementing, may } from '../platform/operation.server.ts'
import { costEntriesContract } from './cost-entries.contract.ts'
import { enterCost, readCosts, withdrawCost } from './enter-cost.use.ts'

const operations = implementing(costEntriesContract)
// A manager only for the accounts they own: decided by the use case.
const keepers = ['administrator', 'head', 'manager', 'back office'] as const

export const costEntriesRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readCosts(context, input)),
  add: operations.add.use(may(...keepers)).handler(({ input, context }) => enterCost(context, input)),
  remove: operations.remove.use(may(...keepers)).handler(async ({ input, context }) => {
    await withdrawCost(context, input.accountId, input.id)
    return { removed: true as const }
  }),
})
