import type { MeasureTable } from './measure-table.ts'
import type { Policy, TierRule } from './policy.ts'

/** Tier codes (tier.ts) by the rule alone, before the past of an account is considered. */
export interface RuledTiers {
  /** The tier that is earned. */
  readonly strict: Uint8Array
  /** The highest tier that may be kept: the same rule with the margin of the hysteresis forgiven; never below strict. */
  readonly lenient: Uint8Array
  /**
   * What the tier takes, by code: hundredths of points (points, quota) or the share before the account (contribution);
   * null where nobody can earn it.
   */
  readonly bounds: readonly (number | null)[]
}

const highestPoints = 10_000

/** `points` in hundredths; accounts that are not `qualified` are regular. */
export function ruledTiers(table: MeasureTable, policy: Policy, points: Int32Array, qualified: Uint8Array): RuledTiers {
  const { tiers, hysteresis } = policy
  if (tiers.by === 'contribution') return byContribution(table, tiers, hysteresis.margin / 100, qualified)
  if (tiers.by === 'quota') return byQuota(table, tiers, hysteresis.margin, points, qualified)
  const bounds = [tiers.silver, tiers.gold, tiers.platinum].map(hundredths)
  const strict = laddered(points, qualified, bounds)
  const lenient = laddered(
    points,
    qualified,
    bounds.map(bound => bound - hundredths(hysteresis.margin)),
  )
  return { strict, lenient, bounds: [null, ...bounds] }
}

const hundredths = (points: number): number => Math.round(points * 100)

/** Code 1, 2, 3 by how many of the three ascending bounds are reached. */
function laddered(points: Int32Array, qualified: Uint8Array, bounds: readonly (number | null)[]): Uint8Array {
  const [silver, gold, platinum] = bounds.map(bound => bound ?? Number.POSITIVE_INFINITY) as [number, number, number]
  const codes = new Uint8Array(points.length)
  for (let row = 0; row < codes.length; row += 1) {
    if (qualified[row] === 0) continue
    const value = points[row]!
    codes[row] = value >= platinum ? 3 : value >= gold ? 2 : value >= silver ? 1 : 0
  }
  return codes
}

/** Places go to the best by points; where points are equal, to the larger contribution, then to the lower code. */
function byQuota(
  table: MeasureTable,
  quota: Extract<TierRule, { by: 'quota' }>,
  margin: number,
  points: Int32Array,
  qualified: Uint8Array,
): RuledTiers {
  const places = [quota.platinum, quota.gold, quota.silver].map(each =>
    quota.of === 'accounts' ? Math.floor(each) : Math.ceil(each * table.size - 1e-9),
  )
  const counted = new Int32Array(highestPoints + 1)
  for (let row = 0; row < points.length; row += 1) if (qualified[row] === 1) counted[points[row]!]! += 1

  // Rank of the first account with these points, from the best down.
  const nextRank = new Int32Array(highestPoints + 1)
  let before = 0
  for (let value = highestPoints; value >= 0; value -= 1) {
    nextRank[value] = before
    before += counted[value]!
  }
  const [platinum, gold, silver] = cumulated(places) as [number, number, number]
  const strict = new Uint8Array(points.length)
  const bounds: (number | null)[] = [null, null, null, null]
  for (const row of table.order) {
    if (qualified[row] === 0) continue
    const rank = nextRank[points[row]!]!++
    const code = rank < platinum ? 3 : rank < gold ? 2 : rank < silver ? 1 : 0
    strict[row] = code
    if (code > 0) bounds[code] = Math.min(bounds[code] ?? highestPoints, points[row]!)
  }
  const forgiven = bounds.slice(1).map(bound => (bound === null ? null : bound - hundredths(margin)))
  const lenient = laddered(points, qualified, forgiven)
  for (let row = 0; row < lenient.length; row += 1) if (lenient[row]! < strict[row]!) lenient[row] = strict[row]!
  return { strict, lenient, bounds }
}

const cumulated = (places: readonly number[]): number[] => {
  let sum = 0
  return places.map(place => {
    sum += place
    return sum
  })
}

function byContribution(
  { shareBefore }: MeasureTable,
  rule: Extract<TierRule, { by: 'contribution' }>,
  margin: number,
  qualified: Uint8Array,
): RuledTiers {
  const codes = (forgiven: number) => {
    const found = new Uint8Array(shareBefore.length)
    for (let row = 0; row < found.length; row += 1) {
      const before = shareBefore[row]!
      if (qualified[row] === 0 || before === Number.POSITIVE_INFINITY) continue
      found[row] =
        before < rule.platinum + forgiven
          ? 3
          : before < rule.gold + forgiven
            ? 2
            : before < rule.silver + forgiven
              ? 1
              : 0
    }
    return found
  }
  return { strict: codes(0), lenient: codes(margin), bounds: [null, rule.silver, rule.gold, rule.platinum] }
}
