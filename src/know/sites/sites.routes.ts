import { mayEditContacts } from '../../accounts/account-rights.ts'
import { readAccount } from '../../accounts/read-account.use.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { addSite, editSite, removeSite } from './edit-site.use.ts'
import { fillSites } from './fill-sites.use.ts'
import { suggestTowns, townsInBox } from './gazetteer.server.ts'
import { readMap } from './read-map.use.ts'
import { sitesContract } from './sites.contract.ts'
import { listSites } from './sites.store.ts'

const operations = implementing(sitesContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

export const sitesRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input: { accountId }, context }) => {
    const account = await readAccount(context, accountId)
    const mayEdit = mayEditContacts(context.actor, { ownerId: account.owner?.id ?? null })
    return { items: await listSites(context.db, [accountId]), mayEdit }
  }),
  add: operations.add
    .use(may(...editors))
    .handler(({ input: { accountId, ...fields }, context }) => addSite(context, accountId, fields)),
  edit: operations.edit
    .use(may(...editors))
    .handler(({ input: { id, version, ...edit }, context }) => editSite(context, id, version, edit)),
  remove: operations.remove.use(may(...editors)).handler(async ({ input, context }) => {
    await removeSite(context, input.id)
    return { removed: true as const }
  }),
  fill: operations.fill.use(may('administrator', 'head')).handler(({ context }) => fillSites(context)),
  lookUp: operations.lookUp.use(may(...everyone)).handler(async ({ input }) => ({ items: await suggestTowns(input) })),
  towns: operations.towns
    .use(may(...everyone))
    .handler(async ({ input: { limit, ...box } }) => ({ items: await townsInBox(box, limit) })),
  map: operations.map.use(may(...everyone)).handler(({ input, context }) => readMap(context, input)),
})
