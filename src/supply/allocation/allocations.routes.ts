import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { allocationPolicies, allocationPolicyInForce } from './allocation-policies.store.ts'
import { allocationsContract } from './allocations.contract.ts'
import { allocationsOfAccount } from './allocations.server.ts'
import { listCapacities } from './capacities.store.ts'
import { removeCapacity, saveCapacity } from './change-capacity.use.ts'
import { changeAllocationPolicy } from './change-policy.use.ts'
import { comparePolicies } from './compare-policies.use.ts'
import { drawUpRun } from './draw-up-run.use.ts'
import { namedByCode } from './named-by-code.server.ts'
import { readRun, readRunRows, readRuns, shown } from './read-run.use.ts'
import { releaseRun, undoRelease } from './release-run.use.ts'
import { dropRun, runAgain } from './run-again.use.ts'
import type { Acting } from './run-inputs.server.ts'

const operations = implementing(allocationsContract)
// Sharing concerns all accounts at once: it is the work of the head and the back office, not of one account's manager.
const sharers = ['administrator', 'head', 'back office'] as const

export const allocationsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readRuns(context, input)),
  drawUp: operations.drawUp.use(may(...sharers)).handler(async ({ input, context }) => {
    const { name, weeks, ...coded } = input
    return shown(await drawUpRun(context, { name, weeks, ...(await namedByCode(context.db, coded)) }))
  }),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readRun(context, input.publicId)),
  rows: operations.rows
    .use(may(...everyone))
    .handler(({ input, context }) => readRunRows(context, input.publicId, input.productId)),
  again: operations.again.use(may(...sharers)).handler(async ({ input: { publicId, version, ...said }, context }) => {
    await runAgain(context, publicId, version, said)
    return readRun(context, publicId)
  }),
  compare: operations.compare
    .use(may(...everyone))
    .handler(({ input, context }) => comparePolicies(context, input.publicId, input.policies)),
  release: operations.release.use(may(...sharers)).handler(async ({ input: { publicId, version }, context }) => {
    await releaseRun(context, publicId, version)
    return readRun(context, publicId)
  }),
  undo: operations.undo.use(may(...sharers)).handler(async ({ input: { publicId, version }, context }) => {
    await undoRelease(context, publicId, version)
    return readRun(context, publicId)
  }),
  drop: operations.drop.use(may(...sharers)).handler(async ({ input: { publicId, version }, context }) => {
    await dropRun(context, publicId, version)
    return readRun(context, publicId)
  }),
  ofAccount: operations.ofAccount.use(may(...everyone)).handler(async ({ input, context }) => ({
    items: (await allocationsOfAccount(context.db, [input.accountId])).map(({ accountId: _, ...row }) => row),
  })),
  policy: operations.policy.use(may(...everyone)).handler(async ({ context }) => ({
    inForce: await allocationPolicyInForce(context.db),
    history: await allocationPolicies(context.db, 100),
  })),
  changePolicy: operations.changePolicy.use(may('administrator', 'head')).handler(async ({ input, context }) => {
    await changeAllocationPolicy(context, input)
    return allocationPolicyInForce(context.db)
  }),
  capacities: operations.capacities.use(may(...everyone)).handler(({ context }) => readCapacities(context)),
  saveCapacity: operations.saveCapacity
    .use(may(...sharers))
    .handler(async ({ input: { capacity, known }, context }) => {
      await saveCapacity(context, capacity, known)
      return readCapacities(context)
    }),
  removeCapacity: operations.removeCapacity.use(may(...sharers)).handler(async ({ input, context }) => {
    await removeCapacity(context, input)
    return readCapacities(context)
  }),
})

async function readCapacities({ db }: Pick<Acting, 'db'>) {
  const capacities = await listCapacities(db)
  const names = await productNames(db, [...new Set(capacities.flatMap(each => each.uses.map(use => use.productId)))])
  return {
    items: capacities.map(capacity => ({
      ...capacity,
      uses: capacity.uses.map(use => ({
        ...use,
        code: names.get(use.productId)?.code ?? '',
        name: names.get(use.productId)?.name ?? '',
      })),
    })),
  }
}
