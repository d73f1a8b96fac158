import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import type { LandMask } from './possible-tracks.ts'

let loading: Promise<LandMask> | undefined

/** Land or sea from Natural Earth 1:50 million, to a tenth of a degree; read once, when the first storm is looked at. */
export function landMask(): Promise<LandMask> {
  loading ??= read()
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/** Parts of a degree. */
const fineness = 10

async function read(): Promise<LandMask> {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
  const topology = JSON.parse(await readFile(file, 'utf8')) as Topology
  const { features } = feature(topology, topology.objects.land!) as FeatureCollection
  const rings = features.flatMap(({ geometry }) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon
    return type === 'Polygon' ? coordinates : coordinates.flat()
  })
  // A row's crossings with all coasts, from west to east: land lies between an odd one and the next.
  const rows = new Map<number, number[]>()
  const crossingsOf = (row: number): number[] => {
    const known = rows.get(row)
    if (known) return known
    // Not on a round figure, where a coast might have a corner.
    const latitude = (row + 0.4987) / fineness
    const crossings: number[] = []
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [[ax, ay], [bx, by]] = [ring[i - 1] as [number, number], ring[i] as [number, number]]
        if (ay > latitude !== by > latitude) crossings.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax))
      }
    crossings.sort((a, b) => a - b)
    rows.set(row, crossings)
    return crossings
  }
  return (latitude, longitude) => {
    const crossings = crossingsOf(Math.floor(latitude * fineness))
    const east = crossings.findIndex(crossing => crossing > longitude)
    return (east < 0 ? crossings.length : east) % 2 === 1
  }
}
