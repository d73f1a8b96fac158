import { Decimal } from 'decimal.js'
import { type Quarter, quarterOf, quartersAfter, quartersBetween } from './quarter.ts'
import {
  type Ageing,
  dueQuarter,
  leadQuarters,
  lifeOf,
  quartersAhead,
  replacementChances,
  talkQuarter,
} from './replacement.ts'

export type DemandItem = Ageing & {
  accountId: number
  productLine: string | null
  quantity: number
  /** Unit price in base currency; null where nobody knows it. */
  basePrice: string | null
}

export type QuarterDemand = {
  quarter: Quarter
  /** Expected number of units replaced in it. */
  units: number
  /** Their expected value in base currency, of items whose price is known. */
  value: string
  /**
   * 0 to 1: of a unit expected in this quarter, how likely the item behind it falls into this very quarter rather than
   * one beside it: Σ q·p² / Σ q·p. Null where nothing is expected.
   */
  certainty: number | null
}

export type Demand = {
  quarters: QuarterDemand[]
  /** Units that nobody knows the day of purchase of: nothing can be foretold of them. */
  undated: number
  /** Dated units without a price: they count as units, not in the values. */
  unpriced: number
}

/** The fields that a sum is made by: of all items, by account, or by product line. */
export type DemandKey = 'all' | 'account' | 'line'

export type DemandFacts = {
  today: string
  /** Usual life in months by product line. */
  lives: ReadonlyMap<string, number>
}

/** What is expected to be replaced in each of the coming twelve quarters, by key ('' for items without a line). */
export function replacementDemand(
  items: Iterable<DemandItem>,
  { today, lives }: DemandFacts,
  by: DemandKey,
): Map<string, Demand> {
  const sums = new Map<string, Sum>()
  const chancesAt = chancesOnce(today, lives)
  for (const item of items) {
    const key = by === 'all' ? '' : by === 'account' ? String(item.accountId) : (item.productLine ?? '')
    const sum = sums.get(key) ?? new Sum()
    sums.set(key, sum)
    sum.add(item, chancesAt(item))
  }
  return new Map([...sums].map(([key, sum]) => [key, sum.demand(today)]))
}

/** Items bought together live alike: the chances are reckoned once for each expected day and spread. */
function chancesOnce(today: string, lives: ReadonlyMap<string, number>): (item: DemandItem) => number[] | null {
  const seen = new Map<string, number[]>()
  return item => {
    const life = lifeOf(item, lives.get(item.productLine ?? '') ?? null)
    if (!life) return null
    const key = `${life.expectedOn} ${life.spreadDays}`
    const chances = seen.get(key) ?? replacementChances(life, today)
    seen.set(key, chances)
    return chances
  }
}

class Sum {
  readonly #units = new Float64Array(quartersAhead)
  readonly #squares = new Float64Array(quartersAhead)
  readonly #values = Array.from({ length: quartersAhead }, () => new Decimal(0))
  #undated = 0
  #unpriced = 0

  add(item: DemandItem, chances: number[] | null): void {
    if (!chances) {
      this.#undated += item.quantity
      return
    }
    if (item.basePrice === null) this.#unpriced += item.quantity
    const whole = item.basePrice === null ? null : new Decimal(item.basePrice).times(item.quantity)
    for (const [at, chance] of chances.entries()) {
      this.#units[at]! += item.quantity * chance
      this.#squares[at]! += item.quantity * chance * chance
      if (whole) this.#values[at] = this.#values[at]!.plus(whole.times(chance))
    }
  }

  demand(today: string): Demand {
    const now = quarterOf(today)
    const quarters = this.#values.map((value, at): QuarterDemand => {
      const units = this.#units[at]!
      return {
        quarter: quartersAfter(now, at),
        units,
        value: value.toDecimalPlaces(2).toFixed(),
        certainty: units > 1e-9 ? this.#squares[at]! / units : null,
      }
    })
    return { quarters, undated: this.#undated, unpriced: this.#unpriced }
  }
}

/** What to begin talking of: items of one account due in one quarter, at most twelve ahead. */
export type Talk = {
  accountId: number
  due: Quarter
  begin: Quarter
  units: number
  /** Quantity × unit price of those whose price is known; null where none is. */
  value: string | null
  /** 0 to 1: how likely a unit of it is replaced by the end of the quarter due. */
  certainty: number
  productLines: string[]
}

/** By account and quarter due, in their order. `processDays`: how long an account takes to buy, where it is known. */
export function talks(
  items: Iterable<DemandItem>,
  { today, lives }: DemandFacts,
  processDays: ReadonlyMap<number, number>,
): Talk[] {
  const found = new Map<string, Talk>()
  const chancesAt = chancesOnce(today, lives)
  for (const item of items) {
    const life = lifeOf(item, lives.get(item.productLine ?? '') ?? null)
    if (!life) continue
    const due = dueQuarter(life, today)
    if (quartersBetween(quarterOf(today), due) >= quartersAhead) continue
    const key = `${item.accountId} ${due}`
    let talk = found.get(key)
    if (!talk) {
      const begin = talkQuarter(due, leadQuarters(processDays.get(item.accountId) ?? null), today)
      talk = { accountId: item.accountId, due, begin, units: 0, value: null, certainty: 0, productLines: [] }
      found.set(key, talk)
    }
    const byThen = chancesAt(item)!.slice(0, quartersBetween(quarterOf(today), due) + 1)
    const chance = byThen.reduce((sum, each) => sum + each, 0)
    talk.certainty += (chance - talk.certainty) * (item.quantity / (talk.units + item.quantity))
    talk.units += item.quantity
    if (item.basePrice !== null)
      talk.value = new Decimal(item.basePrice)
        .times(item.quantity)
        .plus(talk.value ?? 0)
        .toFixed()
    if (item.productLine !== null && !talk.productLines.includes(item.productLine))
      talk.productLines.push(item.productLine)
  }
  return [...found.values()].sort((one, other) => one.accountId - other.accountId || (one.due < other.due ? -1 : 1))
}
