import { accountOwners } from '../accounts/account-owners.server.ts'
import { mayEditContacts } from '../accounts/account-rights.ts'
import { recordChange } from '../platform/audit.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor, AnyActor } from '../platform/roles.ts'
import type { Acting } from './invite-person.use.ts'
import { insertMessages, type Message, markRead } from './messages.store.ts'

/** Who may answer an account: its owner, administrator and head, and the back office. Refused as account_not_yours. */
async function checkMayAnswer(db: Db, actor: Actor, accountId: number): Promise<void> {
  const account = (await accountOwners(db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  if (!mayEditContacts(actor, account)) throw new Refusal('account_not_yours', { id: accountId, name: account.name })
}

export async function answerAccount(context: Acting, accountId: number, text: string): Promise<Message> {
  return context.db.transaction().execute(async db => {
    await checkMayAnswer(db, context.actor, accountId)
    await markRead(db, [accountId], 'department', context.clock.now())
    return writeMessage(db, context, { accountId, side: 'department', orderId: null, text })
  })
}

export async function markAnswered(context: Acting, accountId: number): Promise<number> {
  return context.db.transaction().execute(async db => {
    await checkMayAnswer(db, context.actor, accountId)
    const read = await markRead(db, [accountId], 'department', context.clock.now())
    if (read > 0)
      await recordChange(db, context.actor, {
        room: 'portal',
        subject: 'message',
        subjectId: accountId,
        accountId,
        operation: 'read',
      })
    return read
  })
}

/** Within the caller's transaction, who has seen to the right. */
export async function writeMessage(
  db: Db,
  { clock, actor }: { clock: Clock; actor: AnyActor },
  message: Pick<Message, 'accountId' | 'side' | 'orderId' | 'text'>,
): Promise<Message> {
  const [written] = await insertMessages(db, [
    { ...message, author: actor.name, authorId: actor.id, sentAt: clock.now() },
  ])
  const { accountId, text } = message
  await recordChange(db, actor, {
    room: 'portal',
    subject: 'message',
    subjectId: written!.id,
    accountId,
    operation: 'write',
    after: { text },
  })
  return written!
}
