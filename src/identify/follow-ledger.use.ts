import { accountsChanged, accountsOnDays } from '../ledger/ledger.server.ts'
import type { Db } from '../platform/database.server.ts'
import { type GatheredFacts, knowsBefore, type LedgerFacts, ledgerFacts, rhythmWindow } from './ledger-facts.use.ts'
import { dayAfter, type ReviewWindow } from './review-window.ts'

/** Facts of all accounts as the ledger stood at a version, for a window. */
export interface HeldFacts extends GatheredFacts {
  readonly version: number
  readonly window: ReviewWindow
  readonly ledgerFrom: string
}

/** Beyond this share of all accounts, reading everything again is quicker. */
const fewEnough = 0.25

/** A window that moved by more days than this has left most accounts behind. */
const mostDays = 31

/**
 * The facts at a later version, for a window that may have moved by some days, from those held: read again are the
 * accounts that postings have touched and those with something on a day that a window took in or left. Null where it is
 * better, or needed, to gather everything again. What is held stays as it is.
 */
export async function followLedger(
  db: Db,
  held: HeldFacts,
  { version, window, ledgerFrom }: { version: number; window: ReviewWindow; ledgerFrom: string },
): Promise<HeldFacts | null> {
  const stretches = movedDays(held.window, window)
  if (version < held.version || ledgerFrom !== held.ledgerFrom || stretches === null) return null
  if (knowsBefore(window, ledgerFrom) !== knowsBefore(held.window, ledgerFrom)) return null
  if ((window.year.from === window.from) !== (held.window.year.from === held.window.from)) return null
  const changed = await accountsChanged(db, held.version, version)
  if (changed === null) return null
  const touched = new Set(changed)
  for (const stretch of stretches) for (const account of await accountsOnDays(db, stretch)) touched.add(account)
  if (touched.size > held.facts.size * fewEnough) return null
  const { marginKnown, costsKept, parts } = held
  const among = { accounts: [...touched], habits: { marginKnown, costsKept } }
  const again = await ledgerFacts(db, window, ledgerFrom, among, parts)
  if (!sameHabits(held, again, touched)) return null
  const facts = new Map<number, LedgerFacts>()
  const sameEnd = window.to === held.window.to
  for (const [account, own] of held.facts)
    if (!touched.has(account)) facts.set(account, sameEnd ? own : observedUntil(own, window.to))
  for (const [account, own] of again.facts) facts.set(account, own)
  return { version, window, ledgerFrom, facts, parts, marginKnown, costsKept }
}

/** Days that lie in the one window and not in the other, at either end of each stretch that facts look at. */
function movedDays(before: ReviewWindow, after: ReviewWindow): { from: string; to: string }[] | null {
  const stretches: { from: string; to: string }[] = []
  for (const [one, other] of [
    [before, after],
    [before.before, after.before],
    [before.year, after.year],
    [rhythmWindow(before), rhythmWindow(after)],
  ] as const) {
    if (one.from !== other.from) stretches.push(between(one.from, other.from, 0))
    if (one.to !== other.to) stretches.push(between(one.to, other.to, 1))
  }
  const tooFar = stretches.some(({ from, to }) => dayAfter(from, mostDays) < to)
  return tooFar ? null : [...new Map(stretches.map(each => [`${each.from} ${each.to}`, each])).values()]
}

/** From the earlier bound to the day before the later one, `shift` days later. */
function between(one: string, other: string, shift: number): { from: string; to: string } {
  const [earlier, later] = one < other ? [one, other] : [other, one]
  return { from: dayAfter(earlier, shift), to: dayAfter(later, shift - 1) }
}

/** Whether costs and margins are known of the whole as they were: by the accounts read again, or by one left alone. */
function sameHabits(held: HeldFacts, again: GatheredFacts, touched: ReadonlySet<number>): boolean {
  if ((again.marginKnown && !held.marginKnown) || (again.costsKept && !held.costsKept)) return false
  let margin = again.marginKnown || !held.marginKnown
  let costs = again.costsKept || !held.costsKept
  for (const [account, own] of held.facts) {
    if (margin && costs) return true
    if (touched.has(account)) continue
    // A margin of zero may be that of somebody who bought nothing.
    margin ||= own.margin !== null && own.margin !== '0'
    costs ||= own.costToServe !== null && own.costToServe !== '0'
  }
  return margin && costs
}

const millisecondsOfWeek = 604_800_000

/** Who did nothing new has only been watched for longer. */
function observedUntil(own: LedgerFacts, day: string): LedgerFacts {
  if (!own.purchases) return own
  const observed = (Date.parse(day) - Date.parse(own.purchases.firstOrderDay)) / millisecondsOfWeek
  return { ...own, purchases: { ...own.purchases, observed } }
}
