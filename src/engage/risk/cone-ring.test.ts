import { expect, test } from 'vitest'
import { coneRing } from './cone-ring.ts'
import { displaced, isInside, kilometresBetween } from './sphere.ts'

const now = { latitude: 23, longitude: 125 }
const later = (eastKm: number, northKm: number, radiusKm: number) => ({ ...displaced(now, eastKm, northKm), radiusKm })
/** It turns to the north and is ever less certain. */
const circles = [
  later(0, 0, 0),
  later(-200, 200, 90),
  later(-350, 450, 200),
  later(-420, 650, 330),
  later(-400, 900, 480),
]

test('holds every circle: what lies just within one is within the outline', () => {
  const ring = coneRing(circles)
  expect(ring[0]).toEqual(ring.at(-1))
  for (const { radiusKm, ...centre } of circles.slice(1)) {
    for (const bearing of [0, 1, 2, 3, 4, 5, 6]) {
      const within = displaced(centre, 0.9 * radiusKm * Math.sin(bearing), 0.9 * radiusKm * Math.cos(bearing))
      expect(isInside(within, ring)).toBe(true)
    }
  }
})

test('no corner of the outline lies within a circle, and none far from all of them', () => {
  for (const point of coneRing(circles)) {
    const beyond = circles.map(circle => kilometresBetween(circle, point) - circle.radiusKm)
    expect(Math.min(...beyond)).toBeGreaterThan(-10)
    expect(Math.min(...beyond)).toBeLessThan(10)
  }
})

test('one place, or circles within one another, have no cone', () => {
  expect(coneRing(circles.slice(0, 1))).toEqual([])
  expect(coneRing([later(0, 0, 100), later(10, 0, 300)])).toEqual([])
})
