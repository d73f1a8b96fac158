import { ledgerSpan } from '../ledger/ledger.server.ts'
import { readSettings } from '../platform/settings.server.ts'
import { currentDirectory, rankedSums } from './figures.server.ts'
import { type RankedAccount, type Ranking, type RankReport, rankReport } from './ranking.ts'
import { currentStandingOf, type ReadingAt } from './standing.use.ts'
import { tierOf } from './tier.ts'

export interface RankRequest {
  from?: string
  to?: string
  by?: Ranking
  limit?: number
}

/** Every account with lines in the window, ranked; the window is the whole ledger where a bound is not given. */
export async function rank(reading: ReadingAt, { from, to, by, limit }: RankRequest): Promise<RankReport> {
  const ranked = rankWithoutStanding(reading, { from, to, by, limit })
  // A failure is told where the ranking is awaited.
  ranked.catch(() => undefined)
  // The listed accounts alone are looked up, not 100,000 for a list of twenty.
  const standing = await currentStandingOf(reading, async () => (await ranked).listed)
  const { report, listed } = await ranked
  return {
    ...report,
    accounts: report.accounts.map((account, index) => {
      const stands = standing.get(listed[index]!)
      return stands ? { ...account, points: stands.points / 100, tier: tierOf(stands.tier) } : account
    }),
  }
}

async function rankWithoutStanding(reading: ReadingAt, { from, to, by, limit }: RankRequest) {
  const [span, sums, directory, { baseCurrency }] = await Promise.all([
    ledgerSpan(reading.db),
    rankedSums(reading, { from, to }),
    currentDirectory(reading),
    readSettings(reading.db),
  ])
  const accounts = sums.map(({ account, ...own }): RankedAccount => {
    const entry = directory.byId.get(account)
    return { ...own, code: entry?.code ?? '', name: entry?.name ?? '', points: null, tier: null }
  })
  const report = rankReport(accounts, {
    from: from ?? span?.from ?? null,
    to: to ?? span?.to ?? null,
    currency: baseCurrency,
    by,
    limit,
  })
  const wanted = new Set(report.accounts.map(({ account }) => account))
  const idOf = new Map(directory.entries.filter(({ code }) => wanted.has(code)).map(({ code, id }) => [code, id]))
  return { report, listed: report.accounts.map(({ account }) => idOf.get(account) ?? 0) }
}
