/**
 * Where working time went. Sources: visits (held ones by their hours, and the way there), appointments, entries of time.
 *
 * - What has hours is laid side by side: minutes that two things share are counted once, for the one that is more for
 *   an account (a visit, then an appointment with an account, then any other appointment).
 * - Entries of time have no hours and are added as they are: whoever enters them says that they come on top.
 * - Travel counts for the account that one travels to, as far as it was entered; nothing is estimated.
 * - Leave is not working time.
 */
export type TimePiece = {
  personId: string
  /** The day of the person's calendar. */
  day: string
  accountId: number | null
  category: TimeCategory
  /** Instants in milliseconds, or minutes without hours. */
  span: { from: number; to: number } | { minutes: number }
  /** Lower wins where two overlap. */
  rank: number
}

export const timeCategories = [
  'visit',
  'travel',
  'call',
  'preparation',
  'meeting',
  'administration',
  'training',
  'prospecting',
  'other',
  'leave',
] as const
export type TimeCategory = (typeof timeCategories)[number]

export type TimeSum = {
  personId: string
  week: string
  accountId: number | null
  category: TimeCategory
  minutes: number
}

/** Minutes by person, week (its Monday), account and category; leave is left out. */
export function timeSums(pieces: readonly TimePiece[], weekOf: (day: string) => string): TimeSum[] {
  const sums = new Map<string, TimeSum>()
  const add = ({ personId, day, accountId, category }: TimePiece, minutes: number) => {
    if (minutes <= 0) return
    const key = `${personId} ${weekOf(day)} ${accountId} ${category}`
    const sum = sums.get(key) ?? { personId, week: weekOf(day), accountId, category, minutes: 0 }
    sum.minutes += minutes
    sums.set(key, sum)
  }
  const working = pieces.filter(piece => piece.category !== 'leave')
  for (const own of Map.groupBy(working, piece => piece.personId).values()) {
    const taken: Span[] = []
    const spanned = own.flatMap(piece => ('from' in piece.span ? [{ piece, span: piece.span }] : []))
    spanned.sort((one, other) => one.piece.rank - other.piece.rank || one.span.from - other.span.from)
    for (const { piece, span } of spanned) add(piece, claim(taken, span) / 60_000)
    for (const piece of own) if ('minutes' in piece.span) add(piece, piece.span.minutes)
  }
  return [...sums.values()]
}

type Span = { from: number; to: number }

/** Adds the span to those taken (kept apart and in order) and says how much of it was new. */
export function claim(taken: Span[], { from, to }: Span): number {
  if (to <= from) return 0
  let first = taken.findIndex(span => span.to >= from)
  if (first < 0) first = taken.length
  let last = first
  let covered = 0
  let whole: Span = { from, to }
  for (; last < taken.length && taken[last]!.from <= to; last += 1) {
    const span = taken[last]!
    covered += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
    whole = { from: Math.min(whole.from, span.from), to: Math.max(whole.to, span.to) }
  }
  taken.splice(first, last - first, whole)
  return to - from - covered
}

export type TimeShare = {
  /** Minutes of all work. */
  all: number
  /** Minutes for key accounts. */
  key: number
  /** key ÷ all; null where nothing was entered. */
  share: number | null
}

/** The share of key accounts in some sums. */
export function shareOf(
  sums: Iterable<Pick<TimeSum, 'accountId' | 'minutes'>>,
  isKey: (id: number) => boolean,
): TimeShare {
  let all = 0
  let key = 0
  for (const { accountId, minutes } of sums) {
    all += minutes
    if (accountId !== null && isKey(accountId)) key += minutes
  }
  return { all, key, share: all === 0 ? null : key / all }
}
