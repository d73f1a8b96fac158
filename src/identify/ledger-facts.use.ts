import {
  activeMonths,
  largestDocuments,
  type PurchaseRhythm,
  type PurchaseSummary,
  productBreadth,
  purchaseRhythm,
  purchaseSummaries,
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
  readonly typicalGapDays: number | null
  readonly purchases: PurchaseSummary | null
}

/** Months of buying that make an account's own rhythm: long enough for a yearly season, recent enough to be its own. */
const rhythmMonths = 24

/**
 * Facts of every account that has a line or a cost up to the window's end. `ledgerFrom` is the ledger's first day: where
 * the window before lies outside the ledger by more than a month, nothing is known of it and growth stays unknown.
 */
export async function ledgerFacts(db: Db, window: ReviewWindow, ledgerFrom: string): Promise<Map<number, LedgerFacts>> {
  const knowsBefore = ledgerFrom <= monthsAfter(window.before.from, 1)
  const sameYear = window.year.from === window.from
  const [sums, before, year, largest, active, breadth, rhythm, summaries] = await Promise.all([
    sumsByAccount(db, window),
    knowsBefore ? sumsByAccount(db, window.before) : [],
    sameYear ? [] : sumsByAccount(db, window.year),
    largestDocuments(db, window),
    activeMonths(db, window),
    productBreadth(db, window),
    purchaseRhythm(db, { from: monthsAfter(window.to, -rhythmMonths), to: window.to }),
    purchaseSummaries(db, { to: window.to }),
  ])
  const sumsOf = byAccount(sums)
  const beforeOf = byAccount(before)
  const yearOf = sameYear ? sumsOf : byAccount(year)
  const largestOf = byAccount(largest)
  const activeOf = byAccount(active)
  const breadthOf = byAccount(breadth)
  const rhythmOf = byAccount(rhythm)
  const summaryOf = byAccount(summaries)
  // Where nothing was booked in the whole window, cost to serve is unknown rather than nothing.
  const costsKept = sums.some(each => each.costToServe !== '0')
  const marginKnown = sums.some(each => each.margin !== null)
  const facts = new Map<number, LedgerFacts>()
  for (const account of new Set([...summaryOf.keys(), ...sumsOf.keys()])) {
    const own = sumsOf.get(account)
    const gap = rhythmOf.get(account)
    facts.set(account, {
      revenue: own?.revenue ?? '0',
      costedRevenue: own?.costedRevenue ?? '0',
      // Who bought nothing earned nothing, where earnings are known at all.
      margin: own && own.lines > 0 ? own.margin : marginKnown ? '0' : null,
      costToServe: costsKept ? (own?.costToServe ?? '0') : null,
      documents: own?.documents ?? 0,
      // A window that begins within a month touches one calendar month more than it has months.
      activeMonths: Math.min(window.months, activeOf.get(account)?.months ?? 0),
      products: breadthOf.get(account)?.products ?? 0,
      largestDocument: largestOf.get(account)?.largestDocument ?? null,
      returns: positive(own?.returns ?? '0'),
      revenueBefore: beforeOf.get(account)?.revenue ?? '0',
      yearTotal: yearOf.get(account)?.revenue ?? '0',
      typicalGapDays: gap && gap.orderDays >= 3 ? usualGap(gap) : null,
      purchases: summaryOf.get(account) ?? null,
    })
  }
  return facts
}

/** The longer of median and mean: orders that come in pairs must not make every pause between pairs look like silence. */
const usualGap = ({ medianGapDays, meanGapDays }: PurchaseRhythm): number =>
  Math.max(medianGapDays ?? 0, meanGapDays ?? 0)

/** The ledger sums returns as they are booked, below zero. */
const positive = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : amount)

const byAccount = <Row extends { accountId: number }>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map(row => [row.accountId, row]))
