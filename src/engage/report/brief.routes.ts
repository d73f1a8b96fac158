import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { briefContract } from './brief.contract.ts'
import { briefOfAccount, briefOfVisit, offlineKit } from './read-brief.use.ts'

const operations = implementing(briefContract)

export const briefRoutes = operations.router({
  ofVisit: operations.ofVisit
    .use(may(...everyone))
    .handler(({ input, context }) => briefOfVisit(context, input.visitId)),
  ofAccount: operations.ofAccount
    .use(may(...everyone))
    .handler(({ input, context }) => briefOfAccount(context, input.accountId)),
  kit: operations.kit.use(may(...everyone)).handler(({ input, context }) => offlineKit(context, input.days)),
})
