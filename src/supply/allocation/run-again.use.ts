import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { daysShared } from '../forecast/periods.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { AllocationRun } from './allocation-run.ts'
import { changeRun, findRun, lastReleasedRun, lockRun, moveRun } from './allocation-runs.store.ts'
import { allocationsOfRun, replaceRows, supplyOfRun } from './allocations.store.ts'
import { type EnteredSupply, type Gathered, gather, shareGathered } from './draw-up-run.use.ts'
import type { Acting, RunRequest, Weeks } from './run-inputs.server.ts'

export type RunChange = {
  name?: string
  policy?: AllocationPolicy
  /** In place of what production says of these products; null: what production says after all. */
  supply?: { productId: number; quantity: string | null }[]
}

/**
 * Works a draft out again from what is wanted and available now, under another policy or supply where they are said.
 * @throws Refusal allocation_run_not_found, allocation_not_a_draft, allocation_changed_meanwhile, and as drawUpRun
 */
export async function runAgain(acting: Acting, publicId: string, version: number, said: RunChange): Promise<void> {
  const before = await findRun(acting.db, publicId)
  if (!before) throw new Refusal('allocation_run_not_found')
  if (before.state !== 'draft') throw new Refusal('allocation_not_a_draft', { state: before.state })
  const policy = said.policy ?? before.policy
  const gathered = await gatherAgain(acting, before, said.supply ?? [])
  const rows = await shareGathered(acting, gathered, policy)
  await acting.db.transaction().execute(async db => {
    await lockDraft(db, publicId, version)
    await changeRun(db, before.id, {
      name: said.name ?? before.name,
      policy,
      inputsDigest: gathered.digest,
      previousRunId: (await lastReleasedRun(db, before.id))?.id ?? null,
    })
    await replaceRows(db, before.id, rows)
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'allocation',
      subjectId: publicId,
      operation: 'work out again',
      before: { name: before.name, policy: before.policy },
      after: { name: said.name ?? before.name, policy, supply: said.supply },
    })
  })
}

/** What a run would be worked out from now; supply entered before stays entered. */
export async function gatherAgain(
  reads: { db: Db },
  run: AllocationRun,
  supply: NonNullable<RunChange['supply']>,
): Promise<Gathered> {
  const byHand = new Map(
    (await supplyOfRun(reads.db, run.id)).flatMap(each => (each.entered ? [[each.productId, each.quantity]] : [])),
  )
  for (const { productId, quantity } of supply) {
    if (quantity === null) byHand.delete(productId)
    else byHand.set(productId, quantity)
  }
  const enteredSupply: EnteredSupply[] = [...byHand].map(([productId, quantity]) => ({ productId, quantity }))
  return gather(
    reads,
    run.requestsFrom === 'entered' ? await enteredRequests(reads.db, run.id) : null,
    weeksOf(run),
    enteredSupply,
  )
}

function weeksOf({ fromWeek, untilWeek }: AllocationRun): Weeks | null {
  if (fromWeek === null || untilWeek === null) return null
  const span = { from: fromWeek, to: untilWeek }
  return { from: fromWeek, weeks: (daysShared(span, span) - 1) / 7 + 1 }
}

async function enteredRequests(db: Db, runId: number): Promise<RunRequest[]> {
  return (await allocationsOfRun(db, runId)).map(({ accountId, productId, requested, committed }) => ({
    accountId,
    productId,
    requested,
    committed,
    lines: [],
  }))
}

/** @throws Refusal allocation_run_not_found, allocation_changed_meanwhile, allocation_not_a_draft */
export async function lockDraft(db: Db, publicId: string, version: number): Promise<AllocationRun> {
  const run = await lockRun(db, publicId)
  if (!run) throw new Refusal('allocation_run_not_found')
  if (run.state !== 'draft') throw new Refusal('allocation_not_a_draft', { state: run.state })
  if (run.version !== version) throw new Refusal('allocation_changed_meanwhile')
  return run
}

/** Lays a draft aside for good. */
export async function dropRun(acting: Acting, publicId: string, version: number): Promise<void> {
  await acting.db.transaction().execute(async db => {
    const run = await lockDraft(db, publicId, version)
    await moveRun(db, run.id, 'dropped', acting.actor, acting.clock.now())
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'allocation',
      subjectId: publicId,
      operation: 'drop',
      before: { name: run.name },
    })
  })
}
