import { Decimal } from 'decimal.js'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import { allocationPolicyInForce } from './allocation-policies.store.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { AllocationRun } from './allocation-run.ts'
import { insertRun, lastReleasedRun } from './allocation-runs.store.ts'
import { type RunRows, type RunSupply, replaceRows } from './allocations.store.ts'
import {
  type Acting,
  contextOf,
  digestOf,
  type RunRequest,
  requestsOfOrders,
  supplyOfWeeks,
  type Weeks,
} from './run-inputs.server.ts'
import { shareRun } from './share-run.server.ts'

export type EnteredRequest = { accountId: number; productId: number; quantity: string; committed: string }
export type EnteredSupply = { productId: number; quantity: string }

export type RunSaid = {
  name: string
  /** Null: the open orders. */
  requests: EnteredRequest[] | null
  /** What production makes available in these weeks; entered supply of a product counts instead. */
  weeks: Weeks | null
  supply: EnteredSupply[]
}

/**
 * Draws up a run under the policy in force; nothing is promised until it is released.
 * @throws Refusal allocation_without_requests, allocation_without_supply
 */
export async function drawUpRun(acting: Acting, said: RunSaid): Promise<AllocationRun> {
  const madeOn = await businessDay(acting)
  const gathered = await gather(acting, said.requests && entered(said.requests), said.weeks, said.supply)
  const { policy } = await allocationPolicyInForce(acting.db)
  const rows = await shareGathered(acting, gathered, policy)
  return acting.db.transaction().execute(async db => {
    const run = await insertRun(db, acting.actor, {
      name: said.name,
      requestsFrom: said.requests === null ? 'orders' : 'entered',
      fromWeek: said.weeks && weekOf(said.weeks.from),
      untilWeek: said.weeks && daysAfter(weekOf(said.weeks.from), 7 * (said.weeks.weeks - 1)),
      policy,
      previousRunId: (await lastReleasedRun(db, null))?.id ?? null,
      inputsDigest: gathered.digest,
      madeOn,
      madeAt: acting.clock.now(),
    })
    await replaceRows(db, run.id, rows)
    await recordChange(db, acting.actor, {
      room: 'supply',
      subject: 'allocation',
      subjectId: run.publicId,
      operation: 'draw up',
      after: { name: run.name, requests: gathered.requests.length, products: gathered.supply.length, policy },
    })
    return run
  })
}

export type Gathered = {
  requests: RunRequest[]
  supply: RunSupply[]
  weeks: number
  digest: string
}

/** Requests for the products whose supply is known, with that supply; null requests: of the open orders. */
export async function gather(
  reads: { db: Db },
  said: RunRequest[] | null,
  weeks: Weeks | null,
  enteredSupply: readonly EnteredSupply[],
): Promise<Gathered> {
  const all = said ?? (await requestsOfOrders(reads))
  if (all.length === 0) throw new Refusal('allocation_without_requests')
  const available = weeks ? await supplyOfWeeks(reads, weeks) : new Map<number, string>()
  const byHand = new Map(enteredSupply.map(each => [each.productId, each.quantity]))
  const known = (productId: number) => byHand.get(productId) ?? available.get(productId)
  const requests = all.filter(request => known(request.productId) !== undefined)
  if (requests.length === 0) throw new Refusal('allocation_without_supply')
  const products = [...new Set(requests.map(request => request.productId))].sort((a, b) => a - b)
  const supply = products.map(
    (productId): RunSupply => ({
      productId,
      quantity: known(productId)!,
      withinCapacity: null,
      entered: byHand.has(productId),
      pack: '1',
    }),
  )
  return {
    requests,
    supply,
    weeks: weeks?.weeks ?? 1,
    digest: digestOf(requests, new Map(supply.map(each => [each.productId, each.quantity]))),
  }
}

/** Shares what was gathered, as of today's tiers, packs and capacities. */
export async function shareGathered(acting: Acting, gathered: Gathered, policy: AllocationPolicy): Promise<RunRows> {
  const context = await contextOf(acting, gathered.requests, gathered.weeks)
  const shared = await shareRun({
    requests: gathered.requests.map(request => ({
      ...request,
      tier: context.tierOf(request.accountId),
      contributionAUnit: context.contributionOf(request.accountId, request.productId),
    })),
    supply: gathered.supply.map(each => ({ ...each, pack: context.packOf(each.productId) })),
    capacities: context.capacities,
    policy,
  })
  return { ...shared, capacities: context.capacities }
}

const sumOf = (quantities: readonly string[]) => Decimal.sum(0, ...quantities).toFixed()

/** One request for each account and product, however often it was entered. */
function entered(requests: readonly EnteredRequest[]): RunRequest[] {
  const groups = Map.groupBy(requests, request => `${request.accountId} ${request.productId}`)
  return [...groups.values()].map(group => ({
    accountId: group[0]!.accountId,
    productId: group[0]!.productId,
    requested: sumOf(group.map(each => each.quantity)),
    committed: sumOf(group.map(each => each.committed)),
    lines: [],
  }))
}
