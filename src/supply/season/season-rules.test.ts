import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookLoads } from './book-loads.ts'
import { buildAhead, type ProductAhead } from './build-ahead.ts'
import { shelfNeeds } from './position-stock.ts'
import { sureCumulative } from './sure-demand.ts'

const flat = (mean: number, spread: number, weeks = 8) => ({
  mean: Array(weeks).fill(mean),
  p10: Array(weeks).fill(mean - spread),
  p90: Array(weeks).fill(mean + spread),
})

const product = (more: Partial<ProductAhead>): ProductAhead => ({
  product: 1,
  cumulativeDemand: [],
  available: [],
  pack: 1,
  line: null,
  ...more,
})

describe('demand to be sure of', () => {
  it('is the mean at fifty per cent, and the ninth tenth at ninety', () => {
    expect(sureCumulative([flat(10, 4)], 2, 0.5)).toEqual([10, 20])
    expect(sureCumulative([flat(10, 4)], 1, 0.9)[0]).toBeCloseTo(14, 6)
  })

  it('grows by the root of the number of weeks and accounts, not by the number', () => {
    expect(sureCumulative([flat(10, 4)], 4, 0.9)[3]).toBeCloseTo(40 + 2 * 4, 6)
    expect(sureCumulative(Array(9).fill(flat(10, 4)), 1, 0.9)[0]).toBeCloseTo(90 + 3 * 4, 6)
  })
})

describe('what production builds ahead', () => {
  it('is what demand outgrows, in whole packs, in the week in which it does', () => {
    const [plan] = buildAhead(
      [product({ cumulativeDemand: [10, 20, 50], available: [10, 10, 10], pack: 12 })],
      new Map(),
    )
    expect(plan).toMatchObject({ quantity: 24, neededIn: 2, impossible: 0, builds: [{ week: 2, quantity: 24 }] })
  })

  it('lets a surplus of earlier weeks count', () => {
    expect(buildAhead([product({ cumulativeDemand: [10, 20, 50], available: [30, 10, 10] })], new Map())).toEqual([])
  })

  it('goes back to earlier weeks where the line is full, as late as it can', () => {
    const line = { name: 'Line 1', perUnit: 0.5 }
    const [plan] = buildAhead(
      [product({ cumulativeDemand: [0, 0, 30], available: [], line })],
      new Map([['Line 1', [10, 4, 5]]]),
    )
    expect(plan!.builds).toEqual([
      { week: 0, quantity: 12 },
      { week: 1, quantity: 8 },
      { week: 2, quantity: 10 },
    ])
    const [tooMuch] = buildAhead(
      [product({ cumulativeDemand: [0, 0, 50], available: [], line })],
      new Map([['Line 1', [10, 4, 5]]]),
    )
    expect(tooMuch!.impossible).toBe(12)
  })

  it('builds what is needed or says what is impossible, never later than it is needed, and never beyond the line', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            demand: fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }),
            made: fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }),
            pack: fc.constantFrom(1, 6),
            perUnit: fc.integer({ min: 1, max: 3 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.array(fc.nat(60), { minLength: 5, maxLength: 5 }),
        (drawn, hours) => {
          const products = drawn.map(({ demand, made, pack, perUnit }, at) => {
            let sum = 0
            const cumulativeDemand = demand.map(each => {
              sum += each
              return sum
            })
            return product({ product: at, cumulativeDemand, available: made, pack, line: { name: 'L', perUnit } })
          })
          const plans = buildAhead(products, new Map([['L', hours]]))
          for (const plan of plans) {
            const { pack, cumulativeDemand, available } = products[plan.product]!
            const built = plan.builds.reduce((total, build) => total + build.quantity, 0)
            expect(built + plan.impossible).toBe(plan.quantity)
            expect(plan.quantity % pack).toBe(0)
            if (plan.impossible > 0) continue
            cumulativeDemand.forEach((demand, week) => {
              const there = available.slice(0, week + 1).reduce((total, each) => total + each, 0)
              const ahead = plan.builds
                .filter(build => build.week <= week)
                .reduce((total, build) => total + build.quantity, 0)
              expect(there + ahead).toBeGreaterThanOrEqual(demand)
            })
          }
          hours.forEach((limit, week) => {
            const used = plans.reduce(
              (total, plan) =>
                total +
                plan.builds
                  .filter(build => build.week === week)
                  .reduce((sum, build) => sum + build.quantity * products[plan.product]!.line!.perUnit, 0),
              0,
            )
            expect(used).toBeLessThanOrEqual(limit)
          })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what stands at the account when the season begins', () => {
  const at = { start: 2, coverWeeks: 3, sure: 0.5 }

  it('covers its first weeks less what is left of the stock by then', () => {
    const shelf = { product: 1, demand: flat(10, 0), stock: 35, pack: 1 }
    expect(shelfNeeds([shelf], at)).toEqual([{ product: 1, quantity: 15, demand: 30, stock: 15 }])
    expect(shelfNeeds([{ ...shelf, stock: 50 }], at)).toEqual([])
    expect(shelfNeeds([{ ...shelf, stock: 49, pack: 12 }], at)).toMatchObject([{ quantity: 12 }])
  })

  it('starts from an empty shelf where the stock will be gone', () => {
    expect(shelfNeeds([{ product: 1, demand: flat(10, 0), stock: 5, pack: 1 }], at)).toMatchObject([
      { quantity: 30, stock: 0 },
    ])
  })
})

describe('what is booked', () => {
  const shipment = { lane: 1, week: '2026-12-07', shipOn: '2026-12-09', weightKg: 8000, volumeM3: 20 }
  const truck = { name: 'Truck', countries: null, payloadKg: 10_000, volumeM3: 40, fullPrice: '3000' }
  const van = { name: 'Van', countries: ['CN'], payloadKg: 3000, volumeM3: 12, fullPrice: '900' }

  it('is the number of loads that a lane needs in a week, full by weight or by volume', () => {
    const shipments = [shipment, { ...shipment, shipOn: '2026-12-08', weightKg: 1000, volumeM3: 45 }]
    expect(bookLoads(shipments, () => null, [truck, van])).toEqual([
      {
        lane: 1,
        week: '2026-12-07',
        shipOn: '2026-12-08',
        load: 'Truck',
        count: 2,
        accounts: 2,
        weightKg: 9000,
        volumeM3: 65,
      },
    ])
  })

  it('takes the loads that cost least together, of those that go there', () => {
    expect(bookLoads([shipment], () => 'CN', [truck, van])[0]).toMatchObject({ load: 'Van', count: 3 })
    expect(bookLoads([shipment], () => 'VN', [truck, van])[0]).toMatchObject({ load: 'Truck', count: 1 })
    expect(bookLoads([shipment], () => 'VN', [van])).toEqual([])
  })
})
