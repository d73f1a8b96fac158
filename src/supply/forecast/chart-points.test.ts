import { expect, test } from 'vitest'
import { chartMarks, chartPoints, markLabels } from './chart-points.ts'
import { monthsAfter } from './periods.ts'

const history = Array.from({ length: 40 }, (_, at) => ({
  period: monthsAfter('2023-07-01', at),
  pieces: at,
  cleaned: at === 39 ? 30 : at,
}))
const point = { base: 5, mean: 5, p10: 2, p90: 9 }
const points = [
  { ...point, period: '2026-11-01' },
  { ...point, period: '2026-12-01', mean: 25 },
]

test('months show thirty of the past and those ahead, joined where the past ends, with the year before', () => {
  const drawn = chartPoints({ grain: 'month', history, points })
  expect(drawn).toHaveLength(32)
  expect(drawn[0]).toMatchObject({ period: '2024-05-01', actual: 10, cleaned: null, mean: null })
  expect(drawn[29]).toMatchObject({ period: '2026-10-01', actual: 39, cleaned: 30, mean: 39, p10: 39, base: 39 })
  expect(drawn[31]).toMatchObject({ actual: null, mean: 25, base: 5, lastYear: 29 })
})

test('the course without adjustments is drawn only where they change anything; weeks show what is ahead alone', () => {
  expect(chartPoints({ grain: 'month', history, points: points.slice(0, 1) }).at(-1)!.base).toBeNull()
  const week = { ...point, base: null, period: '2026-11-02' }
  expect(chartPoints({ grain: 'week', history, points: [week] })).toEqual([
    { period: '2026-11-02', actual: null, cleaned: null, mean: 5, p10: 2, p90: 9, base: null, lastYear: null },
  ])
})

test('marks stand at the points they touch; those outside the drawing are left out, labels that would meet too', () => {
  const drawn = chartPoints({ grain: 'month', history, points })
  const marks = chartMarks(
    [
      { title: 'Before', fromDay: '2023-08-01', toDay: '2024-04-30' },
      { title: 'A promotion of two months', fromDay: '2024-05-31', toDay: '2024-06-01' },
      { title: 'One', fromDay: '2026-11-05', toDay: '2026-11-09' },
      { title: 'Two', fromDay: '2026-12-31', toDay: '2027-06-30' },
    ],
    drawn,
    'month',
  )
  expect(marks.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [30, 30],
    [31, 31],
  ])
  expect(markLabels(marks)).toEqual(['A promotion o…', '', ''])
})
