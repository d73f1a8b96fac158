import type { Job } from '../../platform/jobs.server.ts'
import { postInvitations } from './post-invitations.use.ts'

export const postInvitationsJob: Job = {
  name: 'post-invitations',
  cron: '* * * * *',
  run: async (_, context) => {
    const posted = await postInvitations(context)
    if (posted > 0) context.log(`${posted} invitations handed to the mail`)
  },
}
