import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { deliveriesContract } from './deliveries.contract.ts'
import { enterDelivery, readDeliveries, tellOfDelivery } from './enter-delivery.use.ts'

const operations = implementing(deliveriesContract)
const enterers = ['administrator', 'head', 'manager', 'back office'] as const

export const deliveriesRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readDeliveries(context, input)),
  enter: operations.enter.use(may(...enterers)).handler(({ input, context }) => enterDelivery(context, input)),
  tell: operations.tell
    .use(may(...enterers))
    .handler(({ input: { id, version, ...fields }, context }) => tellOfDelivery(context, id, version, fields)),
})
