import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { landMask } from './land.server.ts'
import type { LandMask } from './possible-tracks.ts'
import { displaced, isInside, kilometresBetween } from './sphere.ts'
import { outlookAt, stormExposures } from './storm-exposure.ts'
import { galeRadius, reachInland, windOverLand } from './storm-wind.ts'
import { closestApproach, extrapolate, type Fix, hour, positionAt } from './track.ts'
import { readTracks } from './track-file.ts'

const file = '../shared/data/typhoon/tracks.csv'
const taizhou = { latitude: 28.66, longitude: 121.42 }

let isLand: LandMask
beforeAll(async () => {
  isLand = await landMask()
})

describe('geometry', () => {
  test('a degree of the equator is 111.2 km, and a step comes back', () => {
    expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(111.195, 2)
    const there = displaced(taizhou, 300, -400)
    expect(kilometresBetween(taizhou, there)).toBeCloseTo(500, 6)
    expect(displaced({ latitude: 0, longitude: 179.9 }, 100, 0).longitude).toBeLessThan(-179)
  })

  test('a corner does not count twice', () => {
    const ring = [
      { latitude: 0, longitude: 0 },
      { latitude: 1, longitude: 1 },
      { latitude: 0, longitude: 2 },
      { latitude: -1, longitude: 1 },
      { latitude: 0, longitude: 0 },
    ]
    expect(isInside({ latitude: 0, longitude: 1 }, ring)).toBe(true)
    expect(isInside({ latitude: 0, longitude: -1 }, ring)).toBe(false)
    expect(isInside({ latitude: 0, longitude: 3 }, ring)).toBe(false)
  })

  test('land and sea of Zhejiang', () => {
    expect(isLand(28.66, 121.2)).toBe(true)
    expect(isLand(28.66, 123)).toBe(false)
    expect(isLand(23.8, 121)).toBe(true)
    expect(isLand(24.5, 119.5)).toBe(false)
  })
})

describe('a storm', () => {
  const fix = (hours: number, latitude: number, longitude: number, wind: number | null = 80): Fix => ({
    at: hours * hour,
    latitude,
    longitude,
    wind,
  })
  const straight = [fix(0, 20, 130), fix(6, 20.5, 129.5), fix(12, 21, 129)]

  test('is halfway between two fixes halfway between their hours, nowhere before or after', () => {
    const middle = positionAt(straight, 3 * hour)!
    expect(middle.latitude).toBeCloseTo(20.25, 2)
    expect(positionAt(straight, -1)).toBeNull()
    expect(positionAt(straight, 12 * hour + 1)).toBeNull()
  })

  test('goes on as it went, ever less so', () => {
    const path = extrapolate(straight, 24)
    expect(path).toHaveLength(9)
    expect(path[0]).toMatchObject({ latitude: 21, longitude: 129, at: 12 * hour })
    expect(path.at(-1)!.latitude).toBeGreaterThan(22.5)
    expect(path.at(-1)!.longitude).toBeLessThan(127.5)
  })

  test('a forecast in force is followed in the place of the extrapolation', () => {
    const points = [24, 48].map(hours => ({ ...fix(12 + hours, 21, 129 + hours / 6), radiusKm: null }))
    const known = outlookAt(straight, [{ issuedAt: 12 * hour, points }], 13 * hour)!
    expect(known.by).toBe('advisory')
    expect(known.expected.at(-1)!.longitude).toBeGreaterThan(136)
    const before = outlookAt(straight, [{ issuedAt: 12 * hour, points }], 11 * hour)!
    expect(before.by).toBe('extrapolation')
    const later = [...straight, fix(25, 22, 128)]
    expect(outlookAt(later, [{ issuedAt: 12 * hour, points }], 25 * hour)!.by).toBe('extrapolation')
  })

  test('only what was known then counts', () => {
    const early = outlookAt(straight, [], 6 * hour)!
    expect(early.seen).toHaveLength(2)
    expect(outlookAt(straight, [], -1)).toBeNull()
  })

  test('without gale winds warns nobody', () => {
    const weak = straight.map(each => ({ ...each, wind: null }))
    const under = [{ latitude: 21, longitude: 129 }]
    expect(stormExposures(outlookAt(weak, [], 12 * hour)!, under, isLand)).toEqual([])
    expect(stormExposures(outlookAt(straight, [], 12 * hour)!, under, isLand)).toMatchObject([
      { hit: true, probability: 1 },
    ])
  })

  test('its gale grows with its wind and begins at 34 knots', () => {
    expect([galeRadius(null), galeRadius(33.9), galeRadius(34), galeRadius(57), galeRadius(150)]).toEqual([
      0, 0, 110, 190, 290,
    ])
  })

  test('over land the wind decays as Kaplan and DeMaria measured', () => {
    expect(windOverLand(100, 0, 0)).toBe(100)
    expect(windOverLand(100, 6, 50)).toBeCloseTo(26.7 + 63.3 * Math.exp(-0.57), 6)
    expect(windOverLand(100, 14, 400)).toBeLessThan(windOverLand(100, 14, 50))
    expect(windOverLand(40, 1, 10)).toBeLessThan(40)
  })

  test('inland the gale reaches half as far', () => {
    expect([reachInland(0), reachInland(0.65), reachInland(1)]).toEqual([1, 1, 0.5])
  })
})

