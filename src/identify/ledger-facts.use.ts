import {
  activeMonths,
  largestDocuments,
  orderSpans,
  type PurchaseRhythm,
  type PurchaseSummary,
  productBreadth,
  purchaseRhythm,
  purchaseSummaries,
  someSumsByAccount,
  sumsByAccount,
} from '../ledger/ledger.server.ts'
import type { Db } from '../platform/database.server.ts'
import { monthsAfter, type ReviewWindow } from './review-window.ts'

/** What the ledger says of one account at the end of a window; everything else known of it comes from other rooms. */
export interface LedgerFacts {
  readonly revenue: string
  readonly costedRevenue: string
  readonly margin: string | null
  readonly costToServe: string | null
  readonly documents: number
  readonly activeMonths: number
  readonly products: number
  readonly largestDocument: string | null
  readonly returns: string
  readonly revenueBefore: string
  readonly yearTotal: string
  readonly firstOrderDay: string | null
  readonly lastOrderDay: string | null
  readonly typicalGapDays: number | null
  readonly purchases: PurchaseSummary | null
}

/**
 * What takes as long as all the rest together, since every line or every order day is looked at, and is gathered where
 * it is asked for: how many products (`breadth`), and rhythm and repeats of buying (`purchases`).
 */
export const factParts = ['breadth', 'purchases'] as const
export type FactPart = (typeof factParts)[number]

/** Months of buying that make an account's own rhythm: long enough for a yearly season, recent enough to be its own. */
const rhythmMonths = 24

/** What is so of the whole ledger, and decides what a missing amount of one account means. */
export interface LedgerHabits {
  /** Some line of the window has a cost: who bought nothing then earned nothing. */
  readonly marginKnown: boolean
  /** Something was booked in the window: nothing booked then costs nothing, rather than being unknown. */
  readonly costsKept: boolean
}

export type GatheredFacts = LedgerHabits & {
  readonly facts: Map<number, LedgerFacts>
  readonly parts: readonly FactPart[]
}

/** Whether the window before lies in the ledger, but for a month; else nothing is known of growth. */
export const knowsBefore = (window: ReviewWindow, ledgerFrom: string): boolean =>
  ledgerFrom <= monthsAfter(window.before.from, 1)

/** The stretch of buying that makes an account's own rhythm. */
export const rhythmWindow = (window: ReviewWindow): { from: string; to: string } => ({
  from: monthsAfter(window.to, -rhythmMonths),
  to: window.to,
})

/**
 * Facts of every account that has a line or a cost up to the window's end, or of those given, for whom the habits of
 * the whole ledger are given too. `ledgerFrom` is the ledger's first day. Parts that are left out are empty.
 */
export async function ledgerFacts(
  db: Db,
  window: ReviewWindow,
  ledgerFrom: string,
  among?: { accounts: readonly number[]; habits: LedgerHabits },
  parts: readonly FactPart[] = factParts,
): Promise<GatheredFacts> {
  const ids = among?.accounts
  const sameYear = window.year.from === window.from
  // Two at a time: all at once take the memory of all, of the database and of ours, and end no sooner.
  const [[sums, before, year, active], [largest, spans, read]] = await Promise.all([
    (async () =>
      [
        await sumsByAccount(db, window, ids),
        knowsBefore(window, ledgerFrom) ? await someSumsByAccount(db, window.before, ['revenue'], ids) : [],
        sameYear ? [] : await someSumsByAccount(db, window.year, ['revenue'], ids),
        await activeMonths(db, window, ids),
      ] as const)(),
    (async () =>
      [
        await largestDocuments(db, window, ids),
        await orderSpans(db, { to: window.to }, ids),
        await readParts(db, window, ids, parts),
      ] as const)(),
  ])
  const sumsOf = byAccount(sums)
  const beforeOf = byAccount(before)
  const yearOf: Map<number, { revenue: string }> = sameYear ? sumsOf : byAccount(year)
  const largestOf = byAccount(largest)
  const activeOf = byAccount(active)
  const spanOf = byAccount(spans)
  const seen = {
    costsKept: sums.some(each => each.costToServe !== '0'),
    marginKnown: sums.some(each => each.margin !== null),
  }
  const { costsKept, marginKnown } = among?.habits ?? seen
  const facts = new Map<number, LedgerFacts>()
  for (const account of new Set([...spanOf.keys(), ...sumsOf.keys()])) {
    const own = sumsOf.get(account)
    const span = spanOf.get(account)
    facts.set(account, {
      revenue: own?.revenue ?? '0',
      costedRevenue: own?.costedRevenue ?? '0',
      margin: own && own.lines > 0 ? own.margin : marginKnown ? '0' : null,
      costToServe: costsKept ? (own?.costToServe ?? '0') : null,
      documents: own?.documents ?? 0,
      // A window that begins within a month touches one calendar month more than it has months.
      activeMonths: Math.min(window.months, activeOf.get(account)?.months ?? 0),
      largestDocument: largestOf.get(account)?.largestDocument ?? null,
      returns: positive(own?.returns ?? '0'),
      revenueBefore: beforeOf.get(account)?.revenue ?? '0',
      yearTotal: yearOf.get(account)?.revenue ?? '0',
      firstOrderDay: span?.firstOrderDay ?? null,
      lastOrderDay: span?.lastOrderDay ?? null,
      ...read(account),
    })
  }
  return { facts, parts, ...seen }
}

/** Facts with the parts that they lack, of the same window and ledger; what is held stays as it is. */
export async function withParts(
  db: Db,
  window: ReviewWindow,
  held: GatheredFacts,
  lacking: readonly FactPart[],
): Promise<GatheredFacts> {
  const read = await readParts(db, window, undefined, lacking)
  const facts = new Map<number, LedgerFacts>()
  for (const [account, own] of held.facts) {
    const { products, typicalGapDays, purchases } = read(account)
    facts.set(account, {
      ...own,
      ...(lacking.includes('breadth') ? { products } : {}),
      ...(lacking.includes('purchases') ? { typicalGapDays, purchases } : {}),
    })
  }
  return { ...held, facts, parts: [...held.parts, ...lacking] }
}

async function readParts(
  db: Db,
  window: ReviewWindow,
  ids: readonly number[] | undefined,
  parts: readonly FactPart[],
): Promise<(account: number) => Pick<LedgerFacts, 'products' | 'typicalGapDays' | 'purchases'>> {
  const buying = parts.includes('purchases')
  const breadthOf = byAccount(parts.includes('breadth') ? await productBreadth(db, window, ids) : [])
  const rhythmOf = byAccount(buying ? await purchaseRhythm(db, rhythmWindow(window), ids) : [])
  const summaryOf = byAccount(buying ? await purchaseSummaries(db, { to: window.to }, ids) : [])
  return account => {
    const gap = rhythmOf.get(account)
    return {
      products: breadthOf.get(account)?.products ?? 0,
      typicalGapDays: gap && gap.orderDays >= 3 ? usualGap(gap) : null,
      purchases: summaryOf.get(account) ?? null,
    }
  }
}

/** The longer of median and mean: orders that come in pairs must not make every pause between pairs look like silence. */
const usualGap = ({ medianGapDays, meanGapDays }: PurchaseRhythm): number =>
  Math.max(medianGapDays ?? 0, meanGapDays ?? 0)

/** The ledger sums returns as they are booked, below zero. */
const positive = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : amount)

const byAccount = <Row extends { accountId: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map(row => [row.accountId, row]))
