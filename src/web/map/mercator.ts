/** Where on earth, in degrees, north and east positive. */
export type Place = { latitude: number; longitude: number }

/** What a map shows: the middle as Web Mercator fractions of the world (0..1, y downwards), and its width in pixels. */
export type View = { x: number; y: number; world: number }

export type Size = { width: number; height: number }

/** Beyond it Mercator is of no use, and the poles lie at infinity. */
const northmost = 85

export const smallestWorld = 320
/** One pixel is then about 10 m at the equator. */
export const largestWorld = 4_000_000

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Spherical Web Mercator (EPSG:3857), scaled to a world of 1 × 1. */
export function project({ latitude, longitude }: Place): { x: number; y: number } {
  const phi = (clamp(latitude, -northmost, northmost) * Math.PI) / 180
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI) }
}

export function unproject({ x, y }: { x: number; y: number }): Place {
  return {
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
    longitude: (x - 0.5) * 360,
  }
}

export const toScreen = (at: { x: number; y: number }, view: View, size: Size): { x: number; y: number } => ({
  x: (at.x - view.x) * view.world + size.width / 2,
  y: (at.y - view.y) * view.world + size.height / 2,
})

export const fromScreen = (at: { x: number; y: number }, view: View, size: Size): { x: number; y: number } => ({
  x: (at.x - size.width / 2) / view.world + view.x,
  y: (at.y - size.height / 2) / view.world + view.y,
})

/** Keeps the middle on the map and the size sensible. */
export function bounded(view: View): View {
  return {
    x: clamp(view.x, 0, 1),
    y: clamp(view.y, 0.02, 0.98),
    world: clamp(view.world, smallestWorld, largestWorld),
  }
}

export const pannedBy = (view: View, dx: number, dy: number): View =>
  bounded({ ...view, x: view.x - dx / view.world, y: view.y - dy / view.world })

/** Larger or smaller by a factor while the spot under `at` (pixels) stays where it is. */
export function zoomedAt(view: View, size: Size, factor: number, at: { x: number; y: number }): View {
  const spot = fromScreen(at, view, size)
  const world = clamp(view.world * factor, smallestWorld, largestWorld)
  return bounded({
    x: spot.x - (at.x - size.width / 2) / world,
    y: spot.y - (at.y - size.height / 2) / world,
    world,
  })
}

/** The view that shows all places with a margin; a single one at the size of a province. */
export function fitted(places: readonly Place[], size: Size, margin = 48): View {
  if (places.length === 0) return { x: 0.5, y: 0.42, world: Math.max(size.width, smallestWorld) }
  const [first, ...others] = places.map(project)
  const box = { left: first!.x, right: first!.x, top: first!.y, bottom: first!.y }
  for (const { x, y } of others) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  const wide = Math.max(40, size.width - 2 * margin) / Math.max(box.right - box.left, 1e-9)
  const high = Math.max(40, size.height - 2 * margin) / Math.max(box.bottom - box.top, 1e-9)
  // One spot alone is shown with its province, several no nearer than a city.
  const nearest = box.left === box.right && box.top === box.bottom ? 40_000 : 200_000
  return bounded({
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    world: Math.min(wide, high, nearest),
  })
}

/** The corners of what is shown. */
export function bounds(view: View, size: Size): { north: number; south: number; west: number; east: number } {
  const topLeft = unproject(fromScreen({ x: 0, y: 0 }, view, size))
  const bottomRight = unproject(fromScreen({ x: size.width, y: size.height }, view, size))
  return {
    north: clamp(topLeft.latitude, -90, 90),
    south: clamp(bottomRight.latitude, -90, 90),
    west: clamp(topLeft.longitude, -180, 180),
    east: clamp(bottomRight.longitude, -180, 180),
  }
}
