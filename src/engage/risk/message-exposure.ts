import type { CapInfo, CapMessage } from './cap.ts'
import { hazardOf, probabilityOf } from './hazard.ts'
import { isInside, kilometresBetween, type Point } from './sphere.ts'

export type NamedPlace = Point & {
  /** What its city is called, in any language, for areas that are told by name alone. */
  cities: readonly string[]
}

export type MessageExposure = {
  /** Index of the place asked about. */
  site: number
  probability: number
  /** When the danger begins; milliseconds. */
  arrivesAt: number
  /** How it was found: within a drawn area, or by the name of its city where an area is told in words alone. */
  by: 'area' | 'name'
}

/** Below it a warning is no reason to ring somebody up. */
const leastProbability = 0.1

/** Places that a message warns, each once with its surest part. */
export function messageExposures({ sent, infos }: CapMessage, places: readonly NamedPlace[]): MessageExposure[] {
  const found = new Map<number, MessageExposure>()
  for (const info of infos) {
    if (info.urgency === 'Past' || info.responses.includes('AllClear')) continue
    const certain = probabilityOf[info.certainty]
    if (certain < leastProbability) continue
    const arrivesAt = Date.parse(info.onset ?? info.effective ?? sent)
    places.forEach((place, site) => {
      const by = reaches(info, place)
      if (!by) return
      // A name may be that of the county beside.
      const probability = by === 'area' ? certain : certain / 2
      const known = found.get(site)
      if (!known || known.probability < probability) found.set(site, { site, probability, arrivesAt, by })
    })
  }
  return [...found.values()]
}

function reaches({ areas }: CapInfo, place: NamedPlace): 'area' | 'name' | null {
  let named = false
  for (const { polygons, circles, description } of areas) {
    if (polygons.some(ring => isInside(place, ring))) return 'area'
    // A circle without a radius is a spot, such as an epicentre: nothing lies within it.
    if (circles.some(({ centre, radiusKm }) => radiusKm > 0 && kilometresBetween(centre, place) <= radiusKm))
      return 'area'
    if (polygons.length === 0 && circles.length === 0 && place.cities.some(city => isNamedIn(city, description)))
      named = true
  }
  return named ? 'name' : null
}

/** As a whole word where the language has blanks. */
function isNamedIn(city: string, description: string): boolean {
  if (city.length < 2) return false
  if (/\p{Script=Han}/u.test(city)) return description.includes(city)
  const word = city.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(^|[^\\p{L}])${word}($|[^\\p{L}])`, 'iu').test(description)
}

/** Title and hazard of an alert, by the part in the reader's language or else the first. */
export function titleOf(message: CapMessage): string {
  const [info] = message.infos
  return info?.headline ?? info?.event ?? message.note ?? message.identifier
}

export const hazardOfMessage = (message: CapMessage) => (message.infos[0] ? hazardOf(message.infos[0]) : 'other')
