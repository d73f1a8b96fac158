import type { Db } from '../database.server.ts'
import { addJob } from '../jobs.server.ts'
import { type ActorContext, everyone, implementing, may } from '../operation.server.ts'
import { Refusal } from '../refusal.ts'
import { readSettings } from '../settings.server.ts'
import { mailContract } from './mail.contract.ts'
import { findMail, type KeptMail, listMail, mailToSendAgain, setWanted, unwantedKinds } from './mail.store.ts'
import { chosenKinds } from './mail.ts'
import { testWords } from './mail-words.ts'
import { queueMail } from './queue-mail.server.ts'
import { postFrom } from './smtp.server.ts'

const operations = implementing(mailContract)

export const mailRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
    const personId = context.actor.role === 'administrator' ? null : (context.actor.id ?? '')
    const items = await listMail(context.db, { personId, before: input.cursor, limit: input.limit })
    const last = items.at(-1)
    const { demo } = await readSettings(context.db)
    return {
      delivery: demo || !postFrom(process.env) ? ('kept here' as const) : ('mail server' as const),
      items,
      nextCursor: items.length === input.limit && last ? last.id : null,
    }
  }),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readableMail(context, input.id)),
  sendAgain: operations.sendAgain.use(may('administrator')).handler(({ input, context }) =>
    context.db.transaction().execute(async db => {
      await readableMail({ ...context, db }, input.id)
      if (!(await mailToSendAgain(db, input.id))) throw new Refusal('mail_sent_already')
      await addJob(db, 'send-mail', input, { jobKey: `mail-${input.id}`, maxAttempts: 14 })
      return { queued: true }
    }),
  ),
  sendTest: operations.sendTest.use(may('administrator')).handler(async ({ context }) => {
    const id = await context.db.transaction().execute(db =>
      queueMail(
        { ...context, db },
        {
          kind: 'test',
          personId: context.actor.id ?? '',
          content: language => ({
            subject: testWords[language].subject,
            blocks: [{ kind: 'paragraph', text: testWords[language].text }],
          }),
        },
      ),
    )
    // A key or a command has no mailbox.
    if (id === null) throw new Refusal('mailbox_missing')
    return { id }
  }),
  choices: operations.choices
    .use(may(...everyone))
    .handler(({ context }) => choicesOf(context.db, context.actor.id ?? '')),
  choose: operations.choose.use(may(...everyone)).handler(({ input, context }) =>
    context.db.transaction().execute(async db => {
      const personId = context.actor.id ?? ''
      await setWanted(db, { ...input, personId, at: context.clock.now() })
      return choicesOf(db, personId)
    }),
  ),
})

/** @throws Refusal mail_not_found also where it is another's: whether it exists is theirs to know */
export async function readableMail(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'> | Reading,
  id: number,
): Promise<KeptMail> {
  const mail = await findMail(db, id)
  if (!mail || (actor.role !== 'administrator' && mail.personId !== actor.id)) throw new Refusal('mail_not_found')
  return mail
}

type Reading = { db: Db; actor: ActorContext['actor'] }

async function choicesOf(db: Db, personId: string) {
  const unwanted = await unwantedKinds(db, personId)
  return { items: chosenKinds.map(kind => ({ kind, wanted: !unwanted.includes(kind) })) }
}
