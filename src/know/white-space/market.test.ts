import { describe, expect, test } from 'vitest'
import { linePotentials, medianOf } from './line-potential.ts'
import { Market, type Purchase } from './market.ts'

const buyer = (accountId: number, amounts: Record<string, number>, total?: number): Purchase => ({
  accountId,
  total: total ?? Object.values(amounts).reduce((sum, amount) => sum + amount, 0),
  amounts: new Map(Object.entries(amounts).map(([line, amount]) => [line, String(amount)])),
})

describe('accounts alike', () => {
  test('are as similar as the mean of cosine and Jaccard index', () => {
    const market = new Market([buyer(1, { A: 60, B: 80 }), buyer(2, { A: 80, B: 60 }), buyer(3, { A: 60, C: 80 })])
    const [second, third] = market.alike(1)
    // Cosine (60·80 + 80·60) / 100² = 0.96, the same lines: (0.96 + 1) / 2.
    expect(second).toEqual({ accountId: 2, similarity: expect.closeTo(0.98, 6) })
    // Cosine 60·60 / 100² = 0.36, one line of three: (0.36 + 1/3) / 2 = 0.347 is not alike.
    expect(third).toBeUndefined()
  })

  test('the least similarity is just enough', () => {
    // A against A and B of equal size: cosine 1/√2, one line of two: (0.7071 + 0.5) / 2.
    const market = new Market([
      buyer(1, { A: 100 }),
      buyer(2, { A: 50, B: 50 }),
      buyer(3, { A: 25, B: 25, C: 25, D: 25 }),
    ])
    expect(market.alike(1)).toEqual([{ accountId: 2, similarity: expect.closeTo(0.60355, 4) }])
    // Two lines of four and cosine 1/√2: (0.7071 + 0.5) / 2.
    expect(market.alike(2).map(each => each.accountId)).toEqual([1, 3])
  })

  test('have from half to double its sales, both included', () => {
    const market = new Market([
      buyer(1, { A: 100 }),
      buyer(2, { A: 200 }),
      buyer(3, { A: 200.01 }),
      buyer(4, { A: 50 }),
      buyer(5, { A: 49.99 }),
    ])
    expect(market.alike(1).map(each => each.accountId)).toEqual([2, 4])
  })

  test('are at most twenty-five, the nearest in size first among equals, of a hundred on each side', () => {
    const market = new Market(Array.from({ length: 301 }, (_, at) => buyer(at + 1, { A: 1000 - at })))
    const alike = market.alike(151).map(each => each.accountId)
    expect(alike).toHaveLength(25)
    expect(alike.slice(0, 3)).toEqual([150, 152, 149])
    expect(Math.max(...alike) - Math.min(...alike)).toBe(25)
  })

  test('nobody is alike to an account that bought nothing, or that nobody knows', () => {
    const market = new Market([buyer(1, {}), buyer(2, { A: 1 }), buyer(3, { A: 1 })])
    expect(market.alike(1)).toEqual([])
    expect(market.alike(9)).toEqual([])
  })

  test('lines beyond the thirty-second are told apart', () => {
    const many = (from: number) => Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`L${from + at}`, 10]))
    const market = new Market([buyer(1, many(30)), buyer(2, many(30)), buyer(3, many(40))])
    expect(market.alike(1)).toEqual([{ accountId: 2, similarity: expect.closeTo(1, 6) }])
    expect(market.alike(3)).toEqual([])
  })
})

describe('the potential of a line', () => {
  const alike = [
    buyer(2, { Routers: 60, Switches: 500 }),
    buyer(3, { Routers: 84, Switches: 400 }),
    buyer(4, { Routers: 120, Switches: 450 }),
    buyer(5, { Switches: 300, Modules: 10 }),
    buyer(6, { Switches: 350, Modules: 12 }),
  ]
  const own = new Map([['Switches', '320']])
  const of = (potentials: ReturnType<typeof linePotentials>, line: string) =>
    potentials.find(each => each.productLine === line)

  test('that it does not buy is what accounts alike spend at the median, as sure as they are many', () => {
    expect(of(linePotentials(own, alike, new Map()), 'Routers')).toEqual({
      productLine: 'Routers',
      own: '0',
      potential: '84',
      source: 'estimated',
      evidence: { buyers: 3, alike: 5, median: '84' },
      share: 0,
      open: '84',
      certainty: 0.6,
    })
  })

  test('that it buys is the median, and its own sales where they are more', () => {
    expect(of(linePotentials(own, alike, new Map()), 'Switches')).toMatchObject({
      potential: '400',
      share: 0.8,
      open: '80',
    })
    const more = new Map([['Switches', '410.5']])
    expect(of(linePotentials(more, alike, new Map()), 'Switches')).toMatchObject({
      potential: '410.5',
      share: 1,
      open: '0',
    })
  })

  test('two buyers are no evidence, nor are three of ten, nor four accounts alike', () => {
    expect(of(linePotentials(own, alike, new Map()), 'Modules')).toBeUndefined()
    const ten = [...alike, ...Array.from({ length: 5 }, (_, at) => buyer(10 + at, { Switches: 400 }))]
    expect(of(linePotentials(own, ten, new Map()), 'Routers')).toBeUndefined()
    expect(of(linePotentials(own, ten.slice(0, 9), new Map()), 'Routers')).toMatchObject({ certainty: 1 / 3 })
    expect(linePotentials(own, alike.slice(0, 4), new Map())).toEqual([
      expect.objectContaining({ productLine: 'Switches', potential: null, source: null, share: null, open: '0' }),
    ])
  })

  test('that a person entered overrules the estimate, also where it is lower than what is bought', () => {
    const entered = new Map([
      ['Routers', '200'],
      ['Switches', '160'],
      ['Valves', '0'],
    ])
    const potentials = linePotentials(own, alike, entered)
    expect(of(potentials, 'Routers')).toMatchObject({ potential: '200', source: 'entered', open: '200', certainty: 1 })
    expect(of(potentials, 'Switches')).toMatchObject({ share: 2, open: '0' })
    expect(of(potentials, 'Valves')).toMatchObject({ share: null, open: '0' })
    expect(potentials.map(each => each.productLine)).toEqual(['Routers', 'Switches', 'Valves'])
  })

  test('the median of an even number is the exact mean of the two in the middle', () => {
    expect(medianOf(['0.1', '0.2', '9', '0.05'])).toBe('0.15')
    expect(medianOf(['10', '9', '100'])).toBe('10')
  })
})
