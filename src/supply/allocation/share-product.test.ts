import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Award, type ProductRequest, shareProduct } from './share-product.ts'

const want = (account: string, weight: number, requested: number, committed = 0): ProductRequest => ({
  account,
  weight,
  requested,
  committed,
})

const byAccount = (awards: readonly Award[]) =>
  Object.fromEntries(awards.map(award => [award.account, award.allocated]))

describe('one scarce product', () => {
  it('goes to commitments first', () => {
    const { awards, reach } = shareProduct('p', 50, 1, 0, [want('a', 50, 100), want('b', 5, 40, 30)])
    expect(byAccount(awards)).toEqual({ a: 20, b: 30 })
    expect(reach).toBe('weights')
  })

  it('counts what was promised towards the share, it is no extra on top', () => {
    const { awards } = shareProduct('p', 100, 1, 0, [want('a', 1, 80, 40), want('b', 1, 80)])
    expect(byAccount(awards)).toEqual({ a: 50, b: 50 })
  })

  it('is shared among the commitments by weight where they alone are too many', () => {
    const { awards, reach } = shareProduct('p', 30, 1, 50, [
      want('a', 2, 90, 90),
      want('b', 1, 60, 60),
      want('c', 9, 50),
    ])
    expect(byAccount(awards)).toEqual({ a: 20, b: 10, c: 0 })
    expect(reach).toBe('commitments')
  })

  it('leaves nobody below the stated share of the fair part', () => {
    const requests = [want('key', 1000, 500), ...Array.from({ length: 9 }, (_, at) => want(`small ${at}`, 1, 500))]
    const { awards } = shareProduct('p', 100, 1, 50, requests)
    expect(awards.find(award => award.account === 'key')!.allocated).toBe(55)
    expect(awards.filter(award => award.account !== 'key').map(award => award.allocated)).toEqual(Array(9).fill(5))
    expect(awards.find(award => award.account === 'small 0')).toMatchObject({ fair: 10, floor: 5, basis: 'floor' })
  })

  it('shares what commitments leave alike among the floors where it does not reach all of them', () => {
    const requests = [want('a', 50, 80, 80), want('b', 20, 90), want('c', 5, 90)]
    const { awards, reach } = shareProduct('p', 90, 1, 100, requests)
    expect(byAccount(awards)).toEqual({ a: 80, b: 5, c: 5 })
    expect(reach).toBe('floors')
  })

  it('is handed out in whole packs and says what is less than a pack', () => {
    const { awards, left } = shareProduct('p', 50, 12, 0, [want('a', 1, 120), want('b', 1, 120)])
    expect(Object.values(byAccount(awards)).sort()).toEqual([24, 24])
    expect(left).toBe(2)
  })

  it('breaks a pack only for a promise, or when no whole pack is wanted any more', () => {
    expect(byAccount(shareProduct('p', 41, 12, 0, [want('a', 1, 30, 5), want('b', 1, 30)]).awards)).toEqual({
      a: 17,
      b: 24,
    })
    const broken = shareProduct('p', 55, 12, 0, [want('a', 1, 30), want('b', 1, 30)]).awards
    expect(Object.values(byAccount(broken)).sort()).toEqual([27, 28])
  })

  it('gives everybody everything where there is enough', () => {
    const { awards, left, reach } = shareProduct('p', 100, 12, 30, [want('a', 1, 31), want('b', 9, 7)])
    expect(byAccount(awards)).toEqual({ a: 31, b: 7 })
    expect([left, reach]).toEqual([62, 'all'])
  })
})

