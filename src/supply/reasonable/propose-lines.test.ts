import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { bestLoad, freightOf, type LoadUnit } from './full-load.ts'
import { capitalCost, handlingCost, type Pack, roundedUp } from './handling-units.ts'
import { reasonSentence, weekNumber } from './proposal-reason.ts'
import { proposeLines } from './propose-lines.ts'
import type { Target } from './target.ts'
import { type Priced, withinMeans } from './within-means.ts'

const words = (language: 'en' | 'zh-Hans') => sentenceFormat(language, 'CNY')
const rates = { packHandling: '3', layerHandling: '6', palletHandling: '40' }
const box: Pack = { pack: 6, layer: 24, pallet: 120, weightKg: 2, volumeM3: 0.01 }
const cheap = { unitPrice: '10', demandWeek: 20, capitalRate: 0.09 }

test('handling counts pallets, then layers, then packs', () => {
  // 1 pallet, 2 layers, 2 packs (the second one begun).
  expect(handlingCost(120 + 48 + 7, box, rates).toNumber()).toBe(40 + 12 + 6)
})

test('capital of what comes early: half its time on the shelf', () => {
  // 40 pieces at 10, 20 a week: two weeks, one on average; 400 × 9% ÷ 52.
  expect(capitalCost(40, cheap)!.toNumber()).toBeCloseTo((400 * 0.09) / 52, 12)
  expect(capitalCost(40, { ...cheap, demandWeek: 0 })).toBeNull()
  expect(capitalCost(0, { ...cheap, demandWeek: 0 })!.toNumber()).toBe(0)
})

test('a need is rounded up to packs; less than half a pack waits unless the item is short', () => {
  const single: Pack = { ...box, layer: null, pallet: null }
  const asked = { isShort: false, room: 1000, rates, bound: cheap }
  expect(roundedUp(7, single, asked).quantity).toBe(12)
  expect(roundedUp(12, single, asked).quantity).toBe(12)
  expect(roundedUp(2.9, single, asked).quantity).toBe(0)
  expect(roundedUp(3, single, asked).quantity).toBe(6)
  expect(roundedUp(2.9, single, { ...asked, isShort: true }).quantity).toBe(6)
})

test('a layer is filled where it saves handling, and not where its capital costs more', () => {
  const asked = { isShort: false, room: 1000, rates, bound: cheap }
  // 18 pieces are three packs at 3, a layer of 24 is one at 6; 26 and more would be a second layer for a pack or two.
  expect(roundedUp(18, box, asked)).toMatchObject({ quantity: 24, to: 'layer' })
  expect(roundedUp(30, box, asked)).toMatchObject({ quantity: 30, to: 'pack' })
  expect(roundedUp(18, box, { ...asked, bound: { ...cheap, unitPrice: '90000' } })).toMatchObject({ quantity: 18 })
  expect(roundedUp(42, box, asked)).toMatchObject({ quantity: 48, to: 'layer' })
  expect(roundedUp(42, box, asked).saved.toNumber()).toBe(6 + 9 - 12)
})

test('a pallet is filled up when one handling is cheaper than ten', () => {
  const asked = { isShort: false, room: 1000, rates: { ...rates, palletHandling: '12' }, bound: cheap }
  const rounded = roundedUp(100, box, asked)
  expect(rounded).toMatchObject({ quantity: 120, to: 'pallet' })
  // 102 pieces are four layers and a pack: 27 against 12, for 18 pieces early.
  expect(rounded.saved.toNumber()).toBe(15)
  expect(rounded.capital.toNumber()).toBeCloseTo((18 * 10 * 0.09 * 0.45) / 52, 12)
  expect(roundedUp(100, box, { ...asked, bound: { ...cheap, unitPrice: '90000', demandWeek: 1 } }).quantity).toBe(102)
})

test('nothing is rounded into excess', () => {
  const asked = { isShort: false, room: 110, rates: { ...rates, palletHandling: '12' }, bound: cheap }
  expect(roundedUp(100, box, asked).quantity).toBe(102)
  expect(roundedUp(100, box, { ...asked, room: 50 }).quantity).toBe(48)
  expect(roundedUp(100, box, { ...asked, room: 2 }).quantity).toBe(0)
  expect(roundedUp(100, box, { ...asked, room: 2, isShort: true }).quantity).toBe(6)
})

