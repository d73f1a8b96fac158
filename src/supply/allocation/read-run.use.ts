import { accountNames } from '../../accounts/account-names.server.ts'
import { tiers } from '../../identify/tier.ts'
import { Refusal } from '../../platform/refusal.ts'
import { productNames } from '../../products/product-names.server.ts'
import type { AllocationRun } from './allocation-run.ts'
import { findRun, findRunById, lastReleasedRun, listRuns } from './allocation-runs.store.ts'
import { type Allocation, allocationsOfRun, capacitiesOfRun, type RunSupply, supplyOfRun } from './allocations.store.ts'
import { gatherAgain } from './run-again.use.ts'
import type { Acting } from './run-inputs.server.ts'
import { totalsByTier, totalsOf } from './run-totals.ts'

export async function readRuns(acting: Acting, asked: { dropped: boolean; limit: number; cursor?: string }) {
  const states = asked.dropped ? (['dropped', 'undone'] as const) : (['draft', 'released'] as const)
  const rows = await listRuns(acting.db, {
    states,
    limit: asked.limit,
    after: asked.cursor ? Number(asked.cursor) : null,
  })
  const last = rows.length === asked.limit ? rows.at(-1) : undefined
  return { items: rows.map(shown), nextCursor: last ? String(last.id) : null }
}

/** The run with its totals, products, tiers, and whether what it was worked out from still holds. */
export async function readRun(acting: Acting, publicId: string) {
  const run = await found(acting, publicId)
  const [rows, supply, capacities, stale, previous] = await Promise.all([
    allocationsOfRun(acting.db, run.id),
    supplyOfRun(acting.db, run.id),
    capacitiesOfRun(acting.db, run.id),
    isStale(acting, run),
    previousOf(acting, run),
  ])
  const byProduct = Map.groupBy(rows, row => row.productId)
  const names = await productNames(acting.db, [...byProduct.keys()])
  return {
    ...shown(run),
    stale,
    previousName: previous?.name ?? null,
    totals: totalsOf(rows),
    tiers: totalsByTier(rows, [...tiers].reverse()),
    capacities: capacities.map(({ uses, ...capacity }) => ({ ...capacity, used: usedOf(uses, byProduct) })),
    products: supply
      .map(each => productOf(each, byProduct.get(each.productId) ?? [], names))
      .sort((a, b) => a.coverage - b.coverage || a.product.code.localeCompare(b.product.code)),
  }
}

/** The shares of one product, the greatest request first, each beside what the account got of it last time. */
export async function readRunRows(acting: Acting, publicId: string, productId: number) {
  const run = await found(acting, publicId)
  const previous = await previousOf(acting, run)
  const [rows, before] = await Promise.all([
    allocationsOfRun(acting.db, run.id, productId),
    previous ? allocationsOfRun(acting.db, previous.id, productId) : [],
  ])
  const accounts = await accountNames(acting.db, [...new Set(rows.map(row => row.accountId))])
  const last = new Map(before.map(row => [row.accountId, row]))
  const items = rows.map(({ id: _, accountId, productId: __, ...row }) => {
    const { code, name } = accounts.get(accountId)!
    const lastTime = last.get(accountId)
    return {
      ...row,
      account: { id: accountId, code, name },
      lastTime: lastTime ? { requested: lastTime.requested, allocated: lastTime.allocated } : null,
    }
  })
  return {
    items: items.sort(
      (a, b) => Number(b.requested) - Number(a.requested) || (a.account.code < b.account.code ? -1 : 1),
    ),
  }
}

export async function found({ db }: Pick<Acting, 'db'>, publicId: string): Promise<AllocationRun> {
  const run = await findRun(db, publicId)
  if (!run) throw new Refusal('allocation_run_not_found')
  return run
}

/** A draft is held against what was released last, a released run against what was then. */
async function previousOf({ db }: Acting, run: AllocationRun): Promise<AllocationRun | null> {
  if (run.state === 'draft') return lastReleasedRun(db, run.id)
  return run.previousRunId === null ? null : await findRunById(db, run.previousRunId)
}

async function isStale(acting: Acting, run: AllocationRun): Promise<boolean> {
  if (run.state !== 'draft') return false
  try {
    return (await gatherAgain(acting, run, [])).digest !== run.inputsDigest
  } catch (error) {
    // Its orders or supply have gone altogether.
    if (error instanceof Refusal) return true
    throw error
  }
}

function productOf(stock: RunSupply, rows: readonly Allocation[], names: Awaited<ReturnType<typeof productNames>>) {
  const { productId, ...supply } = stock
  const totals = totalsOf(rows)
  const requested = Number(totals.requested)
  const { code, name, category } = names.get(productId)!
  return {
    product: { id: productId, code, name, category },
    ...supply,
    ...totals,
    limitedBy: rows[0]?.reason.limitedBy ?? [],
    reach: rows[0]?.reason.reach ?? ('all' as const),
    coverage: requested === 0 ? 1 : Math.min(1, Number(supply.withinCapacity ?? supply.quantity) / requested),
  }
}

function usedOf(uses: { productId: number; perUnit: string }[], rows: ReadonlyMap<number, Allocation[]>): number {
  return uses.reduce(
    (sum, use) => sum + Number(use.perUnit) * Number(totalsOf(rows.get(use.productId) ?? []).allocated),
    0,
  )
}

export function shown<Run extends AllocationRun>({ id: _, inputsDigest: __, previousRunId: ___, ...run }: Run) {
  return run
}
