import { density, probability } from '../reasonable/normal.ts'

/** A way by which a shipment may go. */
export type Way = {
  /** Usual days to the door, and their standard deviation. */
  days: number
  daysDeviation: number
  /** Freight of this shipment in base currency. */
  cost: number
}

/** What may hold a way up. A way that no storm touches has probability 0. */
export type StormRisk = {
  /** Of being held up, 0 to 1. */
  probability: number
  /** Days by which a shipment is then late, in the mean. */
  delayDays: number
}

/** What of one product waits for the shipment. Quantities in units, margin in base currency per unit. */
export type Waiting = {
  onHand: number
  /** Due to arrive by other shipments before this one. */
  arriving: number
  shipped: number
  dailyDemand: number
  /** Standard deviation of one day's demand. */
  demandDeviation: number
  unitMargin: number
}

/** Five equally likely points of a normal distribution, in standard deviations: its means of fifths. */
const fifths = [-1.399_81, -0.531_903, 0, 0.531_903, 1.399_81]

/**
 * Units of one product that cannot be sold while a shipment is under way: the expected shortage of stock against the
 * demand until it arrives, over the days it may take and over being held up or not. Never more than the shipment
 * brings: what it could not have covered is not its loss. Demand is normal (Silver, Pyke & Thomas 2017, 7.2).
 */
export function expectedLostUnits(way: Way, storm: StormRisk, waiting: Waiting): number {
  const calm = lostOver(way, 0, waiting)
  if (storm.probability <= 0) return calm
  return calm * (1 - storm.probability) + lostOver(way, storm.delayDays, waiting) * storm.probability
}

function lostOver(way: Way, delay: number, waiting: Waiting): number {
  const { onHand, arriving, shipped, dailyDemand, demandDeviation } = waiting
  let sum = 0
  for (const fifth of fifths) {
    const days = Math.max(0, way.days + delay + fifth * way.daysDeviation)
    sum += Math.min(shipped, expectedShortage(dailyDemand * days, demandDeviation * Math.sqrt(days), onHand + arriving))
  }
  return sum / fifths.length
}

/** Mean of what a normal demand exceeds the stock by: σ·(φ(z) − z·(1 − Φ(z))) with z = (stock − mean) / σ. */
function expectedShortage(mean: number, deviation: number, stock: number): number {
  if (deviation <= 0) return Math.max(0, mean - stock)
  const z = (stock - mean) / deviation
  return Math.max(0, deviation * (density(z) - z * (1 - probability(z))))
}

export type Choice = {
  /** Margin lost in expectation on the usual and on the other way, in base currency. */
  usualLoss: number
  otherLoss: number
  saved: number
  extraCost: number
  /** Saved less extra cost; the other way pays when it is above zero. */
  gain: number
  pays: boolean
  /** Probability of the storm from which the other way pays; null where it never does, 0 where it pays anyway. */
  breakEven: number | null
}

/**
 * Whether a shipment should leave its usual way (by sea at nine days with a risk) for another (by road at three days and
 * twice the cost): the margin that is expected to be saved against the extra cost. `usualStorm` is the risk on the usual
 * way, `otherStorm` that on the other.
 */
export function chooseWay(
  usual: Way,
  other: Way,
  usualStorm: StormRisk,
  otherStorm: StormRisk,
  waiting: readonly Waiting[],
): Choice {
  const loss = (way: Way, storm: StormRisk) =>
    waiting.reduce((sum, each) => sum + expectedLostUnits(way, storm, each) * Math.max(0, each.unitMargin), 0)
  const usualLoss = loss(usual, usualStorm)
  const otherLoss = loss(other, otherStorm)
  const saved = usualLoss - otherLoss
  const extraCost = other.cost - usual.cost
  const gain = saved - extraCost
  return { usualLoss, otherLoss, saved, extraCost, gain, pays: gain > 0, breakEven: breakEvenOf() }

  /** The loss on the usual way is linear in the storm's probability. */
  function breakEvenOf(): number | null {
    const calm = loss(usual, { ...usualStorm, probability: 0 })
    const struck = loss(usual, { ...usualStorm, probability: 1 })
    const needed = otherLoss + extraCost
    if (calm >= needed) return 0
    return struck <= needed ? null : (needed - calm) / (struck - calm)
  }
}
