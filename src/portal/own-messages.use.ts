import { recordChange } from '../platform/audit.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { accountIdsOf, type PortalContext } from './may-portal.server.ts'
import { type ShownMessage, shownMessages } from './message-page.server.ts'
import { markRead } from './messages.store.ts'
import { findOwn } from './own-order.use.ts'
import { ownAccount } from './own-people.store.ts'
import { writeMessage } from './write-message.use.ts'

/** @throws Refusal portal_account_unknown, portal_order_unknown */
export async function writeToManager(
  context: PortalContext,
  { account: code, order: orderId, text }: { account?: string; order?: string; text: string },
): Promise<ShownMessage> {
  const { db, department, portal, clock } = context
  const order = orderId ? await findOwn(context, orderId) : null
  const own = portal.accounts.find(each => each.id === (order?.accountId ?? portal.member.accountId))
  const account = await ownAccount(db, accountIdsOf(portal), code ?? own?.code ?? '')
  if (!account) throw new Refusal('portal_account_unknown')
  const written = await department.transaction().execute(transaction =>
    writeMessage(
      transaction,
      { clock, actor: portal.actor },
      {
        accountId: account.id,
        side: 'account',
        orderId: order?.key ?? null,
        text,
      },
    ),
  )
  return (await shownMessages(db, [written]))[0]!
}

export async function markReadByAccount({ department, db, portal, clock }: PortalContext): Promise<number> {
  const seen: number[] = []
  for (const { code } of portal.accounts) seen.push((await ownAccount(db, accountIdsOf(portal), code))?.id ?? 0)
  return department.transaction().execute(async transaction => {
    const read = await markRead(transaction, seen, 'account', clock.now())
    if (read > 0)
      await recordChange(transaction, portal.actor, {
        room: 'portal',
        subject: 'message',
        subjectId: portal.member.accountId,
        accountId: portal.member.accountId,
        operation: 'read',
      })
    return read
  })
}