describe.skipIf(!existsSync(file))(
  'six storms replayed hour by hour (skipped where ../shared/data/typhoon is not there)',
  () => {
    const storms = existsSync(file) ? readTracks(readFileSync(file, 'utf8')).storms : []
    const replay = (key: string, places: { latitude: number; longitude: number }[]) => {
      const { fixes } = storms.find(storm => storm.key === key)!
      const first = new Map<number, number>()
      for (let now = fixes[0]!.at; now <= fixes.at(-1)!.at; now += hour) {
        const outlook = outlookAt(fixes, [], now)!
        for (const { site, hit } of stormExposures(outlook, places, isLand))
          if (!hit && !first.has(site)) first.set(site, now)
      }
      return { fixes, first }
    }

    test('the file holds six storms with 228 fixes', () => {
      expect(storms.map(storm => storm.key)).toHaveLength(6)
      expect(storms.reduce((sum, storm) => sum + storm.fixes.length, 0)).toBe(228)
    })

    test('sites in Taizhou are warned of Rananim at least 36 hours before it is nearest, sites 400 km inland never', () => {
      const coast = [
        taizhou,
        { latitude: 28.37524, longitude: 121.38416 }, // Wenling
        { latitude: 28.69844, longitude: 121.47331 }, // Jiaojiang
        { latitude: 28.85535, longitude: 121.1447 }, // Linhai
        { latitude: 28.13832, longitude: 121.22621 }, // Yuhuan
        { latitude: 28.58633, longitude: 121.36998 }, // Luqiao
      ]
      const inland = [
        { latitude: 28.68, longitude: 115.86 }, // Nanchang
        { latitude: 28.66, longitude: 117.33 }, // 400 km west of Taizhou
        { latitude: 29.7, longitude: 116 }, // Jiujiang
        { latitude: 30.58, longitude: 114.27 }, // Wuhan
        { latitude: 31.86, longitude: 117.28 }, // Hefei
      ]
      const { fixes, first } = replay('2004219N15137', [...coast, ...inland])
      coast.forEach((place, site) => {
        const lead = (closestApproach(fixes, place)!.at - first.get(site)!) / hour
        expect(lead).toBeGreaterThanOrEqual(36)
      })
      expect(inland.map((_, index) => first.has(coast.length + index))).toEqual(inland.map(() => false))
    })

    test('a storm that turns away is let go: Nanchang is warned by none of the six', () => {
      for (const { key } of storms) expect(replay(key, [{ latitude: 28.68, longitude: 115.86 }]).first.size).toBe(0)
    }, 30_000)
  },
)
