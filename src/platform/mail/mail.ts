import type { Language } from '../language.ts'

/** Mails that come by themselves, and that a person may do without. */
export const chosenKinds = ['digest', 'reminder', 'invitation'] as const

export type ChosenKind = (typeof chosenKinds)[number]

export type MailKind = ChosenKind | 'portal' | 'test'

export type MailState = 'waiting' | 'sent' | 'failed' | 'captured'

/** What a mail says, before it is text and HTML. Strings are plain text; paths begin with / and lead into the product. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'items'; items: { title: string; figure?: string; text: string; path?: string }[] }
  | { kind: 'action'; label: string; path: string }

export type MailContent = { language: Language; subject: string; blocks: MailBlock[] }

/** A line break in a subject would begin a header of the sender's choice (RFC 5322); the transport refuses it too. */
export function subjectLine(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .trim()
    .slice(0, 200)
}
