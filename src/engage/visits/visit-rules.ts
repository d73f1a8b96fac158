import type { Tier } from '../../identify/tier.ts'
import type { Recurrence } from './recurrence.ts'
import type { HolidayRule } from './working-days.ts'

/** How often a tier is visited, and for how long; null: not regularly. */
export type TierCadence = Pick<Recurrence, 'every' | 'interval'> & { minutes: number }

/** What the department agreed on for all visits. */
export type VisitRules = {
  byTier: Record<Tier, TierCadence | null>
  /** Holiday region of our own country, such as CN; null: no calendar of ours is respected. */
  ourRegion: string | null
  /** What happens to a visit on a holiday unless its cadence says otherwise. */
  onHoliday: HolidayRule
  /** Usual working days, ISO: 1 is Monday. */
  workdays: number[]
  /** Wall clock; visits are planned within. */
  dayStart: string
  dayEnd: string
  /** Visits are made this many weeks ahead. */
  horizonWeeks: number
  /** Minutes either way within which a visit counts as begun on time. */
  toleranceMinutes: number
  /** Days after which a visit of which nobody said anything counts as missed. */
  missedAfterDays: number
  /** Most visits a person makes on one day. */
  visitsPerDay: number
  /** Road kilometres for one kilometre of great circle, and how fast one drives. */
  detourFactor: number
  kilometresPerHour: number
  /** Share of working time that belongs to key accounts. */
  keyShareTarget: number
}

/** In force until somebody changes them. The road's figures: detour 1.3 is the usual circuity of road networks (Ballou et al. 2002, Transportation Research A 36). */
export const defaultVisitRules: VisitRules = {
  byTier: {
    platinum: { every: 'week', interval: 1, minutes: 90 },
    gold: { every: 'week', interval: 2, minutes: 60 },
    silver: { every: 'month', interval: 1, minutes: 60 },
    special: { every: 'month', interval: 1, minutes: 60 },
    regular: null,
  },
  ourRegion: null,
  onHoliday: 'next',
  workdays: [1, 2, 3, 4, 5],
  dayStart: '08:30',
  dayEnd: '18:00',
  horizonWeeks: 8,
  toleranceMinutes: 60,
  missedAfterDays: 14,
  visitsPerDay: 5,
  detourFactor: 1.3,
  kilometresPerHour: 45,
  keyShareTarget: 0.8,
}
