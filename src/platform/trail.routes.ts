import { listChanges } from './audit.server.ts'
import { everyone, implementing, may } from './operation.server.ts'
import { trailContract } from './trail.contract.ts'

const operations = implementing(trailContract)

export const trailRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
    const items = await listChanges(context.db, { ...input, before: input.cursor })
    const last = items.at(-1)
    return { items, nextCursor: items.length === input.limit && last ? last.id : null }
  }),
})
