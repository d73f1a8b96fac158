import { geoCircle } from 'd3-geo'
import type { Country } from './base-map.ts'
import { type Cluster, clustered, clusterRadius, type Spot } from './cluster.ts'
import type { MapColours } from './map-colours.ts'
import type { MapLine, MapPoint, MapShape, Town } from './map-shapes.ts'
import { bounds, fromScreen, type Place, project, type Size, toScreen, type View } from './mercator.ts'

export type Drawn = {
  countries: readonly Country[]
  towns: readonly Town[]
  shapes: readonly MapShape[]
  lines: readonly MapLine[]
  points: readonly MapPoint[]
  marked: string | number | null
  clustering: boolean
}

const cellPixels = 40

/** Draws everything from the sea up; answers where the points and clusters came to lie, topmost last. */
export function drawMap(
  canvas: CanvasRenderingContext2D,
  view: View,
  size: Size,
  drawn: Drawn,
  colours: MapColours,
  ratio: number,
): Cluster<MapPoint>[] {
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0)
  canvas.fillStyle = colours.sea
  canvas.fillRect(0, 0, size.width, size.height)
  drawGraticule(canvas, view, size, colours)
  drawCountries(canvas, view, size, drawn.countries, colours, ratio)
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0)
  for (const shape of drawn.shapes) drawShape(canvas, view, size, shape, colours)
  for (const line of drawn.lines) drawLine(canvas, view, size, line, colours)
  const clusters = clustersOf(view, size, drawn)
  drawTowns(canvas, view, size, drawn.towns, clusters, colours)
  for (const cluster of clusters) drawCluster(canvas, cluster, drawn.marked, colours)
  return clusters
}

/** A step in degrees that leaves lines about 120 pixels apart. */
function graticuleStep(view: View): number {
  const wanted = (120 * 360) / view.world
  return [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30].find(step => step >= wanted) ?? 30
}

function drawGraticule(canvas: CanvasRenderingContext2D, view: View, size: Size, colours: MapColours): void {
  const { north, south, west, east } = bounds(view, size)
  const step = graticuleStep(view)
  canvas.strokeStyle = colours.graticule
  canvas.lineWidth = 1
  canvas.beginPath()
  for (let longitude = Math.ceil(west / step) * step; longitude <= east; longitude += step) {
    const { x } = toScreen(project({ latitude: 0, longitude }), view, size)
    canvas.moveTo(Math.round(x) + 0.5, 0)
    canvas.lineTo(Math.round(x) + 0.5, size.height)
  }
  for (let latitude = Math.ceil(south / step) * step; latitude <= north; latitude += step) {
    const { y } = toScreen(project({ latitude, longitude: 0 }), view, size)
    canvas.moveTo(0, Math.round(y) + 0.5)
    canvas.lineTo(size.width, Math.round(y) + 0.5)
  }
  canvas.stroke()
}

function drawCountries(
  canvas: CanvasRenderingContext2D,
  view: View,
  size: Size,
  countries: readonly Country[],
  colours: MapColours,
  ratio: number,
): void {
  const topLeft = fromScreen({ x: 0, y: 0 }, view, size)
  const bottomRight = fromScreen({ x: size.width, y: size.height }, view, size)
  const scale = view.world * ratio
  canvas.setTransform(scale, 0, 0, scale, -topLeft.x * scale, -topLeft.y * scale)
  canvas.fillStyle = colours.land
  canvas.strokeStyle = colours.border
  canvas.lineWidth = 0.8 / view.world
  for (const { path, left, right, top, bottom } of countries) {
    if (right < topLeft.x || left > bottomRight.x || bottom < topLeft.y || top > bottomRight.y) continue
    canvas.fill(path, 'evenodd')
    canvas.stroke(path)
  }
}

function trace(canvas: CanvasRenderingContext2D, places: readonly Place[], view: View, size: Size): void {
  canvas.beginPath()
  places.forEach((place, index) => {
    const { x, y } = toScreen(project(place), view, size)
    if (index === 0) canvas.moveTo(x, y)
    else canvas.lineTo(x, y)
  })
}

/** Degrees of arc of a length on the mean sphere. */
const degreesOf = (kilometres: number): number => (kilometres / 6371.0088) * (180 / Math.PI)

function ringOf(shape: MapShape): readonly Place[] {
  if ('ring' in shape) return shape.ring
  const { centre, radiusKm } = shape
  const circle = geoCircle().center([centre.longitude, centre.latitude]).radius(degreesOf(radiusKm)).precision(4)()
  return circle.coordinates[0]!.map(([longitude, latitude]) => {
    // d3 keeps longitudes within ±180; near the date line a ring must not jump over the world.
    const turns = Math.round((longitude! - centre.longitude) / 360)
    return { latitude: latitude!, longitude: longitude! - turns * 360 }
  })
}

