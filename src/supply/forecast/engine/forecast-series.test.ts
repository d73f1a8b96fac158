import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastSeries, type SeriesForecast } from './forecast-series.ts'

const demand = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
  { maxLength: 70 },
)
const anything = fc.array(
  fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)),
  { maxLength: 70 },
)
const periods = fc.constantFrom(1, 4, 7, 12, 24)
const paths = ({ mean, p10, p50, p90 }: SeriesForecast) => [mean, p10, p50, p90]
const few = { numRuns: 150 }

test('whatever the series, the forecast is finite and its quantiles stand in order', () => {
  fc.assert(
    fc.property(anything, periods, fc.integer({ min: 1, max: 30 }), (values, period, horizon) => {
      const forecast = forecastSeries(values, { period, horizon })
      for (const path of paths(forecast)) {
        expect(path).toHaveLength(horizon)
        expect(path.every(Number.isFinite)).toBe(true)
      }
      const { p10, p50, p90, error } = forecast
      for (let step = 0; step < horizon; step++) {
        expect(p10[step]).toBeLessThanOrEqual(p50[step]!)
        expect(p50[step]).toBeLessThanOrEqual(p90[step]!)
      }
      for (const figure of Object.values(error)) expect(figure === null || Number.isFinite(figure)).toBe(true)
    }),
    few,
  )
})

test('demand is never forecast below 0', () => {
  fc.assert(
    fc.property(demand, periods, (values, period) => {
      for (const path of paths(forecastSeries(values, { period, horizon: 14 })))
        expect(path.every(value => value >= 0)).toBe(true)
    }),
    few,
  )
})

test('a series in pieces of a thousand is forecast as in pieces of one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }),
      periods,
      (values, period) => {
        const ones = forecastSeries(values, { period, horizon: 6 })
        const kilos = forecastSeries(
          values.map(value => value * 1_024),
          { period, horizon: 6 },
        )
        expect(kilos.method).toBe(ones.method)
        paths(kilos).forEach((path, at) => {
          path.forEach((value, step) => {
            expect(value / 1_024).toBeCloseTo(paths(ones)[at]![step]!, 9)
          })
        })
      },
    ),
    few,
  )
})

test('nothing looks ahead: values in the memory behind the series change nothing', () => {
  fc.assert(
    fc.property(demand, demand, periods, (past, future, period) => {
      const whole = Float64Array.from([...past, ...future])
      const before = forecastSeries(whole.subarray(0, past.length), { period, horizon: 8 })
      whole.fill(1e12, past.length)
      expect(forecastSeries(whole.subarray(0, past.length), { period, horizon: 8 })).toEqual(before)
    }),
    few,
  )
})

test('the same series gives the same forecast, whatever was forecast before it', () => {
  fc.assert(
    fc.property(demand, anything, periods, (values, other, period) => {
      const first = forecastSeries(values, { period, horizon: 5 })
      forecastSeries(other, { period: 4, horizon: 20 })
      expect(forecastSeries(values, { period, horizon: 5 })).toEqual(first)
    }),
    few,
  )
})

const wave = (n: number, period: number) =>
  Array.from({ length: n }, (_, t) => 100 + 40 * Math.sin((2 * Math.PI * t) / period))

