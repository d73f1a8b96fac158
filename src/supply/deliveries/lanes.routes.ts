import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { readAvailability, setAvailability } from './availability.use.ts'
import { addLane, editLane, readLanes, removeLane } from './edit-lane.use.ts'
import { lanesContract } from './lanes.contract.ts'

const operations = implementing(lanesContract)
const planners = ['administrator', 'head', 'back office'] as const

export const lanesRoutes = operations.router({
  list: operations.list
    .use(may(...everyone))
    .handler(async ({ input, context }) => ({ items: await readLanes(context, input.accountId) })),
  add: operations.add.use(may(...planners)).handler(({ input, context }) => addLane(context, input)),
  edit: operations.edit
    .use(may(...planners))
    .handler(({ input: { id, version, ...fields }, context }) => editLane(context, id, version, fields)),
  remove: operations.remove.use(may(...planners)).handler(async ({ input, context }) => {
    await removeLane(context, input.id)
    return { removed: true as const }
  }),
  availability: operations.availability
    .use(may(...everyone))
    .handler(({ input, context }) => readAvailability(context, input)),
  setAvailability: operations.setAvailability
    .use(may(...planners))
    .handler(({ input, context }) => setAvailability(context, input.rows)),
})
