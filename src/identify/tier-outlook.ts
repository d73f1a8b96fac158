import { createExplainer, type WayUp } from './explain.ts'
import { qualified } from './gates.ts'
import type { Policy } from './policy.ts'
import type { Scorer } from './score.ts'
import { noCode, type StandingColumns, standingAfter } from './simulate.ts'
import { tierCode } from './tier.ts'
import { ruledTiers } from './tier-rule.ts'

/** What the next review would change for an account by today's figures, or nearly. Tiers are codes (tier.ts). */
export interface TierOutlook {
  readonly account: number
  /** falling: loses its tier. rising: gains one. near: keeps its own, and little is missing for the next. */
  readonly what: 'falling' | 'rising' | 'near'
  readonly from: number
  readonly to: number
  /** What alone would be enough to keep the tier (falling) or to reach the next (near); money where money can do it. */
  readonly way: WayUp | null
}

/** Within so many hundredths of points, or so much of the share of contribution, the next tier is near. */
const nearPoints = 300
const nearShare = 0.02

/** More than this part of what an account has today is not little. */
const mostEffort = 0.15

const money = ['contribution', 'margin', 'revenue']

/** Accounts in `rows` (all unless given) whose tier is about to change at the next review; fixed tiers stay out. */
export type Outlook = (before: StandingColumns, rows?: Iterable<number>) => TierOutlook[]

/** What the rule says of everybody is worked out once, for whichever accounts are then asked about. */
export function createOutlook(scorer: Scorer, policy: Policy): Outlook {
  const { table } = scorer
  const points = scorer.points(policy.criteria)
  const passed = qualified(table, policy)
  const { strict, lenient, bounds } = ruledTiers(table, policy, points, passed)
  const byShare = policy.tiers.by === 'contribution'
  const explainer = createExplainer(scorer, policy)
  const nextFrom = (row: number, standing: number) => {
    const next = explainer.explain(row, standing).next
    const ways = next?.ways ?? []
    return {
      tier: next ? tierCode(next.tier) : null,
      way: ways.find(way => money.includes(way.measure)) ?? ways[0] ?? null,
    }
  }
  const isNear = (row: number, tier: number): boolean => {
    const bound = bounds.find((each, code) => code > tier && each !== null)
    if (bound == null || passed[row] === 0) return false
    return byShare ? table.shareBefore[row]! < bound + nearShare : points[row]! >= bound - nearPoints
  }
  return (before, rows = table.accounts.keys()) => {
    const found: TierOutlook[] = []
    for (const row of rows) {
      if (before.fixed[row] !== noCode || before.tiers[row] === tierCode('special')) continue
      const account = table.accounts[row]!
      const from = before.tiers[row]!
      const to = standingAfter(before, row, strict[row]!, lenient[row]!, policy.hysteresis.reviewsBeforeDemotion)
      if (to < from) found.push({ account, what: 'falling', from, to, way: nextFrom(row, from - 1).way })
      else if (to > from) found.push({ account, what: 'rising', from, to, way: null })
      else if (isNear(row, from)) {
        const { tier, way } = nextFrom(row, from)
        if (tier !== null && way && Number(way.more) <= mostEffort * Math.abs(Number(way.from)))
          found.push({ account, what: 'near', from, to: tier, way })
      }
    }
    return found
  }
}
