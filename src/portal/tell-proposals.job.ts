import type { Job } from '../platform/jobs.server.ts'
import { tellProposals } from './tell-proposals.use.ts'

/** Every five minutes: a proposal is read on the day, not in the second. */
export const tellProposalsJob: Job = {
  name: 'tell-portal-proposals',
  cron: '*/5 * * * *',
  run: async (_, { db, clock, log }) => {
    const told = await tellProposals(db, clock)
    if (told > 0) log(`${told} mails tell buyers of proposed orders`)
  },
}
