import { Refusal } from '../platform/refusal.ts'
import { currentDirectory, figuresAsOf } from './figures.server.ts'
import type { MeasureTable } from './measure-table.ts'
import type { Policy } from './policy.ts'
import { policyInForce } from './policy.use.ts'
import { type StandingColumns, simulate, simulationFigures } from './simulate.ts'
import { type CurrentStanding, currentStanding, previousStandings, type ReadingAt } from './standing.use.ts'
import { standingColumns } from './standings.ts'
import { type Tier, tierCode, tierOf } from './tier.ts'

export interface SimulationRequest {
  policy: Policy
  mode: 'next review' | 'settled'
  moves: number
  from?: Tier
  to?: Tier
}

/**
 * What a policy would do, against the standing in force. The measures of all accounts stay in the process, so that a
 * step costs milliseconds. Refused as `ledger_empty`.
 */
export async function simulatePolicy(context: ReadingAt, request: SimulationRequest) {
  const { policy, mode } = request
  const [figures, standing, inForce, directory] = await Promise.all([
    figuresAsOf(context, policy.windowMonths),
    currentStanding(context),
    policyInForce(context.db),
    currentDirectory(context),
  ])
  if (!figures || !standing) throw new Refusal('ledger_empty')
  const started = performance.now()
  const { scorer } = figures
  const { table } = scorer
  const before = columnsOf(table, standing)
  const result = simulate(scorer, policy, before, mode)
  const now = simulationFigures(table, inForce.policy, before.tiers, before.tiers)
  const milliseconds = performance.now() - started
  return {
    window: { from: figures.window.from, to: figures.window.to },
    accounts: table.size,
    basis: table.basis,
    tiers: [...result.tiers],
    before: [...now.tiers],
    flows: [...result.flows],
    moved: result.moved,
    entitlementCost: result.entitlementCost,
    entitlementCostBefore: now.entitlementCost,
    moves: movesNamed(request, before.tiers, result.after).map(row => {
      const account = table.accounts[row]!
      const entry = directory.byId.get(account)
      return {
        account: { id: account, code: entry?.code ?? '', name: entry?.name ?? '' },
        from: tierOf(before.tiers[row]!),
        to: tierOf(result.after[row]!),
        points: result.points[row]! / 100,
        contribution: table.amounts.contribution[row] ?? null,
      }
    }),
    milliseconds,
  }

  function movesNamed(
    { moves, from, to }: SimulationRequest,
    tiersBefore: Uint8Array,
    tiersAfter: Uint8Array,
  ): number[] {
    const rows: number[] = []
    for (const row of table.order) {
      if (rows.length >= moves) break
      const fits =
        (from === undefined || tiersBefore[row] === tierCode(from)) &&
        (to === undefined || tiersAfter[row] === tierCode(to))
      if (tiersBefore[row] !== tiersAfter[row] && fits) rows.push(row)
    }
    return rows
  }
}

const columns = new WeakMap<CurrentStanding, { table: MeasureTable; columns: StandingColumns }>()

/** Made once for the same standing and figures: looking up 100,000 accounts costs more than simulating them. */
function columnsOf(table: MeasureTable, standing: CurrentStanding): StandingColumns {
  const known = columns.get(standing)
  if (known?.table === table) return known.columns
  // A provisional standing protects nobody: the first review starts from nothing.
  const provisional = standing.review.state === 'provisional'
  const made = standingColumns(
    table.accounts,
    provisional ? new Map() : previousStandings(standing.rows),
    standing.fixed,
  )
  if (provisional) {
    table.accounts.forEach((account, row) => {
      made.tiers[row] = standing.byAccount.get(account)?.tier ?? 0
    })
  }
  columns.set(standing, { table, columns: made })
  return made
}
