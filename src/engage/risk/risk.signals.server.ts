import { sumAmounts } from '../../identify/exact-amount.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Signal } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { type Exposure, openWarnings } from './exposures.store.ts'
import type { Hazard } from './hazard.ts'
import { riskSignalKind } from './risk-signal-words.ts'

/** One signal for each alert and account with sites that are warned and about which nobody was advised yet. */
export default {
  kinds: { 'engage.risk': riskSignalKind },
  read: async ({ db, accountIds }) => {
    const warnings = await openWarnings(db, accountIds)
    if (warnings.length === 0) return []
    const sites = await sitesById(db, [...new Set(warnings.map(warning => warning.siteId))])
    const groups = new Map<string, typeof warnings>()
    for (const warning of warnings) {
      const key = `${warning.alertId} ${warning.accountId}`
      groups.set(key, [...(groups.get(key) ?? []), warning])
    }
    return [...groups.values()].map((group): Signal => {
      const [first] = group as [Exposure & { hazard: string; title: string }]
      const values = group.flatMap(({ siteId }) => sites.get(siteId)?.goodsValue ?? [])
      const days = group.flatMap(({ adviseByDay }) => adviseByDay ?? [])
      const arrivals = group.flatMap(({ arrivesAt }) => arrivesAt?.getTime() ?? [])
      return {
        kind: 'engage.risk',
        key: String(first.alertId),
        accountId: first.accountId,
        personId: null,
        role: null,
        due: days.reduce<string | null>((best, day) => (best === null || day < best ? day : best), null),
        value: values.length === 0 ? null : sumAmounts(values),
        confidence: Math.max(...group.map(({ probability }) => probability)),
        values: {
          hazard: first.hazard as Hazard,
          title: first.title,
          sites: group.length,
          site: sites.get(first.siteId)?.name ?? '',
          probability: Math.max(...group.map(({ probability }) => probability)),
          arrivesAt: arrivals.length === 0 ? null : new Date(Math.min(...arrivals)).toISOString(),
        },
      }
    })
  },
} satisfies SignalSource
