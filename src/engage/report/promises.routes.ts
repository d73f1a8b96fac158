import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { editPromise, settlePromise } from './keep-promise.use.ts'
import { enterPromise } from './make-promise.use.ts'
import { promisesContract } from './promises.contract.ts'
import { readKept, readPromise, readPromises } from './read-promises.use.ts'

const operations = implementing(promisesContract)
const writers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

export const promisesRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readPromises(context, input)),
  kept: operations.kept.use(may(...everyone)).handler(({ input, context }) => readKept(context, input)),
  make: operations.make
    .use(may(...writers))
    .handler(async ({ input: { accountId, ...draft }, context }) =>
      readPromise(context, await enterPromise(context, accountId, draft)),
    ),
  edit: operations.edit.use(may(...writers)).handler(async ({ input: { id, version, ...edit }, context }) => {
    await editPromise(context, id, version, edit)
    return readPromise(context, id)
  }),
  settle: operations.settle.use(may(...writers)).handler(async ({ input: { id, version, ...said }, context }) => {
    await settlePromise(context, id, version, said)
    return readPromise(context, id)
  }),
})
