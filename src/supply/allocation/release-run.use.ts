import { Decimal } from 'decimal.js'
import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openOrderLines, setAllocatedQuantities } from '../orders/orders.server.ts'
import {
  type AllocatedLine,
  confirmedSince,
  linesOfRun,
  sharedAgainAfter,
  sharesBefore,
} from './allocation-lines.store.ts'
import type { AllocationRun } from './allocation-run.ts'
import { lockReleases, lockRun, moveRun } from './allocation-runs.store.ts'
import { type Allocation, allocationsOfRun } from './allocations.store.ts'
import { gatherAgain, lockDraft } from './run-again.use.ts'
import type { Acting } from './run-inputs.server.ts'

/**
 * Makes a draft binding: order lines get their shares, and each account may read its own. Refused where orders, supply or
 * earlier shares have changed since it was worked out.
 * @throws Refusal as lockDraft; allocation_stale
 */
export async function releaseRun(acting: Acting, publicId: string, version: number): Promise<void> {
  await acting.db.transaction().execute(async db => {
    await lockReleases(db)
    const run = await lockDraft(db, publicId, version)
    const { digest } = await gatherAgain({ db }, run, [])
    if (digest !== run.inputsDigest) throw new Refusal('allocation_stale')
    const lines = await sharedLines(db, run)
    const quantities = lines.map(line => ({ orderLineId: line.orderLineId, quantity: line.allocated }))
    if ((await setAllocatedQuantities(db, acting.actor, run.id, quantities)) !== lines.length) {
      throw new Refusal('allocation_stale')
    }
    await moveRun(db, run.id, 'released', acting.actor, acting.clock.now())
    await record(db, acting, run, 'release')
  })
}

/**
 * Takes a release back as long as nothing of it has been confirmed to anybody; the orders then wait as before.
 * @throws Refusal allocation_run_not_found, allocation_changed_meanwhile, allocation_not_released, allocation_confirmed,
 * allocation_built_upon
 */
export async function undoRelease(acting: Acting, publicId: string, version: number): Promise<void> {
  await acting.db.transaction().execute(async db => {
    await lockReleases(db)
    const run = await lockRun(db, publicId)
    if (!run) throw new Refusal('allocation_run_not_found')
    if (run.state !== 'released') throw new Refusal('allocation_not_released', { state: run.state })
    if (run.version !== version) throw new Refusal('allocation_changed_meanwhile')
    const confirmed = await confirmedSince(db, run.id)
    if (confirmed) throw new Refusal('allocation_confirmed', { order: confirmed })
    const later = await sharedAgainAfter(db, run.id)
    if (later) throw new Refusal('allocation_built_upon', { name: later })
    const shares = await sharesBefore(db, run.id)
    for (const [runId, lines] of Map.groupBy(shares, share => share.runId ?? run.id)) {
      await setAllocatedQuantities(db, acting.actor, runId, lines)
    }
    await moveRun(db, run.id, 'undone', acting.actor, acting.clock.now())
    await record(db, acting, run, 'undo release')
  })
}

/** Lines that a release writes: those not confirmed yet, whose quantity is therefore still open. */
async function sharedLines(db: Db, run: AllocationRun): Promise<AllocatedLine[]> {
  const lines = await linesOfRun(db, run.id)
  const open = new Map((await openOrderLines(db)).map(line => [line.orderLineId, line]))
  return lines.filter(line => open.get(line.orderLineId)?.confirmedQuantity === null)
}

/** One entry for the run, and one for each account on whose page it is read. */
async function record(db: Db, { actor }: Acting, run: AllocationRun, operation: string): Promise<void> {
  const byAccount = Map.groupBy(await allocationsOfRun(db, run.id), allocation => allocation.accountId)
  const totals = (rows: readonly Allocation[]) => ({
    products: rows.length,
    requested: Decimal.sum(0, ...rows.map(row => row.requested)).toFixed(),
    allocated: Decimal.sum(0, ...rows.map(row => row.allocated)).toFixed(),
  })
  const about = { room: 'supply', subject: 'allocation', subjectId: run.publicId, operation }
  await recordChanges(db, actor, [
    { ...about, after: { name: run.name, accounts: byAccount.size } },
    ...[...byAccount].map(([accountId, rows]) => ({ ...about, accountId, after: totals(rows) })),
  ])
}
