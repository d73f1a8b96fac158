import { amountOf, descendingOrder, exactColumn, shareOf, subtractAmounts } from './exact-amount.ts'
import {
  type AmountMeasureKey,
  amountMeasureKeys,
  type JudgedMeasureKey,
  type MeasureKey,
  measureKeys,
  measures,
} from './measures.ts'

/**
 * What is known of one account at the end of a window; the raw material of every measure. A review keeps these facts as
 * they were, so that it can be reproduced to the digit whatever the ledger says later.
 */
export interface AccountFacts {
  readonly account: number
  readonly revenue: string
  /** Margin of the lines whose cost is known; null where no line's is. */
  readonly margin: string | null
  /** Revenue of the lines whose cost is known. */
  readonly costedRevenue: string
  /** Null where nothing has been booked. */
  readonly costToServe: string | null
  readonly documents: number
  readonly activeMonths: number
  readonly products: number
  readonly largestDocument: string | null
  /** Amount of returns, positive. */
  readonly returns: string
  readonly revenueBefore: string
  /** Revenue of the twelve months that end with the window. */
  readonly yearTotal: string
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** Usual days between two purchases; null below two repeat purchases. */
  readonly typicalGapDays: number | null
  readonly legalStandingConfirmed: boolean
  readonly probabilityAlive: number | null
  readonly expectedContribution: string | null
  readonly judged: Readonly<Partial<Record<JudgedMeasureKey, number>>>
}

/** Measures of all accounts as columns, so that a change of policy is answered while the slider moves. */
export interface MeasureTable {
  readonly size: number
  readonly accounts: readonly number[]
  /** NaN where unknown. Floats for scoring and comparing; what is shown comes from `amounts`. */
  readonly values: Readonly<Record<MeasureKey, Float64Array>>
  readonly amounts: Readonly<Record<AmountMeasureKey, readonly (string | null)[]>>
  readonly revenueBefore: readonly string[]
  readonly yearTotal: Float64Array
  readonly legalStandingConfirmed: Uint8Array
  /** What "contribution covered" is counted in: revenue where no cost is known at all. */
  readonly basis: 'contribution' | 'revenue'
  /** Rows by basis, largest first, ties in the order given. */
  readonly order: Uint32Array
  /** Share of the positive basis held by the accounts before this one; Infinity where its own is not positive. */
  readonly shareBefore: Float64Array
  readonly sums: SplitColumn
}

/** An exact column as two floats a row, so that a sum over any subset is exact without big integers in the loop. */
export interface SplitColumn {
  readonly decimals: number
  readonly high: Float64Array
  readonly low: Float64Array
}
const splitAt = 1_000_000_000n

/** Facts must come in account code order: it decides ties. `asOf` is the last day of the window. */
export function measureTable(facts: readonly AccountFacts[], asOf: string): MeasureTable {
  const size = facts.length
  const amounts: Record<AmountMeasureKey, (string | null)[]> = {
    revenue: facts.map(fact => fact.revenue),
    margin: facts.map(fact => fact.margin),
    costToServe: facts.map(fact => fact.costToServe),
    contribution: facts.map(contributionOf),
    largestDocument: facts.map(fact => fact.largestDocument),
  }
  const values = Object.fromEntries(measureKeys.map(key => [key, new Float64Array(size)])) as Record<
    MeasureKey,
    Float64Array
  >
  for (const key of amountMeasureKeys)
    for (let row = 0; row < size; row += 1) values[key][row] = numberOf(amounts[key][row])
  const today = dayNumber(asOf)
  facts.forEach((fact, row) => {
    const days = fact.lastDay === null ? Number.NaN : today - dayNumber(fact.lastDay)
    const costed = Number(fact.costedRevenue)
    const before = Number(fact.revenueBefore)
    const returns = Number(fact.returns)
    const gross = Number(fact.revenue) + returns
    const set = (key: MeasureKey, value: number | null | undefined) => {
      values[key][row] = value == null ? Number.NaN : rounded(value, measures[key].decimals)
    }
    set('marginRate', fact.margin === null || !(costed > 0) ? null : Number(fact.margin) / costed)
    set('documents', fact.documents)
    set('activeMonths', fact.activeMonths)
    set('daysSinceLastOrder', days)
    set('silence', fact.typicalGapDays === null ? null : days / Math.max(1, fact.typicalGapDays))
    set('growth', before > 0 ? Number(fact.revenue) / before - 1 : null)
    set('cooperationMonths', fact.firstDay === null ? null : wholeMonths(fact.firstDay, asOf))
    set('productBreadth', fact.products)
    set('returnShare', gross > 0 ? returns / gross : null)
    set('probabilityAlive', fact.probabilityAlive)
    set('expectedContribution', fact.expectedContribution === null ? null : Number(fact.expectedContribution))
    set('influence', fact.judged.influence)
    set('strategicFit', fact.judged.strategicFit)
    set('loyalty', fact.judged.loyalty)
  })
  return {
    size,
    accounts: facts.map(fact => fact.account),
    values,
    amounts,
    revenueBefore: facts.map(fact => fact.revenueBefore),
    yearTotal: Float64Array.from(facts, fact => Number(fact.yearTotal)),
    legalStandingConfirmed: Uint8Array.from(facts, fact => (fact.legalStandingConfirmed ? 1 : 0)),
    ...basisOf(amounts),
  }
}

/** Margin less cost to serve; unknown where the margin is. Nothing booked is nothing deducted. */
export function contributionOf(fact: Pick<AccountFacts, 'margin' | 'costToServe'>): string | null {
  if (fact.margin === null) return null
  return subtractAmounts(fact.margin, fact.costToServe ?? '0')
}

function basisOf(
  amounts: Record<AmountMeasureKey, (string | null)[]>,
): Pick<MeasureTable, 'basis' | 'order' | 'shareBefore' | 'sums'> {
  const basis =
    amounts.contribution.some(amount => amount !== null) || amounts.revenue.length === 0 ? 'contribution' : 'revenue'
  const column = exactColumn(amounts[basis])
  const order = descendingOrder(column)
  const { units, decimals } = column
  const positive = units.reduce<bigint>((sum, value) => (value !== null && value > 0n ? sum + value : sum), 0n)
  const shareBefore = new Float64Array(units.length).fill(Number.POSITIVE_INFINITY)
  let cumulative = 0n
  for (const row of order) {
    const value = units[row]
    if (value == null || value <= 0n) break
    shareBefore[row] = shareOf(cumulative, positive)
    cumulative += value
  }
  const high = Float64Array.from(units, value => (value === null ? 0 : Number(value / splitAt)))
  const low = Float64Array.from(units, value => (value === null ? 0 : Number(value % splitAt)))
  return { basis, order, shareBefore, sums: { decimals, high, low } }
}

/** The exact amount of summed halves of a SplitColumn. */
export const joinedAmount = (high: number, low: number, decimals: number): string =>
  amountOf(BigInt(high) * splitAt + BigInt(low), decimals)

const numberOf = (amount: string | null | undefined): number => (amount == null ? Number.NaN : Number(amount))

/** Half away from zero at the given digit, as a person with a pencil would. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor
}

const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000

/** Whole months from one day to another: 31 January to 29 February is none, to 1 March one. */
export function wholeMonths(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return Math.max(0, to.slice(8, 10) < from.slice(8, 10) ? months - 1 : months)
}
