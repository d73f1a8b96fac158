import { expect, test } from 'vitest'
import { firstFault } from './interchange/interchange-facts.ts'
import { readInterchanges } from './interchange/read-interchange.ts'
import { activity852, inventory846, sales96, stock01 } from './messages.fixture.ts'
import { EdifactReportReader } from './reports/read-edifact-report.ts'
import { X12ReportReader } from './reports/read-x12-report.ts'
import type { ReportedItem } from './reports/reported-item.ts'

/** Items of a text with the fault it would be refused for, as one line each. */
function itemsOf(text: string): string[] {
  const items: ReportedItem[] = []
  let reader: X12ReportReader | EdifactReportReader | null = null
  const interchanges = readInterchanges(text, {
    begins: (message, { standard }) => {
      const Reader = standard === 'x12' ? X12ReportReader : EdifactReportReader
      reader = new Reader(`${message.type} ${message.control}`, item => items.push(item))
    },
    segment: segment => reader?.segment(segment),
    ends: () => reader?.end(),
  })
  expect(interchanges.map(firstFault)).toEqual(interchanges.map(() => null))
  return items.map(({ party, site, gtin, buyerCode, supplierCode, from, to, activities }) =>
    [
      `${party}@${site}`,
      [gtin, buyerCode, supplierCode].filter(Boolean).join('/'),
      `${from}..${to}`,
      activities.map(({ code, quantity, unit }) => `${code} ${quantity}${unit}`).join(', '),
    ].join(' | '),
  )
}

test('an 852 tells of each store what was sold and is there, and of the dealer as a whole what is on order', () => {
  expect(itemsOf(activity852)).toEqual([
    'NSE@S01 | 036000291452/P1 | 2026-10-26..2026-11-01 | QS 5EA, QA 40EA',
    'NSE@S02 | 036000291452/P1 | 2026-10-26..2026-11-01 | QS 7EA, QA 18EA',
    'NSE@ | 036000291452/P1 | 2026-10-26..2026-11-01 | QP 24EA',
    'NSE@ | NS-77 | 2026-10-26..2026-11-01 | QS 3EA, QU 1EA, LS 2EA, QA 0EA, QO 3EA',
  ])
})

test('an 846 tells what a depot has on the day of its count, not on the day of the message', () => {
  expect(itemsOf(inventory846)).toEqual([
    'NSE@S01 | 036000291452 | 2026-10-31..2026-10-31 | 33 140EA, 27 20EA, 63 60EA, IQ 12EA, 29 99EA',
  ])
})

test('a SLSRPT gives each place its own span, decimals with a comma and released signs', () => {
  expect(itemsOf(sales96)).toEqual([
    '5410000100023@S01 | 4006381333931/K+12 | 2026-10-26..2026-11-01 | 153 14,5, 61 2',
    '5410000100023@S02 | 4006381333931 | 2026-10-19..2026-10-25 | 153 9',
  ])
})

test('an INVRPT gives each quantity to the place named after it, and a movement is no stock', () => {
  expect(itemsOf(stock01)).toEqual([
    '5410000100023@S01 | 4006381333931 | 2026-11-01..2026-11-01 | 145 300PCE, 198 48PCE',
    '5410000100023@S02 | 4006381333931 | 2026-11-01..2026-11-01 | 145 120PCE',
    '5410000100023@ | 4006381333931 | 2026-11-01..2026-11-01 | 199M 7',
  ])
})
