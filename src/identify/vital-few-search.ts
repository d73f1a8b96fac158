import { type WindowChoice, windowFromSearch } from '../web/input/window.ts'
import { type Tier, tiers } from './tier.ts'

export const rankings = ['contribution', 'margin', 'revenue'] as const
export type Ranking = (typeof rankings)[number]

/** What the URL of the vital few holds. Left out: the default. */
export type VitalFewSearch = WindowChoice & {
  /** What accounts are ranked and the curve is drawn by; contribution, or revenue where no cost is known. */
  by?: Ranking
  order?: 'smallest'
  tier?: Tier
  /** Id of a person, or “none”. */
  owner?: string
  text?: string
  /** Ranks held by the brush on the curve, both included. */
  fromRank?: number
  toRank?: number
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find(each => each === value)

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.slice(0, 100)
    : typeof value === 'number'
      ? String(value)
      : undefined

const rank = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && Number(value) >= 1 ? Number(value) : undefined

/** Reads the search params forgivingly: a damaged link opens with what can be understood of it. */
export function vitalFewSearch(search: Record<string, unknown>): VitalFewSearch {
  const fromRank = rank(search.fromRank)
  const toRank = rank(search.toRank)
  const brushed = fromRank !== undefined && toRank !== undefined && fromRank <= toRank
  const found: VitalFewSearch = {
    ...windowFromSearch(search),
    by: oneOf(rankings, search.by),
    order: oneOf(['smallest'] as const, search.order),
    tier: oneOf(tiers, search.tier),
    owner: words(search.owner),
    text: words(search.text),
    fromRank: brushed ? fromRank : undefined,
    toRank: brushed ? toRank : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
