import type { Job } from '../../platform/jobs.server.ts'
import { makeVisits } from './make-visits.use.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { markUnreportedMissed } from './visits.store.ts'

/** Every night: the visits of the weeks ahead, and those past of which nobody has said anything for too long. */
export const makeVisitsJob: Job = {
  name: 'make-visits',
  cron: '40 0 * * *',
  run: async (_, { db, clock, log }) => {
    const made = await db.transaction().execute(transaction => makeVisits({ db: transaction, clock }))
    const { rules } = await readVisitRules(db)
    const endedBefore = new Date(clock.now().getTime() - rules.missedAfterDays * 86_400_000).toISOString()
    const missed = await markUnreportedMissed(db, endedBefore)
    if (made.added + made.changed + made.gone + missed > 0)
      log(`visits: ${made.added} made, ${made.changed} changed, ${made.gone} gone, ${missed} missed`)
  },
}
