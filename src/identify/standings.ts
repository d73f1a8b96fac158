import type { StandingReason } from './explain-words.ts'
import { qualified } from './gates.ts'
import { nextStanding, type Standing } from './hysteresis.ts'
import type { Policy } from './policy.ts'
import type { Scorer } from './score.ts'
import { freshStandings, noCode, type Simulation, type StandingColumns, simulationFigures } from './simulate.ts'
import { ruledTiers } from './tier-rule.ts'

/** Where an account stands by one review. Tiers are codes (tier.ts), points hundredths. */
export interface StandingRow {
  readonly accountId: number
  /** Order by code. */
  readonly place: number
  readonly points: number
  /** 1 is the best by points; equal points share a rank. */
  readonly rank: number
  /** As shown, invitations and overrides included. */
  readonly tier: number
  /** After hysteresis, without invitation and override: what the next review starts from. */
  readonly earned: number
  /** By the rule alone. */
  readonly strict: number
  /** Reviews in a row below the margin. */
  readonly below: number
  /** Tier shown by the review before; null at the first. */
  readonly previousTier: number | null
  readonly reason: StandingReason
}

export type PreviousStanding = Standing & { readonly shown: number }
export type FixedTiers = ReadonlyMap<number, { readonly tier: number; readonly by: 'invited' | 'override' }>

/** The standings of all accounts at a review, after that of the review before, with tiers fixed by people. */
export function standingsAt(
  scorer: Scorer,
  policy: Policy,
  previous: ReadonlyMap<number, PreviousStanding>,
  fixed: FixedTiers,
): { rows: StandingRow[]; summary: Pick<Simulation, 'tiers' | 'flows' | 'moved'> } {
  const { table } = scorer
  const points = scorer.points(policy.criteria)
  const passed = qualified(table, policy)
  const { strict, lenient } = ruledTiers(table, policy, points, passed)
  const ranks = ranksOf(points)
  const rows = table.accounts.map((accountId, place): StandingRow => {
    const before = previous.get(accountId)
    const next = nextStanding(before ?? null, strict[place]!, lenient[place]!, policy.hysteresis.reviewsBeforeDemotion)
    const byPeople = fixed.get(accountId)
    const unqualified = passed[place] === 0 && next.tier === 0
    return {
      accountId,
      place,
      points: points[place]!,
      rank: ranks[place]!,
      tier: byPeople?.tier ?? next.tier,
      earned: next.tier,
      strict: strict[place]!,
      below: next.below,
      previousTier: before?.shown ?? null,
      reason: byPeople?.by ?? (unqualified && next.reason !== 'demoted' ? 'not qualified' : next.reason),
    }
  })
  const before = Uint8Array.from(rows, row => row.previousTier ?? 0)
  const after = Uint8Array.from(rows, row => row.tier)
  const { tiers, flows, moved } = simulationFigures(table, policy, before, after)
  return { rows, summary: { tiers, flows, moved } }
}

/** Equal points share the better rank. */
function ranksOf(points: Int32Array): Int32Array {
  const ascending = Int32Array.from(points).sort()
  const first = new Map<number, number>()
  for (let index = ascending.length - 1; index >= 0; index -= 1) {
    const value = ascending[index]!
    if (!first.has(value)) first.set(value, ascending.length - index)
  }
  return points.map(value => first.get(value)!)
}

/** Standings as columns for the simulator, in the order of the table's accounts; of others than `rows` nothing is said. */
export function standingColumns(
  accounts: readonly number[],
  current: ReadonlyMap<number, PreviousStanding>,
  fixed: FixedTiers,
  rows: Iterable<number> = accounts.keys(),
): StandingColumns {
  const columns = freshStandings(accounts.length)
  for (const row of rows) {
    const account = accounts[row]!
    const standing = current.get(account)
    if (standing) {
      columns.tiers[row] = standing.shown
      columns.earned[row] = standing.tier
      columns.below[row] = standing.below
    }
    columns.fixed[row] = fixed.get(account)?.tier ?? noCode
  }
  return columns
}
