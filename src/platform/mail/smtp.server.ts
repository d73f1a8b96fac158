import { createTransport } from 'nodemailer'
import { Refusal } from '../refusal.ts'
import type { KeptMail } from './mail.store.ts'

/** Hands one mail over; resolves when the mail server has taken it. */
export type Post = (mail: KeptMail, more: { unsubscribeUrl: string | null }) => Promise<void>

/**
 * The company's mail server from VITALFEW_SMTP (smtp://user:password@host:587 or smtps://…) and VITALFEW_MAIL_FROM;
 * null where none is set: then mails are kept to be read in the product.
 */
export function postFrom(environment: Record<string, string | undefined>): Post | null {
  const { VITALFEW_SMTP: url, VITALFEW_MAIL_FROM: from } = environment
  if (!url) return null
  if (!from || !URL.canParse(url)) throw new Refusal('mail_settings_invalid')
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  )
  const domain = from.match(/@([^\s>]+)/)?.[1] ?? 'localhost'
  return async (mail, { unsubscribeUrl }) => {
    await transport.sendMail({
      to: mail.address,
      ...(mail.replyTo && { replyTo: mail.replyTo }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // Stable, so that a mail sent twice over a broken connection is one mail to the reader's program.
      messageId: `<vitalfew-${mail.id}-${Date.parse(mail.queuedAt)}@${domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl && {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      ...(mail.calendar && mail.calendarMethod
        ? { icalEvent: { method: mail.calendarMethod, content: mail.calendar, filename: 'invite.ics' } }
        : {}),
    })
  }
}

/** Whether the mail server said that it will never take this mail (SMTP 5xx). */
export function isRefusedForGood(error: unknown): boolean {
  const code = (error as { responseCode?: number } | null)?.responseCode
  return code !== undefined && code >= 500
}
