/** From this wind on (knots, sustained) a storm is counted as a gale. */
export const galeKnots = 34

/**
 * Mean radius of gale winds (34 knots) by the storm's greatest wind, km: round figures after the mean radii published for
 * the western North Pacific (about 110 km for a young storm, 200 to 280 km for a typhoon). 0 below a gale.
 */
const radii: readonly (readonly [knots: number, km: number])[] = [
  [34, 110],
  [50, 170],
  [64, 210],
  [80, 240],
  [100, 270],
  [120, 290],
]

export function galeRadius(knots: number | null): number {
  if (knots === null || knots < galeKnots) return 0
  const above = radii.findIndex(([limit]) => limit >= knots)
  if (above < 0) return radii.at(-1)![1]
  if (above === 0) return radii[0]![1]
  const [[low, from], [high, to]] = [radii[above - 1]!, radii[above]!]
  return from + ((knots - low) / (high - low)) * (to - from)
}

/**
 * Kaplan & DeMaria (1995), knots and hours: over land a wind first loses a tenth, then decays to 26.7 knots at 0.095 an
 * hour; far from the sea it is lower still.
 */
const background = 26.7
const decayAnHour = 0.095
const firstLoss = 0.9
const inland = { slope: 0.0109, level: -0.0503, until: 50 }

/**
 * The wind of a storm some hours after it came over land with this wind, knots; never more than that.
 *
 * @param kilometres how far its centre has come from where it crossed the coast
 */
export function windOverLand(atLandfall: number, hours: number, kilometres: number): number {
  if (hours <= 0) return atLandfall
  const decayed = background + (firstLoss * atLandfall - background) * Math.exp(-decayAnHour * hours)
  const time = hours * Math.max(0, inland.until - hours)
  const farther = (inland.slope * Math.log(Math.max(1, kilometres)) + inland.level) * time
  return Math.max(0, Math.min(atLandfall, decayed - Math.max(0, farther)))
}

/**
 * How far the gale reaches a place, as a share of its radius over the sea: a place with land all around feels about two
 * thirds of the wind, and that reaches half as far.
 *
 * @param landShare of the surroundings within 150 km, 0 to 1
 */
export function reachInland(landShare: number): number {
  const openTo = 0.65
  return landShare <= openTo ? 1 : 1 - (0.5 * (landShare - openTo)) / (1 - openTo)
}