function drawShape(
  canvas: CanvasRenderingContext2D,
  view: View,
  size: Size,
  shape: MapShape,
  colours: MapColours,
): void {
  const tone = colours.tones[shape.tone ?? 'warning']
  trace(canvas, ringOf(shape), view, size)
  canvas.closePath()
  if (!shape.hollow) {
    canvas.globalAlpha = 0.16
    canvas.fillStyle = tone.line
    canvas.fill()
    canvas.globalAlpha = 1
  }
  canvas.strokeStyle = tone.line
  canvas.lineWidth = 1
  canvas.setLineDash(shape.hollow ? [4, 4] : [])
  canvas.stroke()
  canvas.setLineDash([])
}

function drawLine(canvas: CanvasRenderingContext2D, view: View, size: Size, line: MapLine, colours: MapColours): void {
  trace(canvas, line.places, view, size)
  canvas.strokeStyle = colours.tones[line.tone ?? 'accent'].line
  canvas.lineWidth = line.width ?? 2
  canvas.lineJoin = 'round'
  canvas.setLineDash(line.dashed ? [6, 5] : [])
  canvas.stroke()
  canvas.setLineDash([])
}

function clustersOf(view: View, size: Size, { points, clustering, marked }: Drawn): Cluster<MapPoint>[] {
  const spots: Spot<MapPoint>[] = []
  for (const item of points) {
    const { x, y } = toScreen(project(item), view, size)
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) continue
    spots.push({ item, x, y, radius: item.size ?? 7 })
  }
  const origin = toScreen({ x: 0, y: 0 }, view, size)
  const clusters = clustering
    ? clustered(spots, cellPixels, origin.x, origin.y)
    : spots.map(spot => ({ x: spot.x, y: spot.y, members: [spot] }))
  const isMarked = (cluster: Cluster<MapPoint>) => cluster.members.some(({ item }) => item.id === marked)
  // Small ones above large ones, the chosen one above all.
  return clusters.sort(
    (a, b) => Number(isMarked(a)) - Number(isMarked(b)) || (b.members[0]?.radius ?? 0) - (a.members[0]?.radius ?? 0),
  )
}

function drawCluster(
  canvas: CanvasRenderingContext2D,
  cluster: Cluster<MapPoint>,
  marked: string | number | null,
  colours: MapColours,
): void {
  const { members } = cluster
  const [{ item, radius: own }] = members as [Spot<MapPoint>]
  const single = members.length === 1
  const radius = single ? own : clusterRadius(members.length)
  const tone = colours.tones[single ? (item.tone ?? 'accent') : 'accent']
  canvas.beginPath()
  canvas.arc(cluster.x, cluster.y, radius, 0, 2 * Math.PI)
  canvas.fillStyle = single ? tone.fill : colours.paper
  canvas.fill()
  canvas.strokeStyle = tone.line
  canvas.lineWidth = members.some(({ item: { id } }) => id === marked) ? 3.5 : 1.5
  canvas.stroke()
  const words = single ? item.letter : String(members.length)
  if (!words) return
  canvas.fillStyle = tone.line
  canvas.font = `600 ${single ? Math.min(12, Math.max(9, radius * 1.15)) : 12}px ${colours.font}`
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  canvas.fillText(words, cluster.x, cluster.y + 0.5)
}

/** Names of towns, the largest first; one that would overlap another or a point is left out. */
function drawTowns(
  canvas: CanvasRenderingContext2D,
  view: View,
  size: Size,
  towns: readonly Town[],
  clusters: readonly Cluster<MapPoint>[],
  colours: MapColours,
): void {
  const taken = clusters.map(({ x, y }) => ({ left: x - 14, right: x + 14, top: y - 12, bottom: y + 12 }))
  canvas.font = `11px ${colours.font}`
  canvas.textAlign = 'left'
  canvas.textBaseline = 'middle'
  for (const town of towns) {
    const { x, y } = toScreen(project(town), view, size)
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue
    const box = { left: x - 3, right: x + 8 + canvas.measureText(town.name).width, top: y - 8, bottom: y + 8 }
    if (
      taken.some(
        other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
      )
    )
      continue
    taken.push(box)
    canvas.fillStyle = colours.town
    canvas.fillRect(x - 1.5, y - 1.5, 3, 3)
    canvas.lineWidth = 3
    canvas.strokeStyle = colours.land
    canvas.strokeText(town.name, x + 6, y)
    canvas.fillText(town.name, x + 6, y)
  }
}
