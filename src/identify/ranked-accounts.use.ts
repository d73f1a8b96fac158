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
  const { order, cumulative } = rankedBy(active, by)
  const wanted = filterOf(query, standing)
  const places: number[] = []
  order.forEach((index, place) => {
    const entry = directory.byId.get(active[index]!.account)
    if (entry && wanted(entry, place + 1)) places.push(place)
  })
  if (query.order === 'smallest') places.reverse()
  return {
    window: { from: from ?? span?.from ?? null, to: to ?? span?.to ?? null },
    total: places.length,
    items: places.slice(cursor, cursor + limit).map(place => {
      const own = active[order[place]!]!
      return rowOf(directory.byId.get(own.account)!, own, place + 1, cumulative(place), standing)
    }),
    nextCursor: cursor + limit < places.length ? cursor + limit : null,
  }
}

interface RankedOrder {
  order: Uint32Array
  /** Sum of this and all larger accounts, exact; null where its own amount is unknown. */
  cumulative: (place: number) => string | null
}

const ranked = new WeakMap<readonly RankedSums[], Map<Ranking, RankedOrder>>()

/** Put in order once for the same sums. */
function rankedBy(sums: readonly RankedSums[], by: Ranking): RankedOrder {
  const known = ranked.get(sums) ?? new Map<Ranking, RankedOrder>()
  ranked.set(sums, known)
  const made = known.get(by) ?? putInOrder(sums.map(row => row[by]))
  known.set(by, made)
  return made
}

function putInOrder(amounts: (string | null)[]): RankedOrder {
  const column = exactColumn(amounts)
  const order = descendingOrder(column)
  let sum = 0n
  const sums = Array.from(order, index => {
    const value = column.units[index]
    if (value == null) return null
    sum += value
    return sum
  })
  return {
    order,
    cumulative: place => {
      const upTo = sums[place]
      return upTo == null ? null : amountOf(upTo, column.decimals)
    },
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
