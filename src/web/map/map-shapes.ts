import type { Place } from './mercator.ts'

/** The colour of a mark by its meaning; tiers have their own tints. */
export type MapTone = 'accent' | 'quiet' | 'danger' | 'warning' | 'profit' | 'platinum' | 'gold' | 'silver' | 'special'

export type MapPoint = Place & {
  id: string | number
  label: string
  tone?: MapTone
  /** One or two characters inside, so that colour is never alone. */
  letter?: string
  /** Radius in pixels; 7 where it is not given. */
  size?: number
  /** More words for the hover, below the label. */
  hint?: string
}

export type MapLine = {
  id: string | number
  places: readonly Place[]
  tone?: MapTone
  dashed?: boolean
  /** In pixels; 2 where it is not given. */
  width?: number
}

/** An area: a ring of places, or a circle on the sphere. */
export type MapShape = {
  id: string | number
  tone?: MapTone
  /** Only its edge is drawn. */
  hollow?: boolean
} & ({ ring: readonly Place[] } | { centre: Place; radiusKm: number })

/** A town in grey, for orientation. */
export type Town = Place & { name: string; population: number }
