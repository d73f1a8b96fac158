import { Decimal } from 'decimal.js'
import type { SharingPolicy } from './allocation-policy.ts'
import { type Capacity, sharingGroups } from './capacity.ts'
import { type CapacityModel, capacityModel } from './capacity-model.server.ts'
import type { Rising } from './demand-level.ts'
import { fillTogether } from './fill-together.ts'
import { type GoodsRequest, type GoodsSupply, packFor, type SharedGoods, shareGoods } from './share-goods.ts'

/** What shared capacities leave of a product, and which of them it is; only of products they leave less of than is wanted. */
export type Limited = { quantity: string; by: string[] }

/**
 * Shares all products as `shareGoods` does, those that share capacities together: how much of each is made and loaded is
 * settled in stages (commitments, floors, weights by max-min, last what earns most in whole packs); each product is then
 * shared by its own rule. Levels of different products are compared by the share of capacity that a unit takes
 * (dominant resource fairness, Ghodsi and others, 2011). `worth`: contribution of a unit, by product, where known.
 */
export async function shareWithinCapacities(
  requests: readonly GoodsRequest[],
  supply: readonly GoodsSupply[],
  capacities: readonly Capacity[],
  policy: SharingPolicy,
  worth: ReadonlyMap<string, string>,
): Promise<{ shared: SharedGoods[]; limited: Map<string, Limited> }> {
  const limited = new Map<string, Limited>()
  const stocks = new Map(supply.map(stock => [stock.product, stock]))
  const asked = Map.groupBy(requests, request => request.product)
  for (const group of sharingGroups(capacities)) {
    const products = group.products.filter(product => stocks.has(product) && asked.has(product))
    const wants = products.map(product => ({ stock: stocks.get(product)!, requests: asked.get(product)! }))
    if (products.length === 0) continue
    const most = wants.map(want => Math.min(Number(want.stock.quantity), requestedIn(want.requests)))
    const inGroup = group.capacities.map(capacity => ({
      ...capacity,
      uses: capacity.uses.filter(use => products.includes(use.product)),
    }))
    const model = await capacityModel(products, most, inGroup)
    const staged = totalsInStages(wants, inGroup, policy, model)
    const totals = wholeUnits(
      wants,
      staged,
      policy,
      model,
      products.map(product => Number(worth.get(product) ?? 0)),
    )
    products.forEach((product, at) => {
      if (totals[at]! >= most[at]!) return
      // Less than a pack of its own supply is left over: nothing else holds it back.
      const by = model.usedUp(totals, at, packFor(wants[at]!.stock, wants[at]!.requests).toNumber())
      if (by.length === 0 && staged[at]! >= most[at]! - 1e-6) return
      limited.set(product, { quantity: new Decimal(totals[at]!).toFixed(), by })
    })
  }
  const within = supply.map(stock => ({ ...stock, quantity: limited.get(stock.product)?.quantity ?? stock.quantity }))
  return { shared: shareGoods(requests, within, policy), limited }
}

type Want = { stock: GoodsSupply; requests: readonly GoodsRequest[] }

const requestedIn = (requests: readonly GoodsRequest[]) =>
  Decimal.sum(0, ...requests.map(each => each.quantity)).toNumber()

/** Units of each product before rounding: what commitments, then floors, then weights bring it to. */
function totalsInStages(
  wants: readonly Want[],
  capacities: readonly Capacity[],
  policy: SharingPolicy,
  model: CapacityModel,
): number[] {
  const rows = wants.map(({ stock, requests }) => {
    const share = shareOfCapacity(stock.product, capacities)
    return [...Map.groupBy(requests, request => request.account).values()].map(mine => {
      const requested = requestedIn(mine)
      const committed = Decimal.sum(0, ...mine.map(each => each.committed)).toNumber()
      return { requested, committed: Math.min(requested, committed), weight: policy.weights[mine[0]!.tier]!, share }
    })
  })
  const fill = (rise: (row: (typeof rows)[number][number], product: number, at: number) => Rising) =>
    fillTogether(
      rows.map((each, product) => each.map((row, at) => rise(row, product, at))),
      wants.map(want => Number(want.stock.quantity)),
      model,
    )
  const promised = fill(row => ({ rate: row.weight / row.share, low: 0, high: row.committed }))
  const fair = fill(row => ({ rate: 1 / row.share, low: 0, high: row.requested }))
  const floors = fill((row, product, at) => {
    const low = promised[product]![at]!
    return { rate: 1 / row.share, low, high: Math.max(low, (fair[product]![at]! * policy.floorPercent) / 100) }
  })
  const weighed = fill((row, product, at) => ({
    rate: row.weight / row.share,
    low: floors[product]![at]!,
    high: row.requested,
  }))
  return weighed.map(each => each.reduce((sum, value) => sum + value, 0))
}

/** The share of a capacity that one unit takes: of two that stand in for each other the lesser, of line and load the greater. */
function shareOfCapacity(product: string, capacities: readonly Capacity[]): number {
  const least = { line: Number.POSITIVE_INFINITY, load: Number.POSITIVE_INFINITY }
  for (const capacity of capacities) {
    const use = capacity.uses.find(each => each.product === product)
    if (use) least[capacity.kind] = Math.min(least[capacity.kind], Number(use.perUnit) / Number(capacity.quantity))
  }
  const shares = [least.line, least.load].filter(Number.isFinite)
  return shares.length === 0 ? 1 : Math.max(...shares)
}

/** Down to what the product's own rule hands out, then whole packs of what earns most into what is left of capacity. */
function wholeUnits(
  wants: readonly Want[],
  totals: readonly number[],
  policy: SharingPolicy,
  model: CapacityModel,
  worth: readonly number[],
): number[] {
  const handedOut = wants.map(({ stock, requests }, at) => {
    const places = Math.max(0, ...requests.map(each => new Decimal(each.quantity).decimalPlaces()))
    // A millionth lost in the solver's arithmetic is not a unit lost.
    const down = new Decimal(totals[at]!).plus(1e-6).toDecimalPlaces(places, Decimal.ROUND_DOWN).toFixed()
    const quantity = Decimal.min(down, stock.quantity).toFixed()
    return Number(shareGoods(requests, [{ ...stock, quantity }], policy)[0]!.allocated)
  })
  const steps = wants.map(({ stock, requests }, at) => {
    const size = packFor(stock, requests).toNumber()
    const most = Math.min(Number(stock.quantity), requestedIn(requests))
    return { size, most: Math.max(0, Math.floor((most - handedOut[at]!) / size)), worth: worth[at]! * size }
  })
  return model.fillUp(handedOut, steps).map((count, at) => handedOut[at]! + count * steps[at]!.size)
}
