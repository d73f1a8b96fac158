import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SharingPolicy, usualPolicy } from './allocation-policy.ts'
import type { Capacity } from './capacity.ts'
import { type GoodsRequest, shareGoods } from './share-goods.ts'
import { shareWithinCapacities } from './share-within-capacities.server.ts'

const alike: SharingPolicy = { weights: { gold: 1, regular: 1 }, floorPercent: 0 }
const ask = (product: string, account: string, quantity: number, committed = 0, tier = 'gold'): GoodsRequest => ({
  account,
  tier,
  product,
  quantity: String(quantity),
  committed: String(committed),
})
const plenty = (...products: string[]) => products.map(product => ({ product, quantity: '1000', pack: '1' }))
const line = (
  name: string,
  quantity: number,
  uses: Record<string, number>,
  kind: 'line' | 'load' = 'line',
): Capacity => ({
  name,
  kind,
  quantity: String(quantity),
  uses: Object.entries(uses).map(([product, perUnit]) => ({ product, perUnit: String(perUnit) })),
})

async function totals(
  requests: GoodsRequest[],
  supply: { product: string; quantity: string; pack: string }[],
  capacities: Capacity[],
  policy = alike,
  worth: Record<string, string> = {},
) {
  const found = await shareWithinCapacities(requests, supply, capacities, policy, new Map(Object.entries(worth)))
  return {
    ...found,
    allocated: Object.fromEntries(found.shared.map(each => [each.product, Number(each.allocated)])),
  }
}

describe('products that share a capacity', () => {
  it('take equal hours of a line, and what one does not want goes to the other', async () => {
    const requests = [ask('slow', 'A', 100), ask('quick', 'B', 100)]
    const capacities = [line('Line 1', 60, { slow: 2, quick: 1 })]
    // 30 hours each.
    expect((await totals(requests, plenty('slow', 'quick'), capacities)).allocated).toEqual({ slow: 15, quick: 30 })
    const few = [ask('slow', 'A', 5), ask('quick', 'B', 100)]
    expect((await totals(few, plenty('slow', 'quick'), capacities)).allocated).toEqual({ slow: 5, quick: 50 })
  })

  it('serve commitments of any product before anything else of any other', async () => {
    const requests = [ask('slow', 'A', 100, 25), ask('quick', 'B', 100)]
    const { allocated, limited } = await totals(requests, plenty('slow', 'quick'), [
      line('Line 1', 60, { slow: 2, quick: 1 }),
    ])
    expect(allocated).toEqual({ slow: 25, quick: 10 })
    expect(limited.get('quick')).toEqual({ quantity: '10', by: ['Line 1'] })
  })

  it('hold floors before weights', async () => {
    const policy = { weights: { gold: 99, regular: 1 }, floorPercent: 50 }
    const requests = [ask('a', 'A', 100), ask('b', 'B', 100, 0, 'regular')]
    // Weighed alike each would get 30 hours; half of that is the floor.
    expect((await totals(requests, plenty('a', 'b'), [line('Line 1', 60, { a: 1, b: 1 })], policy)).allocated).toEqual({
      a: 45,
      b: 15,
    })
  })

  it('are made on whichever line there is: two lines stand in for each other', async () => {
    const requests = [ask('a', 'A', 100), ask('b', 'B', 100)]
    // Only line 2 makes b; a moves over to line 1.
    const capacities = [line('Line 1', 40, { a: 1 }), line('Line 2', 40, { a: 1, b: 1 })]
    expect((await totals(requests, plenty('a', 'b'), capacities)).allocated).toEqual({ a: 40, b: 40 })
  })

  it('need a line and a load: equal shares of what each is scarcest in', async () => {
    const requests = [ask('a', 'A', 100), ask('b', 'B', 100)]
    const capacities = [line('Line 1', 60, { a: 1, b: 1 }), line('Truck', 10, { a: 1 }, 'load')]
    const { allocated, limited } = await totals(requests, plenty('a', 'b'), capacities, alike, { b: '1' })
    // Six sevenths of the truck, six sevenths of the line.
    expect(allocated).toEqual({ a: 8, b: 52 })
    expect([limited.get('a')!.by, limited.get('b')!.by]).toEqual([['Line 1'], ['Line 1']])
  })

  it('leave out what another group needs', async () => {
    const requests = [ask('a', 'A', 100), ask('b', 'B', 100)]
    const capacities = [line('Line 1', 7, { a: 1 }), line('Line 2', 9, { b: 1 })]
    expect((await totals(requests, plenty('a', 'b', 'c'), capacities)).allocated).toEqual({ a: 7, b: 9, c: 0 })
  })

  it('fill what is left of the capacity with whole packs of what earns most', async () => {
    const requests = [ask('a', 'A', 100), ask('b', 'B', 100)]
    const supply = plenty('a', 'b').map(stock => ({ ...stock, pack: '10' }))
    const capacities = [line('Line 1', 50, { a: 1, b: 1 })]
    const worth = { a: '1', b: '3' }
    // 25 each are two packs each; the fifth pack goes where it earns more.
    expect((await totals(requests, supply, capacities, alike, worth)).allocated).toEqual({ a: 20, b: 30 })
    expect((await totals(requests, supply, capacities, alike, { a: '3', b: '1' })).allocated).toEqual({ a: 30, b: 20 })
  })

  it('stop where there is no capacity at all', async () => {
    const { allocated, limited } = await totals([ask('a', 'A', 100)], plenty('a'), [line('Line 1', 0, { a: 1 })])
    expect(allocated).toEqual({ a: 0 })
    expect(limited.get('a')).toEqual({ quantity: '0', by: ['Line 1'] })
  })
})

