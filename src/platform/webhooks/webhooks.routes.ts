import { implementing, may } from '../operation.server.ts'
import { Refusal } from '../refusal.ts'
import {
  createEndpoint,
  editEndpoint,
  removeEndpoint,
  replay,
  rotateEndpointSecret,
  testEndpoint,
} from './endpoints.use.ts'
import { eventTypes } from './event-source.server.ts'
import { webhooksContract } from './webhooks.contract.ts'
import { attemptsOf, listDeliveries, listEndpoints, payloadOf } from './webhooks.store.ts'

const operations = implementing(webhooksContract)

export const webhooksRoutes = operations.router({
  list: operations.list.use(may('administrator')).handler(async ({ context }) => ({
    endpoints: await listEndpoints(context.db),
    types: await eventTypes(context.language),
  })),
  create: operations.create.use(may('administrator')).handler(({ input, context }) => createEndpoint(context, input)),
  edit: operations.edit.use(may('administrator')).handler(async ({ input: { id, version, ...fields }, context }) => {
    await editEndpoint(context, id, version, fields)
    return { id }
  }),
  rotate: operations.rotate
    .use(may('administrator'))
    .handler(({ input: { id, version }, context }) => rotateEndpointSecret(context, id, version)),
  remove: operations.remove.use(may('administrator')).handler(async ({ input: { id, version }, context }) => {
    await removeEndpoint(context, id, version)
    return { id }
  }),
  test: operations.test.use(may('administrator')).handler(({ input, context }) => testEndpoint(context, input.id)),
  deliveries: operations.deliveries.use(may('administrator')).handler(async ({ input, context }) => {
    const { endpointId = null, state = null, limit, cursor = '' } = input
    const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : null
    const items = await listDeliveries(context.db, { endpointId, state, id: null, before, limit })
    return { items, nextCursor: items.length === limit ? String(items.at(-1)!.id) : null }
  }),
  delivery: operations.delivery.use(may('administrator')).handler(async ({ input: { id }, context: { db } }) => {
    const [delivery] = await listDeliveries(db, { endpointId: null, state: null, id, before: null, limit: 1 })
    if (!delivery) throw new Refusal('webhook_delivery_not_found')
    return { ...delivery, tries: await attemptsOf(db, id), payload: await payloadOf(db, id) }
  }),
  replay: operations.replay.use(may('administrator')).handler(async ({ input: { id }, context }) => {
    await replay(context, id)
    return { id }
  }),
})
