import { accountNames } from '../accounts/account-names.server.ts'
import { type Clock, dayIn } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import type { Language } from '../platform/language.ts'
import type { MailContent } from '../platform/mail/mail.ts'
import { queueMailOutside } from '../platform/mail/queue-mail.server.ts'
import { postFrom } from '../platform/mail/smtp.server.ts'
import { readSettings } from '../platform/settings.server.ts'
import type { ProposedOrder } from '../supply/orders/orders.server.ts'
import { formatDay } from '../web/format.ts'
import type { Invitation } from './invitations.store.ts'
import { portalMailWords } from './portal-words.ts'

type Posting = { db: Db; clock: Clock }

/** Whether mail leaves this company; where it does not, the manager passes links on. */
export async function sendsMail(db: Db): Promise<boolean> {
  return !(await readSettings(db)).demo && postFrom(process.env) !== null
}

async function send(
  posting: Posting,
  to: string,
  replyTo: string | null,
  content: MailContent,
  onceKey?: string,
): Promise<number | null> {
  return queueMailOutside(posting, { kind: 'portal', to, replyTo, content, onceKey })
}

/** To somebody who asked for it at the door. */
export async function mailSignInLink(
  posting: Posting,
  person: { email: string; language: Language },
  text: string,
): Promise<void> {
  const { companyName } = await readSettings(posting.db)
  const words = portalMailWords[person.language].signIn(companyName)
  await send(posting, person.email, null, {
    language: person.language,
    subject: words.subject,
    blocks: [
      { kind: 'paragraph', text: words.text },
      { kind: 'action', label: words.action, path: `/portal/open#${text}` },
    ],
  })
}

/** To somebody invited, answered to whoever invited them. */
export async function mailInvitation(
  posting: Posting,
  invitation: Pick<Invitation, 'email' | 'name' | 'language' | 'accountId' | 'invitedBy'>,
  replyTo: string | null,
  text: string,
): Promise<void> {
  const { companyName } = await readSettings(posting.db)
  const account = (await accountNames(posting.db, [invitation.accountId])).get(invitation.accountId)
  const words = portalMailWords[invitation.language].invitation({
    company: companyName,
    account: account?.name ?? '',
    name: invitation.name,
    by: invitation.invitedBy,
  })
  await send(posting, invitation.email, replyTo, {
    language: invitation.language,
    subject: words.subject,
    blocks: [
      { kind: 'paragraph', text: words.text },
      { kind: 'action', label: words.action, path: `/portal/welcome#${text}` },
    ],
  })
}

/** To a buyer whose account is asked to sign, once for each proposal; true where a mail was queued. */
export async function mailProposal(
  posting: Posting,
  buyer: { userId: string; email: string; language: Language | null },
  order: ProposedOrder,
  replyTo: string | null,
): Promise<boolean> {
  const { companyName, language: usual, timeZone } = await readSettings(posting.db)
  const language = buyer.language ?? usual
  const words = portalMailWords[language].proposal({
    company: companyName,
    number: order.number,
    by: order.proposedByName,
    lines: order.lines,
    until: order.expiresAt && formatDay(dayIn(timeZone, order.expiresAt), language),
  })
  const content: MailContent = {
    language,
    subject: words.subject,
    blocks: [
      { kind: 'paragraph', text: words.text },
      { kind: 'action', label: words.action, path: `/portal/orders/${order.publicId}` },
    ],
  }
  const key = `portal proposal ${order.publicId} ${order.proposedAt.toISOString()} ${buyer.userId}`
  return (await send(posting, buyer.email, replyTo, content, key)) !== null
}
