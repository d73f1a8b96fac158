import type { Language } from './language.ts'

/**
 * What a room says should be looked at. Rooms offer signals, the room `today` ranks them into one queue per person.
 * A room offers them in a file `….signals.server.ts` whose default export is a `SignalSource`
 * (see platform/signal-source.server.ts); nothing else has to know of it.
 */
export type Signal = {
  /** Room and name, such as 'identify.falling_silent'. */
  kind: string
  /** What it is about within kind and account ('' where one of a kind is enough): the same signal has the same key. */
  key: string
  /** Null where no account is concerned ('figures older than a day'). */
  accountId: number | null
  /** Whose it is; null: the account's owner. */
  personId: string | null
  /** Whose it is where nobody is named and no account is owned: everybody of this role; null: the head. */
  role: 'administrator' | 'head' | 'back office' | null
  /** The day by which something should have happened; null: no day. */
  due: string | null
  /** Money at stake in base currency, an exact decimal, never negative; null: not known. */
  value: string | null
  /** How sure the room is that it matters, 0 to 1. */
  confidence: number
  /** The figures of the reason, for the kind's words. Amounts are decimal strings, days plain. */
  values: Record<string, string | number | null>
}

/** What can be done about a signal; the first is the usual one. A path within the web app. */
export type SignalAction = { label: string; path: string }

/** What a kind is called, how its reason reads, and what answers it. */
export type SignalKind = {
  title: (language: Language) => string
  /** One sentence with its figures. */
  reason: (signal: Pick<Signal, 'values' | 'due' | 'value'>, words: SignalFormat) => string
  actions: (signal: Pick<Signal, 'accountId' | 'key' | 'values'>, language: Language) => SignalAction[]
  /** How the queue weighs it (today/rank.ts). */
  weighing?: SignalWeighing
}

export type SignalWeighing = {
  /** Days before the due day at which it is half as urgent as on that day; 7 unless told. */
  leadDays?: number
  /** How urgent it is on the due day itself: more than 1 for what has an hour and cannot be made up the day after; 1 unless told. */
  onTheDay?: number
  /** An unknown value counts as this share of the value that signals usually have; 0.25 unless told. */
  unknownShare?: number
}

/** How figures are written in a sentence of that language. */
export type SignalFormat = {
  language: Language
  /** '¥12.4M' in the company's base currency. */
  money: (amount: string) => string
  day: (day: string) => string
  percent: (share: number) => string
}
