import { Decimal } from 'decimal.js'

/** What a product is handled in, in pieces; layers and pallets where it has them. Weights and volumes of a piece. */
export type Pack = {
  pack: number
  layer: number | null
  pallet: number | null
  weightKg: number | null
  volumeM3: number | null
}

export const singlePieces: Pack = { pack: 1, layer: null, pallet: null, weightKg: null, volumeM3: null }

/** Base currency for each one handled. */
export type HandlingRates = { packHandling: string; layerHandling: string; palletHandling: string }

/** What it costs to handle a quantity in the fewest, largest units: whole pallets, then whole layers, then packs. */
export function handlingCost(quantity: number, { pack, layer, pallet }: Pack, rates: HandlingRates): Decimal {
  const pallets = pallet ? Math.floor(quantity / pallet) : 0
  const afterPallets = quantity - pallets * (pallet ?? 0)
  const layers = layer ? Math.floor(afterPallets / layer) : 0
  const packs = Math.ceil((afterPallets - layers * (layer ?? 0)) / pack - 1e-9)
  return new Decimal(rates.palletHandling)
    .times(pallets)
    .plus(new Decimal(rates.layerHandling).times(layers))
    .plus(new Decimal(rates.packHandling).times(packs))
}

/** Of what binds capital: price of a piece, pieces sold a week, the rate a year. */
export type Bound = { unitPrice: string | null; demandWeek: number; capitalRate: number }

/**
 * What it costs to have pieces earlier than needed. They lie above the target until they are sold, at `demandWeek` a week:
 * on average half of extra ÷ demand weeks each. Null where nothing is sold or no price is known: it never pays.
 */
export function capitalCost(extra: number, { unitPrice, demandWeek, capitalRate }: Bound): Decimal | null {
  if (extra <= 0) return new Decimal(0)
  if (unitPrice === null || demandWeek <= 0) return null
  const weeks = new Decimal(extra).div(demandWeek).div(2)
  return new Decimal(unitPrice).times(extra).times(capitalRate).times(weeks).div(52)
}

export type Rounded = {
  quantity: number
  /** What the quantity was rounded to, and what that saves in handling against what it costs in capital. */
  to: 'pack' | 'layer' | 'pallet'
  saved: Decimal
  capital: Decimal
}

/**
 * A need in whole packs, and in whole layers or pallets where handling saved is more than the capital of what is brought
 * forward. Less than half a pack waits for the next review unless the item is short. Never more than `room`, except the one
 * pack that a short item needs.
 */
export function roundedUp(
  need: number,
  pack: Pack,
  { isShort, room, rates, bound }: { isShort: boolean; room: number; rates: HandlingRates; bound: Bound },
): Rounded {
  const none = { quantity: 0, to: 'pack', saved: new Decimal(0), capital: new Decimal(0) } as const
  if (need <= 0 || (!isShort && need < pack.pack / 2)) return none
  const packs = Math.ceil(need / pack.pack - 1e-9) * pack.pack
  const fitting = packs <= room ? packs : Math.floor(room / pack.pack + 1e-9) * pack.pack
  const quantity = fitting > 0 ? fitting : isShort ? pack.pack : 0
  if (quantity === 0) return none
  let best: Rounded = { ...none, quantity }
  for (const to of ['pallet', 'layer'] as const) {
    const unit = pack[to]
    if (unit === null) continue
    const larger = Math.ceil(quantity / unit - 1e-9) * unit
    if (larger === quantity || larger > room) continue
    const capital = capitalCost(larger - quantity, bound)
    if (capital === null) continue
    const saved = handlingCost(quantity, pack, rates).minus(handlingCost(larger, pack, rates))
    if (saved.minus(capital).gt(best.saved.minus(best.capital))) best = { quantity: larger, to, saved, capital }
  }
  return best
}
