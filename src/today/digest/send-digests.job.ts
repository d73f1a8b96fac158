import { wallClockAt, weekdayOf } from '../../engage/visits/wall-clock.ts'
import type { Job } from '../../platform/jobs.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { isDigestTime } from './digest.ts'
import { sendDigests } from './send-digests.use.ts'

/** Looks every quarter of an hour whether it is morning at the company. */
export const sendDigestsJob: Job = {
  name: 'send-digests',
  cron: '*/15 * * * *',
  run: async (_, context) => {
    const { timeZone } = await readSettings(context.db)
    const { day, time } = wallClockAt(context.clock.now().toISOString(), timeZone)
    if (!isDigestTime(weekdayOf(day), Number(time.slice(0, 2)))) return
    const sent = await sendDigests(context)
    if (sent > 0) context.log(`${sent} morning digests written`)
  },
}
