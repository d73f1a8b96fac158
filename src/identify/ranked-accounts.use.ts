import type { DirectoryEntry } from '../accounts/directory.server.ts'
import { ledgerVersion } from '../ledger/ledger.server.ts'
import { amountOf, descendingOrder, exactColumn } from './exact-amount.ts'
import { currentDirectory, type RankedSums, rankedSums, spanOf } from './figures.server.ts'
import type { Ranking } from './ranking.ts'
import { type CurrentStanding, currentStanding, type ReadingAt } from './standing.use.ts'
import { type Tier, tierOf } from './tier.ts'

export interface RankedQuery {
  from?: string
  to?: string
  by: Ranking
  order: 'largest' | 'smallest'
  tier?: Tier | Tier[]
  ownerId?: string
  text?: string
  fromRank?: number
  toRank?: number
  cursor: number
  limit: number
}

/**
 * Accounts with lines in the window, ranked; the rank and the cumulative sum are those among all of them, whatever the
 * filter, so that a brush on the curve and the list beside it speak of the same accounts.
 */
export async function readRankedAccounts(context: ReadingAt, query: RankedQuery) {
  const { from, to, by, cursor, limit } = query
  const version = await ledgerVersion(context.db)
  const [span, active, directory, standing] = await Promise.all([
    spanOf(context, version),
    rankedSums(context, { from, to }),
    currentDirectory(context),
    currentStanding(context),
  ])
  const column = exactColumn(active.map(each => each[by]))
  const wanted = filterOf(query, standing)
  const fitting: ReturnType<typeof rowOf>[] = []
  let cumulative = 0n
  descendingOrder(column).forEach((index, place) => {
    const own = active[index]!
    const value = column.units[index] ?? null
    if (value !== null) cumulative += value
    const sum = value === null ? null : amountOf(cumulative, column.decimals)
    const entry = directory.byId.get(own.account)
    if (entry && wanted(entry, place + 1)) fitting.push(rowOf(entry, own, place + 1, sum, standing))
  })
  if (query.order === 'smallest') fitting.reverse()
  return {
    window: { from: from ?? span?.from ?? null, to: to ?? span?.to ?? null },
    total: fitting.length,
    items: fitting.slice(cursor, cursor + limit),
    nextCursor: cursor + limit < fitting.length ? cursor + limit : null,
  }
}

function filterOf(
  { tier, ownerId, text, fromRank = 1, toRank = Number.POSITIVE_INFINITY }: RankedQuery,
  standing: CurrentStanding | null,
) {
  const tiers = tier === undefined ? null : new Set([tier].flat())
  const part = text?.toLowerCase()
  return (entry: DirectoryEntry, rank: number): boolean => {
    if (rank < fromRank || rank > toRank) return false
    if (ownerId !== undefined && (entry.ownerId ?? 'none') !== ownerId) return false
    if (tiers && !tiers.has(tierOf(standing?.byAccount.get(entry.id)?.tier ?? 0))) return false
    return !part || entry.code.toLowerCase().includes(part) || entry.name.toLowerCase().includes(part)
  }
}

function rowOf(
  entry: DirectoryEntry,
  own: RankedSums,
  rank: number,
  cumulative: string | null,
  standing: CurrentStanding | null,
) {
  const stands = standing?.byAccount.get(entry.id)
  const costed = Number(own.costedRevenue)
  return {
    rank,
    id: entry.id,
    code: entry.code,
    name: entry.name,
    country: entry.country,
    region: entry.region,
    ownerId: entry.ownerId,
    revenue: own.revenue,
    margin: own.margin,
    costToServe: own.costToServe,
    contribution: own.contribution,
    marginRate: own.margin === null || !(costed > 0) ? null : Number(own.margin) / costed,
    documents: own.documents,
    lastDay: own.lastDay,
    points: stands ? stands.points / 100 : null,
    tier: stands ? tierOf(stands.tier) : null,
    previousTier: stands?.previousTier == null ? null : tierOf(stands.previousTier),
    cumulative,
  }
}
