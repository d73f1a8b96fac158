import { ledgerVersion } from '../ledger/ledger.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { readSettings } from '../platform/settings.server.ts'
import { type Curve, chartPoints, curveOf, losingAmongTopFifth } from './curve.ts'
import { sumAmounts } from './exact-amount.ts'
import { type RankedSums, rankedSums, spanOf } from './figures.server.ts'
import { guardKeys } from './guards.ts'
import { type FindingsNow, findingsNow } from './guards.use.ts'
import { measureKeys } from './measures.ts'
import { costCoverage } from './ranking.ts'
import { simulationFigures } from './simulate.ts'
import { currentStanding, type ReadingAt } from './standing.use.ts'

export interface AskedWindow {
  from?: string
  to?: string
}

/** Curves, tiles, tiers and guards. The curves are of the window asked for, tiers and guards of the standing's own. */
export async function readOverview(context: ReadingAt, { from, to }: AskedWindow) {
  if (from !== undefined && to !== undefined && from > to) throw new Refusal('term_over', { from, until: to })
  const version = await ledgerVersion(context.db)
  const [span, sums, settings, standing] = await Promise.all([
    spanOf(context, version),
    rankedSums(context, { from, to }),
    readSettings(context.db),
    currentStanding(context),
  ])
  return {
    window: { from: from ?? span?.from ?? null, to: to ?? span?.to ?? null },
    ledger: { from: span?.from ?? null, to: span?.to ?? null },
    currency: settings.baseCurrency,
    ledgerVersion: version,
    ...curvesOf(sums),
    standing: standing ? reviewBrief(standing.review) : null,
    ...(await standingTiles(context)),
  }
}

const drawn = new WeakMap<readonly RankedSums[], ReturnType<typeof drawCurves>>()

/** Drawn once for the same sums. */
function curvesOf(sums: readonly RankedSums[]) {
  const known = drawn.get(sums) ?? drawCurves(sums)
  drawn.set(sums, known)
  return known
}

function drawCurves(sums: readonly RankedSums[]) {
  const revenue = curveOf(sums.map(row => row.revenue))
  const margin = curveOf(sums.map(row => row.margin))
  const contribution = curveOf(sums.map(row => row.contribution))
  const costs = sums.some(row => row.costToServe !== '0') ? sumAmounts(sums.map(row => row.costToServe)) : null
  return {
    totals: {
      accounts: sums.length,
      documents: sums.reduce((sum, row) => sum + row.documents, 0),
      lines: sums.reduce((sum, row) => sum + row.lines, 0),
      revenue: revenue.total ?? '0',
      margin: margin.total,
      costToServe: costs,
      contribution: contribution.total,
      costCoverage: costCoverage(sums, revenue.total),
    },
    curves: { revenue: curveTold(revenue), margin: curveTold(margin), contribution: curveTold(contribution) },
    lossMakingInTopFifthByRevenue: {
      margin: losingAmongTopFifth(revenue, margin),
      contribution: losingAmongTopFifth(revenue, contribution),
    },
  }
}

export const reviewBrief = (review: {
  id: number
  state: 'provisional' | 'confirmed'
  asOf: string
  policyVersion: number
  policyName: string
}) => ({
  reviewId: review.id,
  state: review.state,
  asOf: review.asOf,
  policyVersion: review.policyVersion,
  policyName: review.policyName,
})

function curveTold(curve: Curve) {
  const { order: _, column: __, ...figures } = curve
  return { ...figures, points: chartPoints(curve) }
}

const tiles = new WeakMap<FindingsNow, ReturnType<typeof makeTiles>>()

/** Tiers, guards and coverage over the policy's own window; the same until one of them changes. */
async function standingTiles(context: ReadingAt) {
  const now = await findingsNow(context)
  const made = tiles.get(now) ?? makeTiles(now)
  tiles.set(now, made)
  return made
}

function makeTiles({ findings, figures, standing, policy }: FindingsNow) {
  if (!figures || !standing) return { tiers: [], guards: [], coverage: [] }
  const { table } = figures.scorer
  const codes = Uint8Array.from(table.accounts, account => standing.byAccount.get(account)?.tier ?? 0)
  return {
    tiers: [...simulationFigures(table, policy.policy, codes, codes).tiers],
    guards: guardKeys.map(guard => {
      const own = findings.filter(finding => finding.guard === guard)
      return { guard, findings: own.length, atStake: sumAmounts(own.map(finding => finding.atStake)) }
    }),
    coverage: measureKeys.map(measure => ({ measure, known: figures.scorer.known(measure).length, of: table.size })),
  }
}

/** From-to flows of the last confirmed review. */
export async function readMovements(context: ReadingAt) {
  const standing = await currentStanding(context)
  if (standing?.review.state !== 'confirmed') return { reviewId: null, asOf: null, flows: [] }
  return { reviewId: standing.review.id, asOf: standing.review.asOf, flows: [...standing.review.summary.flows] }
}