const truck: LoadUnit = { name: 'truck', payloadKg: 1000, volumeM3: 5, fullPrice: '600', partPricePerKg: '1' }

test('part loads pay by the kilogram, light goods by their space, never more than a whole unit', () => {
  expect(freightOf(0.3, truck).toNumber()).toBe(300)
  expect(freightOf(0.7, truck).toNumber()).toBe(600)
  expect(freightOf(1.2, truck).toNumber()).toBe(800)
})

test('a truck is filled where the freight saved is more than the capital bound', () => {
  const line = { key: 1, quantity: 200, pack: { ...box, pack: 10 }, bound: cheap, room: 1000 }
  const load = bestLoad([line], [truck])!
  // 200 pieces weigh 400 kg and are 2 m³: 0.4 of it, 400 by the kilogram; 300 more fill it and save 600 later.
  expect(load).toMatchObject({ unit: 'truck', fill: 1, isFull: true })
  expect(load.added.get(1)).toBe(300)
  expect(load.saved.toNumber()).toBeCloseTo(400 + 600 - 600, 9)
  expect(load.capital.toNumber()).toBeCloseTo((3000 * 0.09 * 7.5) / 52, 9)
  const dear = bestLoad([{ ...line, bound: { ...cheap, unitPrice: '900', demandWeek: 2 } }], [truck])!
  expect(dear).toMatchObject({ isFull: false, fill: 0.4 })
  expect(dear.added.size).toBe(0)
})

test('filling stops at excess and at what may be spent', () => {
  const line = { key: 1, quantity: 300, pack: { ...box, pack: 10 }, bound: cheap, room: 200 }
  expect(bestLoad([line], [truck])!.added.get(1)).toBe(200)
  expect(bestLoad([{ ...line, room: 30 }], [truck])!.added.get(1)).toBe(30)
  expect(bestLoad([{ ...line, quantity: 200, room: 50 }], [truck])!.added.size).toBe(0)
  expect(bestLoad([line], [truck], new Decimal('1005'))!.added.get(1)).toBe(100)
})

test('units are compared by the same freight of later: a dear one does not look good by what it will not cost', () => {
  const line = { key: 1, quantity: 200, pack: { ...box, pack: 10 }, bound: cheap, room: 1000 }
  const dearer = { ...truck, name: 'container', partPricePerKg: '3', fullPrice: '700' }
  const load = bestLoad([line], [dearer, truck])!
  expect(load.unit).toBe('truck')
  expect(load.saved.toNumber()).toBeCloseTo(400, 9)
})

test('the cheaper unit is taken', () => {
  const line = { key: 1, quantity: 200, pack: { ...box, pack: 10 }, bound: cheap, room: 0 }
  const dearer = { ...truck, name: 'container', partPricePerKg: '2' }
  expect(bestLoad([line], [dearer, truck])!.unit).toBe('truck')
  expect(bestLoad([line], [])).toBeNull()
})

const priced = (key: number, days: number | null, quantity = 10): Priced => ({
  key,
  quantity,
  packSize: 2,
  unitPrice: '100',
  stockOutInDays: days,
  lost: '0',
  coverWeeks: 5,
})

test('credit cuts what is least urgent first, in whole packs, and says so', () => {
  const lines = [priced(1, null), priced(2, 3), priced(3, 9)]
  const { cuts, left } = withinMeans(lines, { credit: new Decimal(2450), budget: null })
  expect([...cuts]).toEqual([[1, { from: 10, to: 4, by: 'credit' }]])
  expect(left!.toNumber()).toBe(50)
  const tight = withinMeans(lines, { credit: new Decimal(2450), budget: new Decimal(1000) })
  expect([...tight.cuts]).toEqual([
    [3, { from: 10, to: 0, by: 'budget' }],
    [1, { from: 10, to: 0, by: 'budget' }],
  ])
  expect(withinMeans(lines, { credit: new Decimal(3000), budget: null }).cuts.size).toBe(0)
  expect(withinMeans(lines, { credit: new Decimal(-1), budget: null }).cuts.size).toBe(3)
  expect(withinMeans(lines, { credit: null, budget: null })).toEqual({ cuts: new Map(), left: null })
})

