import type { Clock } from '../clock.ts'
import { keptSecret } from '../data-directory.server.ts'
import type { Db } from '../database.server.ts'
import { addJob } from '../jobs.server.ts'
import type { Language } from '../language.ts'
import { findPerson } from '../people.store.ts'
import { readSettings } from '../settings.server.ts'
import { insertMail, type QueuedMail, unwantedKinds } from './mail.store.ts'
import { type ChosenKind, chosenKinds, type MailContent, type MailKind, subjectLine } from './mail.ts'
import { mailBody } from './mail-body.ts'
import { footerWords } from './mail-words.ts'
import { unsubscribeToken } from './unsubscribe-token.server.ts'

export type Posting = { db: Db; clock: Clock; dataDirectory: string }

export type Letter = {
  kind: MailKind
  personId: string
  /** In the reader's language. */
  content: (language: Language) => Omit<MailContent, 'language'>
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string }
  /** Never sent twice under the same key. */
  onceKey?: string
}

/**
 * Puts a mail to one of ours into the queue, in the caller's transaction. Null where nothing was queued: the person is
 * away for good, wants no such mail, or has had this one.
 */
export async function queueMail({ db, clock, dataDirectory }: Posting, letter: Letter): Promise<number | null> {
  const person = await findPerson(db, letter.personId)
  if (!person || person.disabled) return null
  const chosen = chosenKinds.find(kind => kind === letter.kind) ?? null
  if (chosen && (await unwantedKinds(db, person.id)).includes(chosen)) return null
  const settings = await readSettings(db)
  const language = person.language ?? settings.language
  const content = { language, ...letter.content(language) }
  const footer = footerWords(settings.companyName, chosen ?? 'digest', language)
  const stop = chosen && { label: footer.stop, url: stopPage(settings.address, dataDirectory, person.id, chosen) }
  const body = mailBody(content, {
    address: settings.address,
    company: settings.companyName,
    footer: chosen ? footer.why : '',
    stop,
  })
  return queue(db, clock, {
    kind: letter.kind,
    personId: person.id,
    address: person.email,
    replyTo: null,
    language,
    subject: content.subject,
    ...body,
    calendar: letter.calendar?.text ?? null,
    calendarMethod: letter.calendar?.method ?? null,
    onceKey: letter.onceKey ?? null,
  })
}

/** To somebody of an account: in their language, answered to whoever of ours it comes from. They have no choices here. */
export async function queueMailOutside(
  { db, clock }: Pick<Posting, 'db' | 'clock'>,
  letter: Pick<Letter, 'kind' | 'onceKey' | 'calendar'> & {
    to: string
    replyTo: string | null
    content: MailContent
  },
): Promise<number | null> {
  const settings = await readSettings(db)
  const frame = { address: settings.address, company: settings.companyName, footer: '', stop: null }
  return queue(db, clock, {
    kind: letter.kind,
    personId: null,
    address: letter.to,
    replyTo: letter.replyTo,
    language: letter.content.language,
    subject: letter.content.subject,
    ...mailBody(letter.content, frame),
    calendar: letter.calendar?.text ?? null,
    calendarMethod: letter.calendar?.method ?? null,
    onceKey: letter.onceKey ?? null,
  })
}

async function queue(db: Db, clock: Clock, mail: QueuedMail): Promise<number | null> {
  const id = await insertMail(db, { ...mail, subject: subjectLine(mail.subject) }, clock.now())
  if (id !== null) await addJob(db, 'send-mail', { id }, { jobKey: `mail-${id}`, maxAttempts: 14 })
  return id
}

const secretOf = (dataDirectory: string) => process.env.VITALFEW_SECRET ?? keptSecret(dataDirectory)

/** Where a person who opens the link confirms with one button. */
function stopPage(address: string, dataDirectory: string, personId: string, kind: ChosenKind): string {
  return `${address}/unsubscribe#${unsubscribeToken(secretOf(dataDirectory), { personId, kind })}`
}

/** Where a mail program posts to (RFC 8058). */
export function oneClickUrl(address: string, dataDirectory: string, personId: string, kind: ChosenKind): string {
  const token = unsubscribeToken(secretOf(dataDirectory), { personId, kind })
  return `${address}/api/mail/unsubscribe?token=${token}`
}
