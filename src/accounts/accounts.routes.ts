import { listChanges } from '../platform/audit.server.ts'
import { everyone, implementing, may } from '../platform/operation.server.ts'
import { addCode, removeCode } from './account-codes.use.ts'
import { accountsContract } from './accounts.contract.ts'
import { createAccount, editAccount } from './edit-account.use.ts'
import { readOrigins } from './origins.use.ts'
import { readAccount, readHierarchy } from './read-account.use.ts'
import { removeAccount, type UsesElsewhere } from './remove-account.use.ts'
import { searchAccounts } from './search.store.ts'
import { setOwner } from './set-owner.use.ts'

const operations = implementing(accountsContract)
const editors = ['administrator', 'head', 'manager'] as const

/** The wiring tells how to find uses of an account in the rooms that accounts does not know. */
export function accountsRoutes(usesElsewhere: UsesElsewhere) {
  return operations.router({
    search: operations.search
      .use(may(...everyone))
      .handler(async ({ input, context }) => ({ items: await searchAccounts(context.db, input.text, input.limit) })),
    get: operations.get.use(may(...everyone)).handler(async ({ input, context }) => {
      const account = await readAccount(context, input.id)
      context.responseHeaders.set('etag', `"${account.version}"`)
      return account
    }),
    create: operations.create.use(may(...editors)).handler(async ({ input: { code, ...edit }, context }) => {
      return readAccount(context, await createAccount(context, code, edit))
    }),
    edit: operations.edit.use(may(...editors)).handler(async ({ input: { id, version, ...edit }, context }) => {
      await editAccount(context, id, version, edit)
      return readAccount(context, id)
    }),
    setOwner: operations.setOwner
      .use(may('administrator', 'head'))
      .handler(async ({ input, context }) => ({ changed: await setOwner(context, input.accounts, input.ownerId) })),
    remove: operations.remove.use(may(...editors)).handler(async ({ input, context }) => {
      await removeAccount(context, usesElsewhere, input.id)
      return { removed: true as const }
    }),
    hierarchy: operations.hierarchy
      .use(may(...everyone))
      .handler(({ input, context }) => readHierarchy(context.db, input.id)),
    origins: operations.origins
      .use(may(...everyone))
      .handler(async ({ input, context }) => ({ items: await readOrigins(context.db, input.id) })),
    changes: operations.changes.use(may(...everyone)).handler(async ({ input, context }) => {
      const { id: accountId, cursor: before, limit } = input
      const items = await listChanges(context.db, { accountId, before, limit })
      return { items, nextCursor: items.length === limit ? items.at(-1)!.id : null }
    }),
    addCode: operations.addCode.use(may(...editors)).handler(async ({ input: { id, ...other }, context }) => {
      await addCode(context, id, other)
      return readAccount(context, id)
    }),
    removeCode: operations.removeCode.use(may(...editors)).handler(async ({ input: { id, ...other }, context }) => {
      await removeCode(context, id, other)
      return readAccount(context, id)
    }),
  })
}
