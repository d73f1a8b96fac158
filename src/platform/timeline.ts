import type { Language } from './language.ts'
import type { SignalFormat } from './signal.ts'

/** Something that happened with an account. */
export type TimelineEvent = {
  /** Room and name: 'know.note'. */
  kind: string
  /** Unique within its kind. */
  key: string
  /** Instant, UTC: '2026-10-30T02:15:00Z'. What has only a day stands at its noon, with `wholeDay`. */
  at: string
  wholeDay: boolean
  accountId: number
  /** Who of ours did it, by name, if anybody. */
  actor: string | null
  /** The figures and names of the sentence. Amounts are decimal strings in base currency, days plain. */
  values: Record<string, string | number | null>
  /** Where one reads more, within the web app. */
  path: string | null
}

export type TimelineKind = {
  title: (language: Language) => string
  sentence: (event: Pick<TimelineEvent, 'values' | 'actor'>, words: SignalFormat) => string
}

/** Events strictly older than this are wanted: `at` first, then `key`, compared as plain text. */
export type TimelineBound = { at: string; key: string }

/** The latest of all: where a timeline begins. */
export const timelineBegin: TimelineBound = { at: '9999-12-31T23:59:59Z', key: '' }

export type TimelineCursor = { at: string; kind: string; key: string }

/** Which events of one kind come after the cursor in the order of at, kind, key (all descending). */
export function boundOf(cursor: TimelineCursor | null, kind: string): TimelineBound {
  if (!cursor) return timelineBegin
  if (kind === cursor.kind) return { at: cursor.at, key: cursor.key }
  // Of the same moment: all of the kinds that come later, none of those that came before.
  return { at: cursor.at, key: kind < cursor.kind ? '\uffff' : '' }
}

/** Latest first; of the same moment by kind and key, so that every reading has the same order. */
export function compareEvents(a: TimelineCursor, b: TimelineCursor): number {
  const byText = (x: string, y: string) => (x < y ? 1 : x > y ? -1 : 0)
  return byText(a.at, b.at) || byText(a.kind, b.kind) || byText(a.key, b.key)
}
