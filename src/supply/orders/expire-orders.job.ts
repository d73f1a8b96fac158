import type { Job } from '../../platform/jobs.server.ts'
import { expireOrders } from './expire-orders.use.ts'

/** Every quarter of an hour; meanwhile an overdue proposal cannot be signed anyhow. */
export const expireOrdersJob: Job = {
  name: 'expire-orders',
  cron: '*/15 * * * *',
  run: async (_, { db, clock, log }) => {
    const expired = await expireOrders(db, clock)
    if (expired > 0) log(`${expired} proposed orders expired`)
  },
}
