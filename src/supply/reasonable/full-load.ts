import { Decimal } from 'decimal.js'
import { type Bound, capitalCost, type Pack } from './handling-units.ts'

/** A truck or container: whole at a price, or a part of it by the kilogram. Base currency. */
export type LoadUnit = {
  name: string
  payloadKg: number
  volumeM3: number
  fullPrice: string
  partPricePerKg: string
}

export type LoadLine = {
  key: number
  quantity: number
  pack: Pack
  bound: Bound
  /** Pieces that may be added before the item is in excess. */
  room: number
}

/** How an order travels; money in the base currency. */
export type Load = {
  unit: string
  /** Of the unit, by weight or volume, whichever is fuller; above 1 more than one is needed. */
  fill: number
  isFull: boolean
  freight: Decimal
  /** Where filling it up pays: pieces added by line, freight saved by that, capital it binds. */
  added: Map<number, number>
  saved: Decimal
  capital: Decimal
}

/** The part of a unit that so many pieces take. */
export function shareOf(quantity: number, { weightKg, volumeM3 }: Pack, unit: LoadUnit): number {
  return Math.max((quantity * (weightKg ?? 0)) / unit.payloadKg, (quantity * (volumeM3 ?? 0)) / unit.volumeM3)
}

const fillOf = (lines: readonly LoadLine[], unit: LoadUnit, added?: ReadonlyMap<number, number>): number => {
  let weight = 0
  let volume = 0
  for (const { key, quantity, pack } of lines) {
    const pieces = quantity + (added?.get(key) ?? 0)
    weight += pieces * (pack.weightKg ?? 0)
    volume += pieces * (pack.volumeM3 ?? 0)
  }
  return Math.max(weight / unit.payloadKg, volume / unit.volumeM3)
}

/** Part of a unit by the kilogram, light goods by the weight that would fill the same space; never dearer than a whole one. */
export function freightOf(fill: number, unit: LoadUnit): Decimal {
  const whole = Math.floor(fill + 1e-9)
  const part = partFreight(fill - whole, unit)
  return new Decimal(unit.fullPrice).times(whole).plus(Decimal.min(unit.fullPrice, part))
}

const partFreight = (share: number, unit: LoadUnit): Decimal =>
  new Decimal(Math.max(0, share)).times(unit.payloadKg).times(unit.partPricePerKg)

/** Filling adds packs one by one; an order of more has no use for it. */
const mostPacks = 3000

/**
 * The cheapest way for these lines among the units, and what to add where a full one pays: what is brought forward saves
 * its part freight of later, and binds capital until it would have been ordered anyway. The pack that binds least capital
 * for the space it fills goes first; filling stops where it saves most. `money` bounds the value of what is added.
 */
export function bestLoad(
  lines: readonly LoadLine[],
  units: readonly LoadUnit[],
  money: Decimal | null = null,
): Load | null {
  const loads = units.map(unit => filled(lines, unit, money))
  return loads.reduce<Load | null>((best, load) => (best && costOf(best).lte(costOf(load)) ? best : load), null)
}

const costOf = ({ freight, saved, capital }: Load): Decimal => freight.plus(capital).minus(saved)

function filled(lines: readonly LoadLine[], unit: LoadUnit, money: Decimal | null): Load {
  const fill = fillOf(lines, unit)
  const freight = freightOf(fill, unit)
  const asItIs: Load = {
    unit: unit.name,
    fill,
    isFull: freight.gte(unit.fullPrice),
    freight,
    added: new Map(),
    saved: new Decimal(0),
    capital: new Decimal(0),
  }
  if (fill <= 0) return asItIs
  const wholes = Math.ceil(fill - 1e-9)
  const full = new Decimal(unit.fullPrice).times(wholes)
  const added = new Map<number, number>()
  let best = asItIs
  let capital = new Decimal(0)
  let spent = new Decimal(0)
  for (let packs = 0; packs < mostPacks; packs += 1) {
    const now = fillOf(lines, unit, added)
    const next = cheapestPack(lines, unit, added, wholes - now, money?.minus(spent) ?? null)
    if (!next) break
    added.set(next.line.key, (added.get(next.line.key) ?? 0) + next.line.pack.pack)
    capital = capital.plus(next.capital)
    spent = spent.plus(new Decimal(next.line.bound.unitPrice ?? 0).times(next.line.pack.pack))
    const filledTo = fillOf(lines, unit, added)
    // Both now and later: what travels today, and the part freight that the added goods will not cost later.
    const saved = freight.plus(partFreight(filledTo - fill, unit)).minus(full)
    if (saved.minus(capital).gt(best.saved.minus(best.capital)))
      best = { ...asItIs, fill: filledTo, isFull: true, freight, added: new Map(added), saved, capital }
  }
  return best
}

function cheapestPack(
  lines: readonly LoadLine[],
  unit: LoadUnit,
  added: ReadonlyMap<number, number>,
  space: number,
  money: Decimal | null,
): { line: LoadLine; capital: Decimal } | null {
  let best: { line: LoadLine; capital: Decimal; rate: Decimal } | null = null
  for (const line of lines) {
    const already = added.get(line.key) ?? 0
    const share = shareOf(line.pack.pack, line.pack, unit)
    if (share <= 0 || share > space + 1e-9 || already + line.pack.pack > line.room) continue
    if (money && new Decimal(line.bound.unitPrice ?? 0).times(line.pack.pack).gt(money)) continue
    const before = capitalCost(already, line.bound)
    const after = capitalCost(already + line.pack.pack, line.bound)
    if (!before || !after) continue
    const capital = after.minus(before)
    const rate = capital.div(share)
    if (!best || rate.lt(best.rate)) best = { line, capital, rate }
  }
  return best
}