const anyRequests = fc.array(
  fc
    .record({
      product: fc.constantFrom('a', 'b', 'c'),
      tier: fc.constantFrom('gold', 'silver', 'regular'),
      quantity: fc.integer({ min: 1, max: 40 }),
      promised: fc.nat(2),
    })
    .map(({ product, tier, quantity, promised }) =>
      ask(product, '', quantity, promised === 2 ? Math.floor(quantity / 3) : 0, tier),
    ),
  { minLength: 1, maxLength: 12 },
)

describe('whatever shares a capacity', () => {
  it('breaks none, and leaves no room for another unit that somebody wants', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequests, fc.nat(150), fc.integer({ min: 1, max: 3 }), async (drawn, capacity, perUnit) => {
        const requests = drawn.map((request, at) => ({ ...request, account: `account ${at}` }))
        const supply = [...new Set(requests.map(each => each.product))].map(product => ({
          product,
          quantity: '60',
          pack: '1',
        }))
        const uses = { a: perUnit, b: 1, c: 2 }
        const { shared, allocated } = await totals(requests, supply, [line('Line', capacity, uses)], usualPolicy)
        const used = shared.reduce((sum, each) => sum + Number(each.allocated) * uses[each.product as 'a'], 0)
        expect(used).toBeLessThanOrEqual(capacity)
        for (const { product, requested } of shared) {
          if (allocated[product]! < Math.min(60, Number(requested)))
            expect(capacity - used).toBeLessThan(uses[product as 'a'])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is shared as one product is by its own rule where there is but one', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequests, fc.nat(150), fc.integer({ min: 1, max: 3 }), async (drawn, capacity, perUnit) => {
        const requests = drawn.map((request, at) => ({ ...request, product: 'a', account: `account ${at}` }))
        const { shared } = await totals(requests, plenty('a'), [line('Line', capacity, { a: perUnit })], usualPolicy)
        const alone = shareGoods(
          requests,
          [{ product: 'a', quantity: String(Math.floor(capacity / perUnit)), pack: '1' }],
          usualPolicy,
        )
        expect(shared[0]!.awards.map(award => award.allocated)).toEqual(alone[0]!.awards.map(award => award.allocated))
      }),
      { numRuns: 40 },
    )
  })
})
