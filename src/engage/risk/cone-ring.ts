import { displaced, kilometresBetween, type Point } from './sphere.ts'

type Circle = Point & { radiusKm: number }

/**
 * The outline of circles along a way, as a cone is drawn: down its right side, around the last circle, back on the left.
 * Where a wide circle holds the side of another, that side is left out. Closed; empty for fewer than two circles.
 */
export function coneRing(circles: readonly Circle[]): Point[] {
  if (circles.length < 2) return []
  const right: Point[] = []
  const left: Point[] = []
  circles.forEach((circle, index) => {
    const direction = directionAt(circles, index)
    right.push(aside(circle, direction + Math.PI / 2))
    left.unshift(aside(circle, direction - Math.PI / 2))
  })
  const last = circles.at(-1)!
  const ahead = directionAt(circles, circles.length - 1)
  const cap = Array.from({ length: 7 }, (_, step) => aside(last, ahead + Math.PI / 2 - ((step + 1) * Math.PI) / 8))
  const isOutside = (point: Point) =>
    circles.every(circle => kilometresBetween(circle, point) >= circle.radiusKm * (1 - tolerance))
  const outline = [...right, ...cap, ...left].filter(isOutside)
  return outline.length < 3 ? [] : [...outline, outline[0]!]
}

/** A circle's own side may fall short of its radius by as much: the plane is curved. */
const tolerance = 0.02

/** Clockwise from north, in radians. */
function directionAt(circles: readonly Circle[], index: number): number {
  const from = circles[Math.max(0, index - 1)]!
  const to = circles[Math.min(circles.length - 1, index + 1)]!
  const narrowing = Math.cos((((from.latitude + to.latitude) / 2) * Math.PI) / 180)
  return Math.atan2((to.longitude - from.longitude) * narrowing, to.latitude - from.latitude)
}

const aside = (circle: Circle, bearing: number): Point =>
  displaced(circle, circle.radiusKm * Math.sin(bearing), circle.radiusKm * Math.cos(bearing))
