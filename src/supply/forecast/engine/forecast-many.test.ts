import { expect, test } from 'vitest'
import { forecastMany, type NamedSeries } from './forecast-many.server.ts'
import { forecastSeries } from './forecast-series.ts'

async function all<Each>(source: AsyncIterable<Each>): Promise<Each[]> {
  const found: Each[] = []
  for await (const each of source) found.push(each)
  return found
}

/** Series of a company: some seasonal, some intermittent, some short with a season of sisters, some with gaps. */
const company: NamedSeries[] = Array.from({ length: 300 }, (_, at) => ({
  id: `item ${at}`,
  values: Array.from({ length: 6 + ((at * 7) % 40) }, (_, t) => {
    if (at % 5 === 0 && t === 4) return Number.NaN
    if (at % 3 === 0) return (t * 31 + at * 17) % 6 === 0 ? 12 : 0
    return 100 + 30 * Math.sin((2 * Math.PI * t) / 12) + ((t * 37 + at * 11) % 23)
  }),
  sister: at % 4 === 0 ? Float64Array.from({ length: 12 }, (_, place) => (place < 6 ? 1.2 : 0.8)) : undefined,
}))
const options = { period: 12, horizon: 6 }

test('threads forecast as one alone does, in the order that was asked', async () => {
  const expected = company.map(({ id, values, sister }) => ({ id, ...forecastSeries(values, { ...options, sister }) }))
  expect(await all(forecastMany(company, { ...options, threads: 2 }))).toEqual(expected)
  expect(await all(forecastMany(company, { ...options, threads: 1 }))).toEqual(expected)
})

test('the order of series changes no forecast', async () => {
  const forwards = await all(forecastMany(company, options))
  const backwards = await all(forecastMany(company.toReversed(), options))
  expect(backwards.toReversed()).toEqual(forwards)
})

test('no series is no forecast', async () => {
  expect(await all(forecastMany([], options))).toEqual([])
})

test('series are read as they are needed, and no further when nobody reads on', async () => {
  let read = 0
  function* endless(): Generator<NamedSeries> {
    for (;;) {
      read += 1
      yield company[read % company.length]!
    }
  }
  let seen = 0
  for await (const { mean } of forecastMany(endless(), { ...options, threads: 2 })) {
    expect(mean).toHaveLength(6)
    seen += 1
    if (seen === 10) break
  }
  expect(read).toBeLessThan(5_000)
})

test('a source that fails ends the reading with its own error', async () => {
  function* broken(): Generator<NamedSeries> {
    yield* company
    throw new Error('the disk is gone')
  }
  await expect(all(forecastMany(broken(), options))).rejects.toThrow('the disk is gone')
})

test('a period that is none is refused, also by a thread', async () => {
  await expect(all(forecastMany(company, { period: 0, horizon: 6 }))).rejects.toThrow('0 is not a number of points')
})
