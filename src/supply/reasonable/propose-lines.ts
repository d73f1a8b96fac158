import { Decimal } from 'decimal.js'
import { bestLoad, type Load, type LoadUnit } from './full-load.ts'
import { type HandlingRates, type Pack, roundedUp, singlePieces } from './handling-units.ts'
import type { LineReason } from './proposal-reason.ts'
import type { Need } from './target.ts'
import { byUrgency, type Means, withinMeans } from './within-means.ts'

export type ProposalRules = HandlingRates & { capitalRate: number }

export type ProposedLine = {
  productId: number
  quantity: number
  unitPrice: string | null
  weightKg: number | null
  volumeM3: number | null
  packSize: number
  reason: LineReason
}

export type DraftOrder = {
  lines: ProposedLine[]
  /** Lines that were cut to nothing. */
  left: ProposedLine[]
  load: Load | null
  /** Of the lines with a known price. */
  value: Decimal
}

/**
 * The order that brings each item of one account or site to its target: rounded to packs, layers and pallets, within credit
 * and budget, filled up to a whole load where that pays. Lines come in the order of their urgency. `today` counts the days
 * to a stock-out.
 */
export function proposeLines(
  targets: readonly Need[],
  {
    packs,
    units,
    means,
    rules,
    today,
  }: {
    packs: ReadonlyMap<number, Pack>
    units: readonly LoadUnit[]
    means: Means
    rules: ProposalRules
    today: string
  },
): DraftOrder {
  const wanted = targets.flatMap(target => {
    const pack = packs.get(target.productId) ?? singlePieces
    const bound = { unitPrice: target.unitPrice, demandWeek: target.demandWeek, capitalRate: rules.capitalRate }
    const isShort = target.state === 'short'
    const rounded = roundedUp(target.wanted, pack, { isShort, room: target.room, rates: rules, bound })
    return rounded.quantity > 0 ? [{ target, pack, bound, rounded }] : []
  })
  const priced = wanted.map(({ target, pack, rounded }) => ({
    key: target.productId,
    quantity: rounded.quantity,
    packSize: pack.pack,
    unitPrice: target.unitPrice,
    stockOutInDays: target.stockOutOn === null ? null : daysBetween(today, target.stockOutOn),
    lost: target.lost,
    coverWeeks: target.coverWeeks,
  }))
  const { cuts, left } = withinMeans(priced, means)
  const kept = wanted.map(each => ({
    ...each,
    quantity: cuts.get(each.target.productId)?.to ?? each.rounded.quantity,
  }))
  const load = bestLoad(
    kept.map(({ target, pack, bound, quantity }) => ({
      key: target.productId,
      quantity,
      pack,
      bound,
      // What was cut is not brought back by a truck.
      room: cuts.has(target.productId) ? 0 : target.room - quantity,
    })),
    units,
    left,
  )
  const lines = kept.map(({ target, pack, rounded, quantity }): ProposedLine => {
    const filled = load?.added.get(target.productId) ?? 0
    return {
      productId: target.productId,
      quantity: quantity + filled,
      unitPrice: target.unitPrice === null ? null : new Decimal(target.unitPrice).toFixed(2),
      weightKg: pack.weightKg,
      volumeM3: pack.volumeM3,
      packSize: pack.pack,
      reason: {
        kind: 'reasonable stock',
        coverWeeks: target.coverWeeks,
        seasonOn: target.seasonOn,
        leadDays: Math.round(target.leadDays),
        reviewDays: target.reviewDays,
        service: target.service,
        target: target.orderUpTo,
        position: target.position ?? 0,
        stockOutOn: target.stockOutOn,
        lost: target.lost,
        need: target.wanted,
        rounded: {
          to: rounded.to,
          quantity: rounded.quantity,
          saved: rounded.saved.toFixed(2),
          capital: rounded.capital.toFixed(2),
        },
        filled: filled > 0 ? { quantity: filled, unit: load!.unit } : null,
        cut: cuts.get(target.productId) ?? null,
      },
    }
  })
  const urgency = new Map([...priced].sort(byUrgency).map(({ key }, place) => [key, place]))
  lines.sort((one, other) => urgency.get(one.productId)! - urgency.get(other.productId)!)
  return {
    lines: lines.filter(({ quantity }) => quantity > 0),
    left: lines.filter(({ quantity, reason }) => quantity === 0 && reason.cut !== null),
    load,
    value: lines.reduce(
      (sum, { quantity, unitPrice }) => sum.plus(new Decimal(unitPrice ?? 0).times(quantity)),
      new Decimal(0),
    ),
  }
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