const anyRequests = fc
  .array(
    fc.record({
      weight: fc.constantFrom(1, 5, 10, 20, 50),
      requested: fc.nat(60),
      promised: fc.nat(100),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(rows =>
    rows.map(({ weight, requested, promised }, at) =>
      want(`account ${at}`, weight, requested, promised > 60 ? Math.floor((requested * (promised - 60)) / 40) : 0),
    ),
  )
const anyPack = fc.constantFrom(1, 1, 5, 12)
const anyFloor = fc.constantFrom(0, 30, 50, 77, 100)
const total = (counts: number[]) => counts.reduce((sum, each) => sum + each, 0)
const runs = { numRuns: 1500 }

describe('whatever is asked for and whatever there is', () => {
  it('nothing is lost, and nobody gets more than they asked for', () => {
    fc.assert(
      fc.property(anyRequests, anyPack, anyFloor, fc.nat(500), (requests, pack, floor, supply) => {
        const { awards, left, reach } = shareProduct('p', supply, pack, floor, requests)
        expect(total(awards.map(award => award.allocated)) + left).toBe(supply)
        expect(left).toBeGreaterThanOrEqual(0)
        for (const award of awards) expect(award.allocated).toBeLessThanOrEqual(award.requested)
        if (reach !== 'all') expect(left).toBeLessThan(pack)
      }),
      runs,
    )
  })

  it('commitments are kept whenever they can be, then floors whenever they can be', () => {
    fc.assert(
      fc.property(anyRequests, anyPack, anyFloor, fc.nat(500), (requests, pack, floor, supply) => {
        const { awards, reach } = shareProduct('p', supply, pack, floor, requests)
        if (total(awards.map(award => award.committed)) <= supply) {
          for (const award of awards) expect(award.allocated).toBeGreaterThanOrEqual(award.committed)
        }
        if (reach === 'weights' || reach === 'all') {
          for (const award of awards) expect(award.allocated).toBeGreaterThanOrEqual(award.floor)
        } else if (pack === 1) {
          expect(total(awards.map(award => Math.max(award.committed, award.floor)))).toBeGreaterThan(supply)
          for (const award of awards)
            expect(award.allocated).toBeLessThanOrEqual(Math.max(award.committed, award.floor))
        }
      }),
      runs,
    )
  })

  it('one more in supply never gives anyone less', () => {
    fc.assert(
      fc.property(anyRequests, anyPack, anyFloor, fc.nat(400), (requests, pack, floor, supply) => {
        const now = byAccount(shareProduct('p', supply, pack, floor, requests).awards)
        const then = byAccount(shareProduct('p', supply + 1, pack, floor, requests).awards)
        for (const [account, allocated] of Object.entries(now)) {
          expect(then[account], account).toBeGreaterThanOrEqual(allocated)
        }
      }),
      { numRuns: 4000 },
    )
  })

  it('the order of input does not matter', () => {
    fc.assert(
      fc.property(
        anyRequests,
        anyPack,
        anyFloor,
        fc.nat(400),
        fc.infiniteStream(fc.nat()),
        (requests, pack, floor, supply, seeds) => {
          const shuffled = requests
            .map(request => ({ request, at: seeds.next().value! }))
            .sort((a, b) => a.at - b.at)
            .map(({ request }) => request)
          expect(byAccount(shareProduct('p', supply, pack, floor, shuffled).awards)).toEqual(
            byAccount(shareProduct('p', supply, pack, floor, requests).awards),
          )
        },
      ),
      runs,
    )
  })

  it('within a tier nobody could have one more without somebody with less having one fewer', () => {
    fc.assert(
      fc.property(anyRequests, anyFloor, fc.nat(400), (requests, floor, supply) => {
        const { awards, reach } = shareProduct('p', supply, 1, floor, requests)
        if (reach !== 'weights') return
        const weights = new Map(requests.map(request => [request.account, request.weight]))
        for (const poor of awards) {
          if (poor.allocated === poor.requested) continue
          for (const rich of awards) {
            if (weights.get(rich.account) !== weights.get(poor.account)) continue
            if (rich.allocated <= Math.max(rich.committed, rich.floor)) continue
            expect(rich.allocated - poor.allocated).toBeLessThanOrEqual(1)
          }
        }
      }),
      runs,
    )
  })
})
