import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { keyAccounts } from '../../identify/identify.server.ts'
import type { Tier } from '../../identify/tier.ts'
import { unitMargins } from '../../ledger/ledger.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { availabilityByWeek } from '../deliveries/deliveries.server.ts'
import { openOrderLines } from '../orders/orders.server.ts'
import { readPacks } from '../reasonable/packs.store.ts'
import type { RunCapacity } from './allocations.store.ts'
import { listCapacities } from './capacities.store.ts'
import type { RequestLine } from './distribute-lines.ts'

export type Acting = Pick<ActorContext, 'db' | 'pool' | 'actor' | 'clock'>
type Reads = { db: Db }

/** What one account wants of one product; lines are empty where it was entered. */
export type RunRequest = {
  accountId: number
  productId: number
  requested: string
  committed: string
  lines: RequestLine[]
}

export type Weeks = { from: string; weeks: number }

/**
 * What accounts want by their open orders: signed lines, and what was confirmed or released by an earlier allocation as a
 * commitment. Nothing unsigned counts.
 */
export async function requestsOfOrders({ db }: Reads): Promise<RunRequest[]> {
  const lines = await openOrderLines(db)
  const groups = Map.groupBy(lines, line => `${line.accountId} ${line.productId}`)
  return [...groups.values()].map(group => {
    const requested = group.map(line => {
      const promised = line.confirmedQuantity === null ? (line.allocatedQuantity ?? '0') : line.quantity
      const committed = Decimal.min(promised, line.quantity).toFixed()
      return { orderLineId: line.orderLineId, requested: line.quantity, committed, wantedOn: line.wantedOn }
    })
    return {
      accountId: group[0]!.accountId,
      productId: group[0]!.productId,
      requested: Decimal.sum(...requested.map(line => line.requested)).toFixed(),
      committed: Decimal.sum(...requested.map(line => line.committed)).toFixed(),
      lines: requested,
    }
  })
}

/** What production makes available in these weeks, by product. */
export async function supplyOfWeeks({ db }: Reads, weeks: Weeks): Promise<Map<number, string>> {
  const supply = new Map<number, Decimal>()
  for (const { productId, quantity } of await availabilityByWeek(db, weeks)) {
    supply.set(productId, (supply.get(productId) ?? new Decimal(0)).plus(quantity))
  }
  return new Map([...supply].map(([productId, quantity]) => [productId, quantity.toFixed()]))
}

/** What the sharing needs to know besides: tiers of today, packs, what a unit earns, capacities of so many weeks. */
export async function contextOf(acting: Acting, requests: readonly RunRequest[], weeks: number) {
  const { db } = acting
  const accountIds = [...new Set(requests.map(request => request.accountId))]
  const productIds = [...new Set(requests.map(request => request.productId))]
  const today = await businessDay(acting)
  const [tiers, packs, earned, capacities] = await Promise.all([
    keyAccounts(acting, accountIds),
    readPacks(db, productIds),
    contributions(db, accountIds, today),
    listCapacities(db),
  ])
  const wanted = new Set(productIds)
  return {
    tierOf: (accountId: number): Tier => tiers.get(accountId) ?? 'regular',
    packOf: (productId: number) => String(packs.get(productId)?.pack ?? 1),
    contributionOf: earned,
    capacities: capacities.flatMap((capacity): RunCapacity[] => {
      const { name, kind, unit, aWeek } = capacity
      const uses = capacity.uses.filter(use => wanted.has(use.productId))
      return uses.length === 0 ? [] : [{ name, kind, unit, quantity: new Decimal(aWeek).mul(weeks).toFixed(), uses }]
    }),
  }
}

/** Contribution of one unit in base currency over the last year: at this account, else over all of them; null where no cost is known. */
async function contributions(db: Db, accountIds: readonly number[], today: string) {
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const margins = await unitMargins(db, { accountIds, from: from.replace('-02-29', '-02-28'), to: today })
  const own = new Map(margins.map(each => [`${each.accountId} ${each.productId}`, each.margin]))
  const all = new Map<number, { margin: Decimal; quantity: Decimal }>()
  for (const { productId, margin, quantity } of margins) {
    const sum = all.get(productId) ?? { margin: new Decimal(0), quantity: new Decimal(0) }
    all.set(productId, {
      margin: sum.margin.plus(new Decimal(margin).mul(quantity)),
      quantity: sum.quantity.plus(quantity),
    })
  }
  return (accountId: number, productId: number): string | null => {
    const here = own.get(`${accountId} ${productId}`)
    if (here !== undefined) return here
    const sum = all.get(productId)
    return sum ? sum.margin.div(sum.quantity).toDecimalPlaces(6).toFixed() : null
  }
}

/** Differs as soon as anything is wanted, promised or available differently; the order does not matter. */
export function digestOf(requests: readonly RunRequest[], supply: ReadonlyMap<number, string>): string {
  const wants = requests
    .flatMap(({ accountId, productId, requested, committed, lines }) =>
      lines.length === 0
        ? [`${accountId} ${productId} ${requested} ${committed}`]
        : lines.map(line => `${accountId} ${productId} #${line.orderLineId} ${line.requested} ${line.committed}`),
    )
    .sort()
  const stocks = [...supply].map(([productId, quantity]) => `${productId} ${quantity}`).sort()
  return createHash('sha256')
    .update([...wants, '-', ...stocks].join('\n'))
    .digest('hex')
}
