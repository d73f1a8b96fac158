import { ledgerSpan, sumsByAccount } from '../ledger/ledger.server.ts'
import { readSettings } from '../platform/settings.server.ts'
import { currentDirectory } from './figures.server.ts'
import { type RankedAccount, type Ranking, type RankReport, rankReport } from './ranking.ts'
import { currentStanding, type ReadingAt } from './standing.use.ts'
import { tierOf } from './tier.ts'

export interface RankRequest {
  from?: string
  to?: string
  by?: Ranking
  limit?: number
}

/** Every account with lines in the window, ranked; the window is the whole ledger where a bound is not given. */
export async function rank(reading: ReadingAt, { from, to, by, limit }: RankRequest): Promise<RankReport> {
  const standing = await currentStanding(reading)
  const [span, sums, directory, { baseCurrency }] = await Promise.all([
    ledgerSpan(reading.db),
    sumsByAccount(reading.db, { from, to }),
    currentDirectory(reading),
    readSettings(reading.db),
  ])
  const sumsOf = new Map(sums.map(row => [row.accountId, row]))
  const accounts = directory.entries.flatMap((entry): RankedAccount[] => {
    const own = sumsOf.get(entry.id)
    if (!own || own.lines === 0) return []
    const stands = standing?.byAccount.get(entry.id)
    const { lines, documents, revenue, costedRevenue, margin, contribution } = own
    const points = stands ? stands.points / 100 : null
    const tier = stands ? tierOf(stands.tier) : null
    return [
      {
        code: entry.code,
        name: entry.name,
        lines,
        documents,
        revenue,
        costedRevenue,
        margin,
        contribution,
        points,
        tier,
      },
    ]
  })
  return rankReport(accounts, {
    from: from ?? span?.from ?? null,
    to: to ?? span?.to ?? null,
    currency: baseCurrency,
    by,
    limit,
  })
}
