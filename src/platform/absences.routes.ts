import { absencesContract } from './absences.contract.ts'
import { absencesFrom } from './absences.store.ts'
import { comeBack, goAway } from './absences.use.ts'
import { businessDay } from './business-day.server.ts'
import { everyone, implementing, may } from './operation.server.ts'

const operations = implementing(absencesContract)
const workers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

export const absencesRoutes = operations.router({
  list: operations.list
    .use(may(...everyone))
    .handler(async ({ context }) => ({ items: await absencesFrom(context.db, await businessDay(context)) })),
  add: operations.add.use(may(...workers)).handler(({ input, context }) => goAway(context, input)),
  remove: operations.remove.use(may(...workers)).handler(async ({ input, context }) => {
    await comeBack(context, input.id)
    return { removed: true as const }
  }),
})
