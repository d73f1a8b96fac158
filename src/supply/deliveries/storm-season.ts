import type { Hazard } from '../../engage/risk/hazard.ts'
import type { Mode } from './delivery.ts'
import type { StormRisk } from './transport-choice.ts'

/** Days by which weather holds a consignment up where none was seen yet: ports close longer than roads. */
const usualDelay: Record<Mode, number> = {
  sea: 5,
  air: 1,
  'air charter': 1,
  road: 1,
  rail: 2,
  courier: 1,
  other: 2,
}

/** What stops a mode: ships and planes wait for wind, lorries and trains for water and snow as well. */
const stoppedBy: Record<Mode, readonly Hazard[]> = {
  sea: ['storm', 'wind', 'tsunami'],
  air: ['storm', 'wind', 'thunderstorm', 'snow'],
  'air charter': ['storm', 'wind', 'thunderstorm', 'snow'],
  road: ['storm', 'flood', 'rain', 'snow', 'earthquake'],
  rail: ['storm', 'flood', 'rain', 'snow', 'earthquake'],
  courier: ['storm', 'flood', 'snow', 'earthquake'],
  other: ['storm', 'flood', 'snow', 'earthquake'],
}

export const stops = (hazard: Hazard, mode: Mode): boolean => stoppedBy[mode].includes(hazard)

export type Seen = { mode: Mode; month: number; arrived: number; heldUp: number; heldUpDays: number }

/** Where a probability comes from: an alert in force, the same month of past years, or nothing. */
export type RiskSource = 'alert' | 'season' | 'none'

/**
 * How likely weather holds up a consignment that goes by a mode in a month, and for how many days in the mean. An alert
 * in force that reaches the place while it is under way counts by its probability; else the share of consignments that
 * were held up in that month of the years seen.
 */
export function stormRisk(
  mode: Mode,
  month: number,
  seen: readonly Seen[],
  alert: { probability: number } | null,
): StormRisk & { source: RiskSource; consignments: number } {
  const ofMode = seen.filter(each => each.mode === mode)
  const heldUp = ofMode.reduce((sum, each) => sum + each.heldUp, 0)
  const heldUpDays = ofMode.reduce((sum, each) => sum + each.heldUpDays, 0)
  const delayDays = heldUp > 0 ? heldUpDays / heldUp : usualDelay[mode]
  const ofMonth = ofMode.find(each => each.month === month)
  const season = ofMonth && ofMonth.arrived > 0 ? ofMonth.heldUp / ofMonth.arrived : 0
  const consignments = ofMonth?.arrived ?? 0
  if (alert && alert.probability > season)
    return { probability: alert.probability, delayDays, source: 'alert', consignments }
  return { probability: season, delayDays, source: season > 0 ? 'season' : 'none', consignments }
}
