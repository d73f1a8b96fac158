import { ledgerSpan } from '../ledger/ledger.server.ts'
import { readSettings } from '../platform/settings.server.ts'
import { currentDirectory, rankedSums } from './figures.server.ts'
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
  const [standing, span, sums, directory, { baseCurrency }] = await Promise.all([
    currentStanding(reading),
    ledgerSpan(reading.db),
    rankedSums(reading, { from, to }),
    currentDirectory(reading),
    readSettings(reading.db),
  ])
  const accounts = sums.map(({ account, ...own }): RankedAccount => {
    const stands = standing?.byAccount.get(account)
    const entry = directory.byId.get(account)
    const points = stands ? stands.points / 100 : null
    return {
      ...own,
      code: entry?.code ?? '',
      name: entry?.name ?? '',
      points,
      tier: stands ? tierOf(stands.tier) : null,
    }
  })
  return rankReport(accounts, {
    from: from ?? span?.from ?? null,
    to: to ?? span?.to ?? null,
    currency: baseCurrency,
    by,
    limit,
  })
}
