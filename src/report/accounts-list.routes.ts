import { everyone, implementing, may } from '../platform/operation.server.ts'
import type { ColumnsReader } from './account-columns.server.ts'
import { accountsListContract } from './accounts-list.contract.ts'
import { listAccounts } from './accounts-list.use.ts'
import { accountChoices } from './choices.store.ts'

const operations = implementing(accountsListContract)

/** The reader's memory belongs to the process: the wiring makes one. */
export function accountsListRoutes(readColumns: ColumnsReader) {
  return operations.router({
    list: operations.list.use(may(...everyone)).handler(({ input, context }) => {
      const { sort, direction, cursor, limit, ...filter } = input
      return listAccounts(context, readColumns, filter, { sort, direction, cursor, limit })
    }),
    choices: operations.choices.use(may(...everyone)).handler(({ context }) => accountChoices(context.db)),
  })
}