test('an order never costs more than the means, and more money never cuts more', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 50 }),
    price: fc.integer({ min: 1, max: 900 }),
    days: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 30_000 }), (rows, money) => {
      const lines = rows.map((row, key) => ({
        ...priced(key, row.days, row.quantity * 2),
        unitPrice: String(row.price),
      }))
      const spent = (credit: number) => {
        const { cuts } = withinMeans(lines, { credit: new Decimal(credit), budget: null })
        return lines.reduce((sum, each) => sum + (cuts.get(each.key)?.to ?? each.quantity) * Number(each.unitPrice), 0)
      }
      expect(spent(money)).toBeLessThanOrEqual(money)
    }),
    { numRuns: 100 },
  )
})

const target = (productId: number, said: Partial<Target> = {}): Target => ({
  accountId: 1,
  siteId: null,
  productId,
  class: 'AX',
  basis: 'forecast',
  demandWeek: 20,
  sigmaWeek: 4,
  leadDays: 9.2,
  leadSdDays: 1,
  leadSource: 'lane',
  reviewDays: 7,
  service: 0.97,
  method: 'normal',
  demandAhead: 46,
  deviation: 7,
  safety: 14,
  orderUpTo: 60,
  reorderAt: 38,
  stockDay: '2026-11-01',
  onHand: '22',
  committed: null,
  held: null,
  onOrder: null,
  inTransit: null,
  position: 22,
  coverWeeks: 1.8,
  soldLately: '240',
  closingShipped: null,
  closingSold: null,
  state: 'short',
  stockOutOn: '2026-11-14',
  seasonOn: '2026-11-30',
  missing: 24,
  lost: '960',
  lostP10: '400',
  lostP90: '1500',
  surplus: 0,
  surplusValue: '0',
  wanted: 38,
  room: 378,
  unitPrice: '100.005',
  unitContribution: '40',
  reviewedOn: '2026-11-02',
  ...said,
})

test('every line of a proposal says its figures in both languages', () => {
  const { lines, value } = proposeLines([target(1)], {
    packs: new Map([[1, { ...box, pack: 10, layer: null, pallet: null }]]),
    units: [],
    means: { credit: null, budget: null },
    rules: { ...rates, capitalRate: 0.09 },
    today: '2026-11-02',
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ quantity: 40, unitPrice: '100.01' })
  expect(value.toString()).toBe('4000.4')
  expect(reasonSentence(lines[0]!.reason, words('en'))).toBe(
    'cover 1.8 weeks, gone on 14 Nov 2026, season begins in week 49, lead time 9 days; 38 to the target of 60, 40 in whole packs',
  )
  expect(reasonSentence(lines[0]!.reason, words('zh-Hans'))).toBe(
    '库存够销 1.8 周，2026年11月14日断货，旺季自第 49 周开始，交期 9 天；距目标库存 60 还差 38，按整包装取 40',
  )
})

test('what is cut to nothing is named beside the order, and a truck does not bring it back', () => {
  const draft = proposeLines([target(1), target(2, { state: 'right', stockOutOn: null, lost: '0' })], {
    packs: new Map(),
    units: [truck],
    means: { credit: new Decimal(3900), budget: null },
    rules: { ...rates, capitalRate: 0.09 },
    today: '2026-11-02',
  })
  expect(draft.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([[1, 38]])
  expect(draft.left.map(({ productId, reason }) => [productId, reason.cut])).toEqual([
    [2, { from: 38, to: 0, by: 'credit' }],
  ])
  expect(reasonSentence(draft.left[0]!.reason, words('en'))).toContain('cut from 38 to 0 by the credit limit')
})

test('weeks are numbered as the trade does', () => {
  expect([
    weekNumber('2026-08-31'),
    weekNumber('2026-12-31'),
    weekNumber('2027-01-01'),
    weekNumber('2027-01-04'),
  ]).toEqual([36, 53, 53, 1])
})
