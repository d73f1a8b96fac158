import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { buyingContract } from './buying.contract.ts'
import { readBuying } from './read-buying.use.ts'
import { confirmFact, forgetFact, sayFact } from './say-fact.use.ts'
import { listProfiles } from './scored-profiles.use.ts'

const operations = implementing(buyingContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

export const buyingRoutes = operations.router({
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readBuying(context, input.accountId)),
  say: operations.say
    .use(may(...editors))
    .handler(({ input: { accountId, fact, version, ...heard }, context }) =>
      sayFact(context, accountId, fact, heard, version),
    ),
  confirm: operations.confirm
    .use(may(...editors))
    .handler(({ input: { accountId, field, version, ...heard }, context }) =>
      confirmFact(context, accountId, field, heard, version),
    ),
  forget: operations.forget.use(may(...editors)).handler(async ({ input, context }) => {
    await forgetFact(context, input.accountId, input.field, input.version)
    return { removed: true as const }
  }),
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => listProfiles(context, input)),
})
