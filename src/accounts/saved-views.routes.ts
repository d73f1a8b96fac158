import { everyone, implementing, may } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { savedViewsContract } from './saved-views.contract.ts'
import { deleteSavedView, listSavedViews, saveView } from './saved-views.store.ts'

const operations = implementing(savedViewsContract)

// The command line has no user; its views are its own.
const ownerOf = (actor: Actor) => actor.id ?? actor.via

// Everyone's own arrangement of a page: no business data, so no entry in the trail.
export const savedViewsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => ({
    items: await listSavedViews(context.db, ownerOf(context.actor), input.page),
  })),
  save: operations.save
    .use(may(...everyone))
    .handler(({ input, context }) => saveView(context.db, ownerOf(context.actor), input)),
  remove: operations.remove.use(may(...everyone)).handler(async ({ input, context }) => {
    if (!(await deleteSavedView(context.db, ownerOf(context.actor), input.id))) throw new Refusal('saved_view_unknown')
    return { removed: true as const }
  }),
})
