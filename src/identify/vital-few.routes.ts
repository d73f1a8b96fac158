import { everyone, implementing, may } from '../platform/operation.server.ts'
import { readDepartment } from './department.use.ts'
import { readGuards } from './guards.use.ts'
import { readRankedAccounts } from './ranked-accounts.use.ts'
import { vitalFewContract } from './vital-few.contract.ts'
import { readMovements, readOverview } from './vital-few.use.ts'

const operations = implementing(vitalFewContract)

export const vitalFewRoutes = operations.router({
  overview: operations.overview.use(may(...everyone)).handler(({ input, context }) => readOverview(context, input)),
  accounts: operations.accounts
    .use(may(...everyone))
    .handler(({ input, context }) => readRankedAccounts(context, input)),
  guards: operations.guards.use(may(...everyone)).handler(({ input, context }) => readGuards(context, input)),
  department: operations.department.use(may(...everyone)).handler(({ context }) => readDepartment(context)),
  movements: operations.movements.use(may(...everyone)).handler(({ context }) => readMovements(context)),
})
