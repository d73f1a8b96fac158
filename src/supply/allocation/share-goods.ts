import { Decimal } from 'decimal.js'
import type { SharingPolicy } from './allocation-policy.ts'
import { type Award, type Basis, type Reach, shareProduct } from './share-product.ts'

/** Quantities are decimal strings in the product's unit. */
export type GoodsRequest = {
  account: string
  tier: string
  product: string
  quantity: string
  committed: string
}

export type GoodsSupply = {
  product: string
  quantity: string
  /** What a whole pack holds; counts where all requests are for whole packs (see packFor). */
  pack: string
}

export type GoodsAward = {
  product: string
  account: string
  tier: string
  requested: string
  committed: string
  fair: string
  floor: string
  own: string
  passedOn: string
  allocated: string
  cut: string
  basis: Basis
  reach: Reach
  pack: string
}

export type SharedGoods = {
  product: string
  supply: string
  requested: string
  allocated: string
  /** What nobody gets: more than was requested, or less than a pack. */
  left: string
  reach: Reach
  awards: GoodsAward[]
}

/** Counts of a product beyond this are no longer exact in the crosswise comparison of `apportion`. */
const greatestCount = 1e11

/**
 * Shares every product by itself. An account that asks for a product more than once asks for the sum, so that nobody
 * gains by splitting an order. Products and accounts come back in the order of their codes, whatever the order of input.
 * Throws RangeError for a tier without a weight and for counts too great to be exact.
 */
export function shareGoods(
  requests: readonly GoodsRequest[],
  supply: readonly GoodsSupply[],
  policy: SharingPolicy,
): SharedGoods[] {
  const byProduct = Map.groupBy(requests, request => request.product)
  const stocks = new Map(supply.map(each => [each.product, each]))
  const products = [...new Set([...stocks.keys(), ...byProduct.keys()])].sort()
  return products.map(product =>
    shareOne(stocks.get(product) ?? { product, quantity: '0', pack: '1' }, byProduct.get(product) ?? [], policy),
  )
}

/**
 * The pack that is handed out: where anybody asks for less than whole packs, the product goes out in single pieces to all, or
 * whoever needs less than a pack would be left without a floor.
 */
export function packFor(
  stock: Pick<GoodsSupply, 'pack'>,
  requests: readonly Pick<GoodsRequest, 'account' | 'quantity'>[],
): Decimal {
  const byAccount = Map.groupBy(requests, request => request.account)
  const isWhole = [...byAccount.values()].every(rows =>
    Decimal.sum(0, ...rows.map(row => row.quantity))
      .mod(stock.pack)
      .isZero(),
  )
  return new Decimal(isWhole ? stock.pack : 1)
}

function shareOne(stock: GoodsSupply, requests: readonly GoodsRequest[], policy: SharingPolicy): SharedGoods {
  const { product } = stock
  const wants = [...Map.groupBy(requests, request => request.account)].map(([account, rows]) => {
    const requested = Decimal.sum(0, ...rows.map(row => row.quantity))
    const committed = Decimal.sum(0, ...rows.map(row => row.committed))
    return { account, tier: rows[0]!.tier, requested, committed: Decimal.min(requested, committed) }
  })
  const pack = packFor(stock, requests)
  const unit = smallestUnit([pack, ...wants.flatMap(want => [want.requested, want.committed])])
  const count = (quantity: Decimal) => {
    const counted = quantity.div(unit).floor().toNumber()
    if (counted > greatestCount) throw new RangeError(`${product}: ${quantity} is too much to be shared exactly`)
    return counted
  }
  const quantity = (counted: number) => unit.mul(counted).toFixed()
  const tiers = new Map(wants.map(want => [want.account, want.tier]))

  const shared = shareProduct(
    product,
    Math.min(greatestCount, count(Decimal.min(stock.quantity, unit.mul(greatestCount)))),
    count(pack),
    policy.floorPercent,
    wants.map(({ account, tier, requested, committed }) => {
      const weight = policy.weights[tier]
      if (weight === undefined) throw new RangeError(`the policy has no weight for “${tier}”`)
      return { account, weight, requested: count(requested), committed: count(committed) }
    }),
  )
  const award = (each: Award): GoodsAward => ({
    product,
    account: each.account,
    tier: tiers.get(each.account)!,
    requested: quantity(each.requested),
    committed: quantity(each.committed),
    fair: quantity(each.fair),
    floor: quantity(each.floor),
    own: quantity(each.own),
    passedOn: quantity(each.passedOn),
    allocated: quantity(each.allocated),
    cut: quantity(each.requested - each.allocated),
    basis: each.basis,
    reach: shared.reach,
    pack: pack.toFixed(),
  })
  const awards = shared.awards.map(award).sort((a, b) => (a.account < b.account ? -1 : 1))
  const allocated = Decimal.sum(0, ...awards.map(each => each.allocated))
  return {
    product,
    supply: new Decimal(stock.quantity).toFixed(),
    requested: Decimal.sum(0, ...wants.map(want => want.requested)).toFixed(),
    allocated: allocated.toFixed(),
    left: new Decimal(stock.quantity).minus(allocated).toFixed(),
    reach: shared.reach,
    awards,
  }
}

/** The greatest power of ten, 1 at most, that all of these are whole multiples of. */
function smallestUnit(quantities: readonly Decimal[]): Decimal {
  let places = 0
  for (const quantity of quantities) places = Math.max(places, quantity.decimalPlaces())
  return new Decimal(10).pow(-places)
}
