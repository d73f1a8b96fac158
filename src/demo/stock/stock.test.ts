import { expect, test } from 'vitest'
import { demoCompany, usualSeed } from '../demo-company.ts'
import { demoAvailability } from './availability.ts'
import { demoDeliveries, isDelivered } from './deliveries.ts'
import { demoStock, lastWeek, reportingAccounts } from './stock.ts'

const made = demoCompany(usualSeed)
const series = demoStock(usualSeed, made)
const weeks = series.flatMap(each => each.weeks)

test('stock is what was there, came, went and came back, and nobody sells what is not there', () => {
  for (const each of series)
    for (const [at, week] of each.weeks.entries()) {
      const before = each.weeks[at - 1]
      if (before) expect(week.onHand).toBe(before.onHand + week.received - week.sold + week.returned)
      expect(week.onHand).toBeGreaterThanOrEqual(0)
    }
})

test('sales peak before summer and at the year’s end, and some stock runs out', () => {
  const sold = (month: string) => {
    const own = weeks.filter(({ week }) => week.slice(5, 7) === month)
    return own.reduce((sum, week) => sum + week.sold, 0) / own.length
  }
  expect(sold('06')).toBeGreaterThan(1.3 * sold('02'))
  expect(sold('12')).toBeGreaterThan(1.2 * sold('08'))
  const empty = weeks.filter(({ onHand }) => onHand === 0).length / weeks.length
  expect(empty).toBeGreaterThan(0.02)
  expect(empty).toBeLessThan(0.12)
})

test('two accounts have not reported the last week, and one sits on far more than it sells', () => {
  const late = new Set(series.filter(each => each.weeks.at(-1)!.week < lastWeek).map(({ account }) => account))
  expect(late.size).toBe(2)
  const cover = (account: string) => {
    const own = series.filter(each => each.account === account)
    const stock = own.reduce((sum, each) => sum + each.weeks.at(-1)!.onHand, 0)
    const pace = own.reduce((sum, each) => sum + each.weeks.slice(-8).reduce((all, week) => all + week.sold, 0) / 8, 0)
    return stock / pace
  }
  const covers = reportingAccounts(made.accounts).map(({ code }) => cover(code))
  expect(Math.max(...covers)).toBe(covers[4])
  expect(covers[4]).toBeGreaterThan(15)
})

test('ships wait for typhoons, most of the rest is in time, and what is on its way has not arrived', () => {
  const accounts = reportingAccounts(made.accounts).slice(0, 30)
  const codes = new Set(accounts.map(({ code }) => code))
  const deliveries = demoDeliveries(usualSeed, accounts, made.linesOf(codes, '2025-11-01', isDelivered))
  const late = (own: typeof deliveries) =>
    own.filter(({ arrivedOn, promisedOn }) => arrivedOn !== null && arrivedOn > promisedOn).length / own.length
  const storm = deliveries.filter(
    ({ mode, shippedOn }) => mode === 'sea' && shippedOn > '2026-08-03' && shippedOn < '2026-08-14',
  )
  expect(late(storm)).toBeGreaterThan(0.6)
  expect(late(deliveries)).toBeLessThan(0.2)
  expect(deliveries.some(({ arrivedOn }) => arrivedOn === null)).toBe(true)
  expect(deliveries.every(({ arrivedOn }) => arrivedOn === null || arrivedOn < '2026-11-02')).toBe(true)
})

test('two families are scarce: less of them comes than is sold', () => {
  const supply = demoAvailability(usualSeed, made.products, series)
  const coming = (family: string) => {
    const codes = new Set(made.products.filter(each => each.family === family).map(({ code }) => code))
    return supply.filter(({ product }) => codes.has(product)).reduce((sum, { quantity }) => sum + quantity, 0) / 26
  }
  const sold = (family: string) => {
    const codes = new Set(made.products.filter(each => each.family === family).map(({ code }) => code))
    const own = series.filter(({ product }) => codes.has(product))
    return own.reduce((sum, each) => sum + each.weeks.slice(-52).reduce((all, week) => all + week.sold, 0), 0) / 52
  }
  expect(coming('Tideway') / sold('Tideway')).toBeLessThan(coming('Jetty') / sold('Jetty') / 1.4)
  expect(coming('Beacon') / sold('Beacon')).toBeLessThan(coming('Jetty') / sold('Jetty') / 1.2)
})