describe('short and odd series', () => {
  test('nothing known is nothing expected', () => {
    expect([...forecastSeries([], { period: 12, horizon: 2 }).mean]).toEqual([0, 0])
    expect([...forecastSeries([Number.NaN, Number.NaN], { period: 12, horizon: 2 }).p90]).toEqual([0, 0])
  })

  test('one value, or always the same, goes on', () => {
    expect([...forecastSeries([7], { period: 12, horizon: 2 }).mean]).toEqual([7, 7])
    expect([...forecastSeries(Array(30).fill(4), { period: 12, horizon: 2 }).p10]).toEqual([4, 4])
    expect([...forecastSeries(Array(30).fill(0), { period: 12, horizon: 2 }).p90]).toEqual([0, 0])
  })

  test('a straight line goes on', () => {
    const { mean } = forecastSeries(
      Array.from({ length: 30 }, (_, t) => 10 + 3 * t),
      { period: 1, horizon: 4 },
    )
    ;[100, 103, 106, 109].forEach((value, step) => {
      expect(Math.abs(mean[step]! - value)).toBeLessThan(1)
    })
  })

  test('a season comes again', () => {
    const { mean } = forecastSeries(wave(60, 12), { period: 12, horizon: 12 })
    wave(72, 12)
      .slice(60)
      .forEach((value, step) => {
        expect(Math.abs(mean[step]! - value)).toBeLessThan(2)
      })
  })

  test('a gap is filled, and values missing at the end are forecast over', () => {
    const values = wave(48, 12)
    const holed = values.map((value, t) => (t === 20 || t === 33 || t > 46 ? Number.NaN : value))
    const { mean } = forecastSeries(holed, { period: 12, horizon: 3 })
    const whole = forecastSeries(values, { period: 12, horizon: 3 })
    mean.forEach((value, step) => {
      expect(Math.abs(value - whole.mean[step]!)).toBeLessThan(8)
    })
  })

  test('what was empty before the launch is not demand', () => {
    const { mean } = forecastSeries([...Array(20).fill(0), 50, 52, 49, 51, 50, 53, 50, 51], { period: 12, horizon: 2 })
    expect(mean[0]).toBeGreaterThan(45)
  })

  test('a series below 0 may be forecast below 0', () => {
    const { mean } = forecastSeries(
      Array.from({ length: 40 }, (_, t) => -50 + Math.cos(t * 1.7)),
      { period: 4, horizon: 3 },
    )
    expect(mean.every(value => value < -45)).toBe(true)
  })

  test('a period or a horizon of 0 or of half a point is refused', () => {
    expect(() => forecastSeries([1, 2], { period: 0, horizon: 2 })).toThrow(RangeError)
    expect(() => forecastSeries([1, 2], { period: 12, horizon: 1.5 })).toThrow(RangeError)
  })
})

describe('seasons', () => {
  const sister = Float64Array.from({ length: 12 }, (_, at) => (at < 6 ? 1.5 : 0.5))

  test('the season of sisters is used below two own seasons, and begins with the series', () => {
    const values = Array.from({ length: 10 }, (_, t) => 100 * sister[t % 12]! + (t % 3))
    const { mean } = forecastSeries(values, { period: 12, horizon: 4, sister })
    expect(mean[1]).toBeLessThan(70)
    expect(mean[3]).toBeGreaterThan(120)
    const without = forecastSeries(values, { period: 12, horizon: 4 })
    expect(without.mean[3]).toBeLessThan(100)
  })

  test('with two own seasons the sisters are not asked', () => {
    const values = wave(24, 12)
    expect(forecastSeries(values, { period: 12, horizon: 12, sister })).toEqual(
      forecastSeries(values, { period: 12, horizon: 12 }),
    )
  })

  test('Saturdays without a sale stay without, and the other days are none the worse for them', () => {
    const values = Array.from({ length: 70 }, (_, t) => (t % 7 === 5 ? 0 : 80 + 10 * (t % 7) + ((t * 13) % 5)))
    const { mean, p90 } = forecastSeries(values, { period: 7, horizon: 7 })
    expect([mean[5], p90[5]]).toEqual([0, 0])
    for (const day of [0, 1, 2, 3, 4, 6]) expect(Math.abs(mean[day]! - 82 - 10 * day)).toBeLessThan(6)
  })

  test('the week is found in hours of which only the day was said', () => {
    const hour = (t: number) => (Math.floor(t / 24) % 7 > 4 ? 20 : 100) * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 24))
    const noise = (t: number) => 1 + 0.02 * Math.sin(t * 7.3)
    const values = Array.from({ length: 24 * 7 * 5 }, (_, t) => hour(t) * noise(t))
    const { mean } = forecastSeries(values, { period: 24, horizon: 24 * 7 })
    let error = 0
    mean.forEach((value, step) => {
      error += Math.abs(value - hour(values.length + step)) / mean.length
    })
    expect(error).toBeLessThan(10)
  })
})

describe('intermittent demand', () => {
  const dozens = Array.from({ length: 48 }, (_, t) => ([3, 8, 9, 17, 22, 28, 31, 40, 44].includes(t) ? 12 : 0))

  test('is forecast as the demand of a mean month, with quantiles of whole packs', () => {
    const { mean, p10, p50, p90 } = forecastSeries(dozens, { period: 12, horizon: 3 })
    expect(mean[0]).toBeGreaterThan(1)
    expect(mean[0]).toBeLessThan(4)
    expect([p10[0], p50[0], p90[0]]).toEqual([0, 0, 12])
  })

  test('fades where nothing comes any more', () => {
    const dead = forecastSeries([...dozens, ...Array(36).fill(0)], { period: 12, horizon: 3 })
    expect(dead.mean[0]).toBeLessThan(0.3)
    expect(dead.p90[0]).toBe(0)
  })
})
