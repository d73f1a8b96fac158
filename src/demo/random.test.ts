import { describe, expect, it } from 'vitest'
import { exponential, Random } from './random.ts'

describe('random numbers of the demo', () => {
  it('come out the same for the same name and differ for another', () => {
    const draw = (...names: (string | number)[]) => {
      const random = new Random(...names)
      return [random.next(), random.next(), random.integer(1, 1_000_000)]
    }
    expect(draw('a', 1)).toEqual(draw('a', 1))
    expect(draw('a', 1)).not.toEqual(draw('a', 2))
  })

  it('are spread evenly between 0 and 1', () => {
    const random = new Random('even')
    const counts = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 100_000; draw++) {
      const tenth = Math.floor(random.next() * 10)
      counts[tenth] = (counts[tenth] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  it('have the mean and the spread that are asked for', () => {
    const random = new Random('moments')
    const draws = Array.from({ length: 50_000 }, () => random.normal())
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(1, 1)
    const counts = Array.from({ length: 50_000 }, () => random.poisson(3.5))
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(3.5, 1)
  })

  it('pick by weight and never what weighs nothing', () => {
    const random = new Random('weights')
    const counts = [0, 0, 0]
    for (let draw = 0; draw < 10_000; draw++) {
      const index = random.weighted([3, 3, 4])
      counts[index] = (counts[index] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    expect((counts[0] ?? 0) / 10_000).toBeCloseTo(0.75, 1)
  })

  it('use an exponential that agrees with the usual one', () => {
    for (const x of [-30, -4, -0.5, 0, 0.1, 1, 3, 8]) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 10)
  })
})
