import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { askRequest } from './ask-request.use.ts'
import { changeRules } from './change-rules.use.ts'
import { decideRequest, settleRequest, withdrawRequest } from './decide-request.use.ts'
import { previewPath, readRequest, readRequests, readWholeRequest } from './read-requests.use.ts'
import { requestsContract } from './requests.contract.ts'
import { readRules } from './requests.store.ts'

const operations = implementing(requestsContract)
const writers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

export const requestsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readRequests(context, input)),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readWholeRequest(context, input.id)),
  path: operations.path
    .use(may(...everyone))
    .handler(({ input: { cost = null, executiveId = null, ...said }, context }) =>
      previewPath(context, { ...said, cost, executiveId }),
    ),
  ask: operations.ask
    .use(may(...writers))
    .handler(async ({ input: { accountId, ...said }, context }) =>
      readRequest(context, await askRequest(context, accountId, said)),
    ),
  // A deputy may be anybody who works here; whose turn it is decides the path.
  decide: operations.decide.use(may(...writers)).handler(async ({ input: { id, version, ...decision }, context }) => {
    await decideRequest(context, id, version, decision)
    return readRequest(context, id)
  }),
  withdraw: operations.withdraw.use(may(...writers)).handler(async ({ input: { id, version }, context }) => {
    await withdrawRequest(context, id, version)
    return readRequest(context, id)
  }),
  settle: operations.settle.use(may(...writers)).handler(async ({ input: { id, version, ...said }, context }) => {
    await settleRequest(context, id, version, said)
    return readRequest(context, id)
  }),
  rules: operations.rules.use(may(...everyone)).handler(async ({ context }) => {
    const { rules, version } = await readRules(context.db)
    return { ...rules, version }
  }),
  changeRules: operations.changeRules
    .use(may('administrator', 'head'))
    .handler(({ input: { version, ...rules }, context }) => changeRules(context, rules, version)),
})
