import { expect, test } from 'vitest'
import { clustered } from './cluster.ts'
import { bounds, fitted, fromScreen, pannedBy, project, toScreen, unproject, zoomedAt } from './mercator.ts'

const size = { width: 800, height: 600 }
const ningbo = { latitude: 29.87819, longitude: 121.54945 }
const taizhou = { latitude: 28.66266, longitude: 121.43312 }

test('a place comes back from the map where it was', () => {
  const back = unproject(project(ningbo))
  expect(back.latitude).toBeCloseTo(ningbo.latitude, 9)
  expect(back.longitude).toBeCloseTo(ningbo.longitude, 9)
  expect(project({ latitude: 0, longitude: 0 })).toEqual({ x: 0.5, y: 0.5 })
})

test('the poles stay on the map', () => {
  expect(project({ latitude: 90, longitude: 0 }).y).toBeGreaterThan(0)
  expect(project({ latitude: -90, longitude: 0 }).y).toBeLessThan(1)
})

test('a zoom leaves the spot under the pointer where it is', () => {
  const view = fitted([ningbo, taizhou], size)
  const spot = { x: 100, y: 500 }
  const before = unproject(fromScreen(spot, view, size))
  const after = unproject(fromScreen(spot, zoomedAt(view, size, 3, spot), size))
  expect(after.latitude).toBeCloseTo(before.latitude, 6)
  expect(after.longitude).toBeCloseTo(before.longitude, 6)
})

test('a pan by pixels moves what is shown by as many', () => {
  const view = fitted([ningbo], size)
  const before = toScreen(project(ningbo), view, size)
  const after = toScreen(project(ningbo), pannedBy(view, 30, -20), size)
  expect(after.x - before.x).toBeCloseTo(30, 6)
  expect(after.y - before.y).toBeCloseTo(-20, 6)
})

test('the first view shows every place, a single one with its province', () => {
  const view = fitted([ningbo, taizhou], size)
  const { north, south, west, east } = bounds(view, size)
  for (const { latitude, longitude } of [ningbo, taizhou]) {
    expect(latitude).toBeGreaterThan(south)
    expect(latitude).toBeLessThan(north)
    expect(longitude).toBeGreaterThan(west)
    expect(longitude).toBeLessThan(east)
  }
  const alone = bounds(fitted([ningbo], size), size)
  expect(alone.east - alone.west).toBeGreaterThan(3)
})

test('points close together become one disc, and a pan takes none apart', () => {
  const spots = [
    { item: 'a', x: 10, y: 10, radius: 7 },
    { item: 'b', x: 20, y: 14, radius: 7 },
    { item: 'c', x: 300, y: 200, radius: 7 },
  ]
  const names = (clusters: { members: { item: string }[] }[]) => clusters.map(({ members }) => members.map(m => m.item))
  expect(names(clustered(spots, 40, 0, 0))).toEqual([['a', 'b'], ['c']])
  const panned = spots.map(spot => ({ ...spot, x: spot.x + 33, y: spot.y + 21 }))
  expect(names(clustered(panned, 40, 33, 21))).toEqual([['a', 'b'], ['c']])
})
