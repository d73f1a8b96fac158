import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, windowParts } from './window.ts'

describe('a window of days', () => {
  it.each([
    ['whole ledger', {}, { years: ['0001-01-01', '9999-01-01'], months: [], days: [] }],
    [
      'one year',
      { from: '2013-01-01', to: '2013-12-31' },
      { years: ['2013-01-01', '2013-01-01'], months: [], days: [] },
    ],
    [
      'a quarter',
      { from: '2013-04-01', to: '2013-06-30' },
      { years: null, months: [['2013-04-01', '2013-06-01']], days: [] },
    ],
    [
      'twelve months between the days',
      { from: '2013-05-02', to: '2014-05-01' },
      {
        years: null,
        months: [['2013-06-01', '2014-04-01']],
        days: [
          ['2013-05-02', '2013-05-31'],
          ['2014-05-01', '2014-05-01'],
        ],
      },
    ],
    [
      'years with months and days around',
      { from: '2011-11-30', to: '2014-02-15' },
      {
        years: ['2012-01-01', '2013-01-01'],
        months: [
          ['2011-12-01', '2011-12-01'],
          ['2014-01-01', '2014-01-01'],
        ],
        days: [
          ['2011-11-30', '2011-11-30'],
          ['2014-02-01', '2014-02-15'],
        ],
      },
    ],
    [
      'days of one month',
      { from: '2013-05-02', to: '2013-05-04' },
      { years: null, months: [], days: [['2013-05-02', '2013-05-04']] },
    ],
    [
      'the first days of a month',
      { from: '2013-05-01', to: '2013-05-04' },
      { years: null, months: [], days: [['2013-05-01', '2013-05-04']] },
    ],
    [
      'a window that ends before it begins',
      { from: '2013-05-02', to: '2013-05-01' },
      { years: null, months: [], days: [] },
    ],
    [
      'everything since a day',
      { from: '2013-12-31' },
      { years: ['2014-01-01', '9999-01-01'], months: [], days: [['2013-12-31', '2013-12-31']] },
    ],
    [
      'everything up to a day',
      { to: '2013-01-31' },
      { years: ['0001-01-01', '2012-01-01'], months: [['2013-01-01', '2013-01-01']], days: [] },
    ],
  ])('%s', (_, window, expected) => {
    const parts = windowParts(window)
    const pair = (each: { from: string; to: string }) => [each.from, each.to]
    expect({
      years: parts.years && pair(parts.years),
      months: parts.months.map(pair),
      days: parts.days.map(pair),
    }).toEqual(expected)
  })

  it('is covered by its parts, every day once', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map(days => daysAfter('2011-10-15', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1200 }), day, (from, length, probe) => {
        const to = daysAfter(from, length)
        const { years, months, days } = windowParts({ from, to })
        const inside = (text: string, stretch: { from: string; to: string } | null) =>
          stretch !== null && text >= stretch.from && text <= stretch.to
        const times =
          Number(inside(`${probe.slice(0, 4)}-01-01`, years)) +
          months.filter(each => inside(`${probe.slice(0, 7)}-01`, each)).length +
          days.filter(each => inside(probe, each)).length
        return times === Number(probe >= from && probe <= to)
      }),
    )
  })
})
