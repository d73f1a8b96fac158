import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { appointSponsor, changeSponsor } from './appoint-sponsor.use.ts'
import { executivesContract } from './executives.contract.ts'
import { readExecutives, readSponsors } from './read-executives.use.ts'

const operations = implementing(executivesContract)
const appointers = ['administrator', 'head', 'executive'] as const

export const executivesRoutes = operations.router({
  overview: operations.overview.use(may(...everyone)).handler(({ context }) => readExecutives(context)),
  sponsors: operations.sponsors
    .use(may(...everyone))
    .handler(async ({ input, context }) => ({ items: await readSponsors(context, input.accountId) })),
  appoint: operations.appoint
    .use(may(...appointers))
    .handler(async ({ input, context }) => ({ id: await appointSponsor(context, input) })),
  change: operations.change.use(may(...appointers)).handler(async ({ input: { id, ...change }, context }) => {
    await changeSponsor(context, id, change)
    return { changed: true }
  }),
})
