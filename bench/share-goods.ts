import { usualPolicy } from '../src/supply/allocation/allocation-policy.ts'
import type { Capacity } from '../src/supply/allocation/capacity.ts'
import { type GoodsRequest, type GoodsSupply, shareGoods } from '../src/supply/allocation/share-goods.ts'
import { shareWithinCapacities } from '../src/supply/allocation/share-within-capacities.server.ts'
import { type Measurement, quantile } from './measurement.ts'

const goal = 1000
const requestCount = 10_000
const productCount = 200
const rounds = 9

/** (j) An allocation of 10,000 requests over 200 products, and the same where lines of ten products each are shared. */
export async function measureAllocation(): Promise<Measurement> {
  const { requests, supply, capacities } = scarceGoods()
  const alone: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    shareGoods(requests, supply, usualPolicy)
    alone.push(performance.now() - started)
  }
  const started = performance.now()
  const { limited } = await shareWithinCapacities(requests, supply, capacities, usualPolicy, new Map())
  const together = performance.now() - started
  const slowest = Math.max(...alone)
  return {
    key: 'j',
    title: `an allocation of ${requestCount.toLocaleString('en')} requests over ${productCount} products`,
    ratio: slowest / goal,
    goal: 'less than 1 s: < 1',
    memory: { 'this process': Math.round(process.memoryUsage().rss / 1_048_576) },
    rows: [
      { what: 'the first, with a cold compiler', milliseconds: alone[0] },
      {
        what: 'median',
        milliseconds: quantile(alone, 0.5),
        note: `of ${rounds}; commitments, floors, weights, whole packs`,
      },
      {
        what: 'with shared lines',
        milliseconds: together,
        note: `${capacities.length} lines of 10 products, solved together in stages by HiGHS; ${limited.size} products held back`,
      },
    ],
  }
}

/** 617 accounts of all tiers; a tenth of the requests in part promised, a third of the products in packs. */
function scarceGoods(): { requests: GoodsRequest[]; supply: GoodsSupply[]; capacities: Capacity[] } {
  const tiers = ['regular', 'regular', 'regular', 'silver', 'gold', 'platinum']
  const requests = Array.from({ length: requestCount }, (_, at) => ({
    account: `A${at % 617}`,
    tier: tiers[(at % 617) % tiers.length]!,
    product: `P${at % productCount}`,
    quantity: String(1 + ((at * 7919) % 400)),
    committed: at % 10 === 0 ? '1' : '0',
  }))
  const supply = Array.from({ length: productCount }, (_, at) => ({
    product: `P${at}`,
    quantity: String(1000 + at * 20),
    pack: at % 3 === 0 ? '12' : '1',
  }))
  const capacities = Array.from({ length: productCount / 10 }, (_, at) => ({
    name: `Line ${at + 1}`,
    kind: 'line' as const,
    quantity: '12000',
    uses: supply
      .slice(at * 10, at * 10 + 10)
      .map((stock, place) => ({ product: stock.product, perUnit: String(1 + (place % 3)) })),
  }))
  return { requests, supply, capacities }
}
