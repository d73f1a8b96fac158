import type { Job } from '../jobs.server.ts'
import { readSettings } from '../settings.server.ts'
import { forgetMail, markMail, waitingMail } from './mail.store.ts'
import { chosenKinds } from './mail.ts'
import { oneClickUrl } from './queue-mail.server.ts'
import { isRefusedForGood, postFrom } from './smtp.server.ts'

/** About 30 hours of trying, with growing pauses; one less than the queue's, so that the last failure is written down. */
const mostAttempts = 13

/**
 * Sends one mail. Its row is locked meanwhile: no second worker sends it. Should we die between the mail server's
 * word and our commit, it goes out again under the same Message-ID.
 */
export const sendMailJob: Job<{ id: number }> = {
  name: 'send-mail',
  run: async ({ id }, { db, clock, dataDirectory, log }) => {
    const settings = await readSettings(db)
    const post = settings.demo ? null : postFrom(process.env)
    const again = await db.transaction().execute(async transaction => {
      const mail = await waitingMail(transaction, id)
      if (!mail) return null
      if (!post) {
        await markMail(transaction, id, 'captured', null, clock.now())
        return null
      }
      const chosen = chosenKinds.find(kind => kind === mail.kind)
      const unsubscribeUrl =
        chosen && mail.personId ? oneClickUrl(settings.address, dataDirectory, mail.personId, chosen) : null
      try {
        await post(mail, { unsubscribeUrl })
        await markMail(transaction, id, 'sent', null, clock.now())
        return null
      } catch (error) {
        const given = isRefusedForGood(error) || mail.attempts + 1 >= mostAttempts
        await markMail(transaction, id, given ? 'failed' : 'waiting', (error as Error).message, clock.now())
        log(`mail ${id} not sent: ${(error as Error).message}`)
        return given ? null : (error as Error)
      }
    })
    // The queue tries again later.
    if (again) throw again
  },
}

/** Mails are kept 90 days. */
export const forgetMailJob: Job = {
  name: 'forget-mail',
  cron: '25 3 * * *',
  run: async (_, { db, clock, log }) => {
    const gone = await forgetMail(db, new Date(clock.now().getTime() - 90 * 86_400_000))
    if (gone > 0) log(`${gone} old mails forgotten`)
  },
}
