import { expect, test } from 'vitest'
import { itemsOf } from './items.ts'
import { monthsAfter } from './periods.ts'

const window = { firstMonth: '2024-11-01', months: 24 }
const of = { tierOf: () => 'gold' as const, categoryOf: () => 'Switches' }
const month = (at: number) => monthsAfter('2024-11-01', at)
const bought = (at: number, quantity: number, net = quantity * 10, accountId = 1) => ({
  accountId,
  productId: 7,
  month: month(at),
  quantity,
  net,
})
const sold = (at: number, quantity: number) => ({ accountId: 1, productId: 7, month: month(at), quantity })
const span = <Row>(from: number, to: number, row: (at: number) => Row) =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index))

test('purchases make the course; a month of returns counts as nothing', () => {
  const [item] = itemsOf([bought(4, 5), bought(6, -3), bought(23, 2)], [], window, of)
  expect(item).toMatchObject({ source: 'purchases', from: 4, tier: 'gold', category: 'Switches' })
  expect([...item!.whole].map((pieces, at) => (pieces ? [at, pieces] : null)).filter(Boolean)).toEqual([
    [4, 5],
    [23, 2],
  ])
})

test('what the account sold counts from its first report, once six months are reported up to now', () => {
  const purchases = span(0, 23, at => bought(at, 100))
  const six = itemsOf(
    purchases,
    span(18, 23, at => sold(at, 7)),
    window,
    of,
  )[0]!
  expect(six).toMatchObject({ source: 'sell-through', from: 18 })
  expect([six.whole[17], six.whole[18], six.whole[23]]).toEqual([100, 7, 7])
  const five = itemsOf(
    purchases,
    span(19, 23, at => sold(at, 7)),
    window,
    of,
  )[0]!
  expect(five).toMatchObject({ source: 'purchases', from: 0 })
  const stale = itemsOf(
    purchases,
    span(10, 22, at => sold(at, 7)),
    window,
    of,
  )[0]!
  expect(stale.source).toBe('purchases')
})

test('what nobody has taken for 24 months is no item any more', () => {
  const long = { firstMonth: '2023-11-01', months: 36 }
  const at = (index: number) => ({ ...bought(0, 4), month: monthsAfter('2023-11-01', index) })
  expect(itemsOf([at(11)], [], long, of)).toEqual([])
  expect(itemsOf([at(12)], [], long, of)).toHaveLength(1)
})

test('a piece is worth what the last months with purchases brought, whatever came before', () => {
  expect(itemsOf([bought(20, 10, 120), bought(23, 30, 360)], [], window, of)[0]!.pieceValue).toBe(12)
  expect(itemsOf([bought(20, 10, 0)], [], window, of)[0]!.pieceValue).toBeNull()
})
