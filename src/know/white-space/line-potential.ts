import { Decimal } from 'decimal.js'
import type { Purchase } from './market.ts'

/** Fewer accounts alike than this say nothing of an account. */
export const fewestAlike = 5

/** A line is evidence where at least this many accounts alike buy it, and a third of them all. */
export const fewestBuyers = 3
export const leastShareOfBuyers = 1 / 3

export type Evidence = {
  /** Accounts alike that buy the line, out of all that are alike. */
  buyers: number
  alike: number
  /** Median of what the buyers spend on it in a year, base currency. */
  median: string
}

export type LinePotential = {
  productLine: string
  /** Our net sales of the last twelve months. */
  own: string
  /** What the account could buy a year: as entered, else the median of accounts alike or its own if more; null: unknown. */
  potential: string | null
  source: 'entered' | 'estimated' | null
  evidence: Evidence | null
  /** Share of wallet, own ÷ potential; above 1 where an entered potential is too low; null where it is unknown or 0. */
  share: number | null
  /** What is left to win: potential − own, never below 0. */
  open: string
  /** 1 for an entered potential, else the share of accounts alike that buy the line. */
  certainty: number
}

/** Every line that the account or enough of the accounts alike buy, or whose potential was entered; most to win first. */
export function linePotentials(
  own: ReadonlyMap<string, string>,
  alike: readonly Purchase[],
  entered: ReadonlyMap<string, string>,
): LinePotential[] {
  const spent = new Map<string, string[]>()
  for (const { amounts } of alike)
    for (const [line, amount] of amounts) {
      const known = spent.get(line)
      if (known) known.push(amount)
      else spent.set(line, [amount])
    }
  const found = new Map([...spent].flatMap(([line, amounts]) => evidenceOf(line, amounts, alike.length)))
  const lines = new Set([...own.keys(), ...found.keys(), ...entered.keys()])
  return [...lines]
    .map(line => lineOf(line, own.get(line) ?? '0', found.get(line) ?? null, entered.get(line)))
    .sort((one, other) => worth(other) - worth(one) || (one.productLine < other.productLine ? -1 : 1))
}

/** What is left to win, by how sure it is: the order of every list. */
export const worth = ({ open, certainty }: Pick<LinePotential, 'open' | 'certainty'>): number =>
  Number(open) * certainty

function evidenceOf(line: string, amounts: readonly string[], alike: number): [string, Evidence][] {
  const enough = alike >= fewestAlike && amounts.length >= fewestBuyers && amounts.length / alike >= leastShareOfBuyers
  return enough ? [[line, { buyers: amounts.length, alike, median: medianOf(amounts) }]] : []
}

function lineOf(
  productLine: string,
  own: string,
  evidence: Evidence | null,
  entered: string | undefined,
): LinePotential {
  const potential = entered ?? (evidence && Decimal.max(own, evidence.median).toFixed())
  const open = potential === null ? '0' : Decimal.max(0, new Decimal(potential).minus(own)).toFixed()
  return {
    productLine,
    own,
    potential,
    source: entered !== undefined ? 'entered' : evidence ? 'estimated' : null,
    evidence,
    share: potential === null || Number(potential) === 0 ? null : new Decimal(own).div(potential).toNumber(),
    open,
    certainty: entered !== undefined ? 1 : evidence ? evidence.buyers / evidence.alike : 0,
  }
}

/** The middle one; of an even number the mean of the two in the middle, exact. */
export function medianOf(amounts: readonly string[]): string {
  const sorted = amounts.map(amount => new Decimal(amount)).sort((one, other) => one.cmp(other))
  const middle = sorted.length >> 1
  const upper = sorted[middle]!
  return (sorted.length % 2 === 1 ? upper : upper.plus(sorted[middle - 1]!).div(2)).toFixed()
}
