import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { listWhiteSpace } from './list-white-space.use.ts'
import { readWhiteSpace } from './read-white-space.use.ts'
import { setPotential, takeBackPotential } from './set-potential.use.ts'
import { whiteSpaceContract } from './white-space.contract.ts'

const operations = implementing(whiteSpaceContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

export const whiteSpaceRoutes = operations.router({
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readWhiteSpace(context, input.accountId)),
  setPotential: operations.setPotential
    .use(may(...editors))
    .handler(({ input: { version, ...entry }, context }) => setPotential(context, entry, version)),
  removePotential: operations.removePotential.use(may(...editors)).handler(async ({ input, context }) => {
    await takeBackPotential(context, input, input.version)
    return { removed: true as const }
  }),
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => listWhiteSpace(context, input)),
})
