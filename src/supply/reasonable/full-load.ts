import { Decimal } from 'decimal.js'
import { type Bound, capitalCost, type Pack } from './handling-units.ts'

/** A truck, container or pallet: whole at a price, or a part of it by the kilogram. Base currency. */
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

/** What so many pieces of each line weigh and measure, as part of a unit, whichever is more. */
export function fillOf(
  lines: readonly { quantity: number; pack: Pick<Pack, 'weightKg' | 'volumeM3'> }[],
  unit: LoadUnit,
) {
  let weight = 0
  let volume = 0
  for (const { quantity, pack } of lines) {
    weight += quantity * (pack.weightKg ?? 0)
    volume += quantity * (pack.volumeM3 ?? 0)
  }
  return Math.max(weight / unit.payloadKg, volume / unit.volumeM3)
}

/** Part of a unit by the kilogram, light goods by the weight that would fill the same space; never dearer than a whole one. */
export function freightOf(fill: number, unit: LoadUnit): Decimal {
  const whole = Math.floor(fill + 1e-9)
  return new Decimal(unit.fullPrice)
    .times(whole)
    .plus(Decimal.min(unit.fullPrice, partFreight(Math.max(0, fill - whole), unit)))
}

const partFreight = (share: number, unit: LoadUnit): Decimal =>
  new Decimal(share).times(unit.payloadKg).times(unit.partPricePerKg)

/**
 * The cheapest way for these lines among the units, and what to add where a full one pays: what is brought forward saves
 * its part freight of later (at the lowest price by the kilogram that there is), and binds capital until it would have
 * been ordered anyway. The pack that binds least capital for the space it fills goes first; filling stops where it saves
 * most. `money` bounds the value of what is added.
 */
export function bestLoad(
  lines: readonly LoadLine[],
  units: readonly LoadUnit[],
  money: Decimal | null = null,
): Load | null {
  const plain = units.map(unit => asItIs(lines, unit))
  const cheapest = plain.reduce<Load | null>((best, load) => (best?.freight.lte(load.freight) ? best : load), null)
  if (!cheapest || cheapest.fill <= 0) return cheapest
  const laterPerKg = Decimal.min(...units.map(unit => unit.partPricePerKg))
  return units.reduce<Load>((best, unit) => {
    const load = filledUp(lines, unit, { freight: cheapest.freight, laterPerKg, money })
    return load?.saved.minus(load.capital).gt(best.saved.minus(best.capital)) ? load : best
  }, cheapest)
}

function asItIs(lines: readonly LoadLine[], unit: LoadUnit): Load {
  const fill = fillOf(lines, unit)
  const freight = freightOf(fill, unit)
  return {
    unit: unit.name,
    fill,
    isFull: freight.gte(unit.fullPrice),
    freight,
    added: new Map(),
    saved: new Decimal(0),
    capital: new Decimal(0),
  }
}

/** Of freight: what the lines cost without anything added, and the kilogram of later; money in the base currency. */
type Baseline = { freight: Decimal; laterPerKg: Decimal; money: Decimal | null }

function filledUp(lines: readonly LoadLine[], unit: LoadUnit, baseline: Baseline): Load | null {
  const fill = fillOf(lines, unit)
  const added = bestFilling(lines, unit, fill, baseline)
  if (added.size === 0) return null
  const then = fillOf(
    lines.map(line => ({ ...line, quantity: line.quantity + (added.get(line.key) ?? 0) })),
    unit,
  )
  const full = new Decimal(unit.fullPrice).times(Math.ceil(fill - 1e-9))
  const later = baseline.laterPerKg.times(unit.payloadKg).times(then - fill)
  const capital = lines.reduce(
    (sum, line) => sum.plus(capitalCost(added.get(line.key) ?? 0, line.bound) ?? 0),
    new Decimal(0),
  )
  const saved = baseline.freight.plus(later).minus(full)
  return { unit: unit.name, fill: then, isFull: true, freight: full, added, saved, capital }
}

/** Filling adds packs one by one; an order of more has no use for it. */
const mostPacks = 3000

/** Pieces to add by line so that most is saved; empty where nothing pays. Chooses by floats, the caller sums exactly. */
function bestFilling(
  lines: readonly LoadLine[],
  unit: LoadUnit,
  fill: number,
  { freight, laterPerKg, money }: Baseline,
): Map<number, number> {
  const partPrice = unit.payloadKg * laterPerKg.toNumber()
  const wholes = Math.ceil(fill - 1e-9)
  const gain = freight.toNumber() - Number(unit.fullPrice) * wholes
  const open = lines.flatMap(line => candidate(line, unit))
  const added = new Map<number, number>()
  let left = money?.toNumber() ?? Number.POSITIVE_INFINITY
  let space = wholes - fill
  let capital = 0
  let best = { net: 1e-9, steps: 0 }
  const steps: Candidate[] = []
  while (steps.length < mostPacks) {
    let next: Candidate | null = null
    for (const each of open) {
      if (each.share > space + 1e-9 || each.added + each.pack > each.room || each.price * each.pack > left) continue
      if (!next || each.rate < next.rate) next = each
    }
    if (!next) break
    capital += next.rate * next.share
    left -= next.price * next.pack
    space -= next.share
    next.added += next.pack
    next.rate = rateOf(next)
    steps.push(next)
    const net = gain + (wholes - fill - space) * partPrice - capital
    if (net > best.net) best = { net, steps: steps.length }
    // Each pack costs more capital than the one before: once it costs more than its freight, all further ones do.
    if (next.rate > partPrice && net < best.net) break
  }
  for (const { key, pack } of steps.slice(0, best.steps)) added.set(key, (added.get(key) ?? 0) + pack)
  return added
}

type Candidate = {
  key: number
  pack: number
  share: number
  price: number
  room: number
  added: number
  /** Capital of the first piece, to be multiplied by the square of the pieces. */
  bind: number
  /** Capital of the next pack by the part of the unit that it fills. */
  rate: number
}

const rateOf = ({ added, pack, bind, share }: Omit<Candidate, 'rate'>): number =>
  (bind * ((added + pack) ** 2 - added ** 2)) / share

function candidate({ key, pack, bound, room }: LoadLine, unit: LoadUnit): Candidate[] {
  const share = fillOf([{ quantity: pack.pack, pack }], unit)
  const price = Number(bound.unitPrice ?? 0)
  if (share <= 0 || room < pack.pack || price <= 0 || bound.demandWeek <= 0) return []
  // What capitalCost says of one piece.
  const bind = (price * bound.capitalRate) / (2 * bound.demandWeek * 52)
  const one = { key, pack: pack.pack, share, price, room, added: 0, bind }
  return [{ ...one, rate: rateOf(one) }]
}
