import type { Job } from '../../platform/jobs.server.ts'
import { remindOfVisits } from './remind-visits.use.ts'

export const remindVisitsJob: Job = {
  name: 'remind-visits',
  cron: '*/10 * * * *',
  run: async (_, context) => {
    const written = await remindOfVisits(context)
    if (written > 0) context.log(`${written} reminders of visits written`)
  },
}
