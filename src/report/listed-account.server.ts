import { queryableOf } from '../accounts/claims.store.ts'
import { type Tier, tiers } from '../identify/tier.ts'
import { revenueByMonth, sumsByAccount } from '../ledger/ledger.server.ts'
import { marginRateOf } from '../ledger/margin-rate.ts'
import type { Db } from '../platform/database.server.ts'
import { type ListColumns, movementOf } from './account-columns.server.ts'
import type { ListedAccount } from './accounts-list.contract.ts'
import { attributesOf, lastDays } from './accounts-list.store.ts'
import { daysBetween } from './list-window.ts'

/** Against the review before. */
export const movementNames = { '-1': 'down', 0: 'stayed', 1: 'up', 2: 'new' } as const

/** The rows of these accounts in their order, everything read afresh and exactly; who went meanwhile is left out. */
export async function describeAccounts(
  db: Db,
  list: ListColumns,
  ids: readonly number[],
  months: readonly string[],
): Promise<ListedAccount[]> {
  if (ids.length === 0) return []
  const { window, ledger, standing: standings, columns } = list
  const reader = queryableOf(db)
  const [attributes, sums, revenues, days] = await Promise.all([
    attributesOf(reader, ids),
    window ? sumsByAccount(db, window, ids) : [],
    window ? revenueByMonth(db, ids, { from: months[0], to: months.at(-1) }) : [],
    lastDays(reader, ids),
  ])
  const sumsOf = new Map(sums.map(each => [each.accountId, each]))
  const dayOf = new Map(days.map(each => [each.account, each.lastDay]))
  const revenueOf = new Map(revenues.map(each => [`${each.accountId} ${each.month}`, each.revenue]))
  return ids.flatMap(id => {
    const account = attributes.get(id)
    if (!account) return []
    const figures = sumsOf.get(id)
    const standing = standings?.byAccount.get(id)
    const lastDay = dayOf.get(id) ?? null
    const growth = columns.values.growth[columns.rowOf.get(id) ?? -1]
    return {
      ...account,
      revenue: figures?.revenue ?? '0',
      margin: figures?.margin ?? null,
      costToServe: figures?.costToServe ?? '0',
      contribution: figures?.contribution ?? null,
      marginRate: figures ? marginRateOf(figures) : null,
      documents: figures?.documents ?? 0,
      growth: growth === undefined || Number.isNaN(growth) ? null : Math.round(growth * 1e4) / 1e4,
      lastDay,
      silentDays: lastDay && ledger ? daysBetween(lastDay, ledger.to) : null,
      tier: standing ? (tiers[standing.tier] as Tier) : null,
      movement: standing ? movementNames[movementOf(standing)] : null,
      points: standing ? standing.points / 100 : null,
      rank: standing?.rank ?? null,
      months: months.map(month => revenueOf.get(`${id} ${month}`) ?? '0'),
    }
  })
}
