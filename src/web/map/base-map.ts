import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { project } from './mercator.ts'

/** A country as a path of the world of 1 × 1, with its box there to leave it out when it is not in sight. */
export type Country = { path: Path2D; left: number; right: number; top: number; bottom: number }

export type Detail = 'coarse' | 'fine'

/** Natural Earth by way of world-atlas: 1:50 million for a continent, 1:10 million once a province fills the screen. */
const files: Record<Detail, () => Promise<{ default: unknown }>> = {
  coarse: () => import('world-atlas/countries-50m.json'),
  fine: () => import('world-atlas/countries-10m.json'),
}

/** The width of the world in pixels from which the fine coasts are worth their 1.2 MB. */
export const fineFrom = 14_000

const loaded = new Map<Detail, Promise<Country[]>>()

/** The countries of the bundled atlas, made into paths once; nothing is asked of another server. */
export function countries(detail: Detail): Promise<Country[]> {
  const known = loaded.get(detail)
  if (known) return known
  const made = files[detail]().then(file => pathsOf(file.default as Topology))
  made.catch(() => loaded.delete(detail))
  loaded.set(detail, made)
  return made
}

function pathsOf(topology: Topology): Country[] {
  const collection = feature(topology, topology.objects.countries!) as FeatureCollection
  return collection.features.flatMap(each => countryOf(each as Feature<Polygon | MultiPolygon>) ?? [])
}

function countryOf({ geometry }: Feature<Polygon | MultiPolygon>): Country | null {
  if (!geometry) return null
  const polygons: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const country = { path: new Path2D(), left: 1, right: 0, top: 1, bottom: 0 }
  for (const ring of polygons.flat()) {
    ring.forEach(([longitude, latitude], index) => {
      const { x, y } = project({ latitude: latitude!, longitude: longitude! })
      if (index === 0) country.path.moveTo(x, y)
      else country.path.lineTo(x, y)
      country.left = Math.min(country.left, x)
      country.right = Math.max(country.right, x)
      country.top = Math.min(country.top, y)
      country.bottom = Math.max(country.bottom, y)
    })
    country.path.closePath()
  }
  return country
}
