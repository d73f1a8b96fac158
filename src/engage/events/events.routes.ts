import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { eventsContract } from './events.contract.ts'
import { addEvent, editEvent, removeEvent, restoreEvent, settleEvent } from './keep-event.use.ts'
import { readEvents } from './read-events.use.ts'

const operations = implementing(eventsContract)
const writers = ['administrator', 'head', 'manager', 'back office', 'executive'] as const

export const eventsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readEvents(context, input)),
  add: operations.add.use(may(...writers)).handler(async ({ input: { accountId, ...fields }, context }) => ({
    id: await addEvent(context, accountId, fields),
  })),
  edit: operations.edit.use(may(...writers)).handler(async ({ input: { id, version, ...edit }, context }) => {
    await editEvent(context, id, version, edit)
    return { changed: true }
  }),
  remove: operations.remove.use(may(...writers)).handler(async ({ input, context }) => {
    await removeEvent(context, input.id)
    return { removed: true }
  }),
  restore: operations.restore.use(may(...writers)).handler(async ({ input, context }) => {
    await restoreEvent(context, input.id)
    return { restored: true }
  }),
  settle: operations.settle.use(may(...writers)).handler(async ({ input: { id, day, state, note, cost }, context }) => {
    await settleEvent(context, id, day, state === 'open' ? null : { state, note, cost })
    return { settled: true }
  }),
})
