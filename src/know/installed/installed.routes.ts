import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { addItem, editItem, type NewestRate, removeItem } from './edit-item.use.ts'
import { installedContract } from './installed.contract.ts'
import { accountDemand, listInstalled, listLines } from './read-installed.use.ts'
import { rollUp } from './roll-up.use.ts'
import { setLife } from './set-life.use.ts'

const operations = implementing(installedContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

/** Rates belong to the imports, which know of this slice: so they come in from outside. */
export const installedRoutes = (newestRate: NewestRate) =>
  operations.router({
    list: operations.list.use(may(...everyone)).handler(({ input, context }) => listInstalled(context.db, input)),
    demand: operations.demand
      .use(may(...everyone))
      .handler(({ input, context }) => accountDemand(context, input.accountId)),
    add: operations.add
      .use(may(...editors))
      .handler(({ input: { accountId, ...fields }, context }) => addItem(context, newestRate, accountId, fields)),
    edit: operations.edit
      .use(may(...editors))
      .handler(({ input: { id, version, ...edit }, context }) => editItem(context, newestRate, id, version, edit)),
    remove: operations.remove.use(may(...editors)).handler(async ({ input, context }) => {
      await removeItem(context, input.id, input.version)
      return { removed: true as const }
    }),
    lines: operations.lines.use(may(...everyone)).handler(({ context }) => listLines(context.db)),
    setLife: operations.setLife
      .use(may('administrator', 'head', 'back office'))
      .handler(({ input, context }) => setLife(context, input)),
    rollUp: operations.rollUp.use(may(...everyone)).handler(({ input, context }) => rollUp(context, input)),
  })
