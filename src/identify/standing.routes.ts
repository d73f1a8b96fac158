import { everyone, implementing, may } from '../platform/operation.server.ts'
import { readStanding, readStandingHistory } from './explain-account.use.ts'
import { invite, override, stopInvitation, stopOverride } from './fix-tier.use.ts'
import { judge } from './judge.use.ts'
import { standingContract } from './standing.contract.ts'
import { decideValueType } from './value-type.use.ts'

const operations = implementing(standingContract)
const deciders = ['administrator', 'head'] as const
// A manager judges the accounts they own; the use case looks whose it is.
const judges = ['administrator', 'head', 'manager'] as const

export const standingRoutes = operations.router({
  get: operations.get.use(may(...everyone)).handler(({ input, context }) => readStanding(context, input.id)),
  history: operations.history
    .use(may(...everyone))
    .handler(({ input, context }) => readStandingHistory(context, input.id)),
  judge: operations.judge
    .use(may(...judges))
    .handler(({ input: { id, ...given }, context }) => judge(context, id, given)),
  invite: operations.invite
    .use(may(...deciders))
    .handler(({ input: { id, ...given }, context }) => invite(context, id, given)),
  endInvitation: operations.endInvitation
    .use(may(...deciders))
    .handler(({ input, context }) => stopInvitation(context, input.id)),
  override: operations.override
    .use(may(...deciders))
    .handler(({ input: { id, ...given }, context }) => override(context, id, given)),
  endOverride: operations.endOverride
    .use(may(...deciders))
    .handler(({ input, context }) => stopOverride(context, input.id)),
  decideValueType: operations.decideValueType.use(may(...deciders)).handler(async ({ input, context }) => {
    await decideValueType(context, input.id, input.valueType, input.reason)
    return { decided: input.valueType }
  }),
})
