import { createHash } from 'node:crypto'
import { ownersOf } from '../../accounts/account-names.server.ts'
import { sumAmounts } from '../../identify/exact-amount.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Signal } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { openWarnings } from './exposures.store.ts'
import type { Hazard } from './hazard.ts'
import { ownerlessRiskKind } from './ownerless-risk-words.ts'
import { riskSignalKind } from './risk-signal-words.ts'

type Warning = Awaited<ReturnType<typeof openWarnings>>[number]
type Sites = Awaited<ReturnType<typeof sitesById>>

/**
 * One signal for each alert and account with sites that are warned and about which nobody was advised yet. Accounts without
 * an owner are the head's: all of an alert in one signal, or a storm would hide everything else from them.
 */
export default {
  kinds: { 'engage.risk': riskSignalKind, 'engage.risk_ownerless': ownerlessRiskKind },
  read: async ({ db, accountIds }) => {
    const warnings = await openWarnings(db, accountIds)
    if (warnings.length === 0) return []
    const [sites, owners] = await Promise.all([
      sitesById(db, [...new Set(warnings.map(warning => warning.siteId))]),
      ownersOf(db, accountsOf(warnings)),
    ])
    const owned = Map.groupBy(
      warnings.filter(warning => owners.get(warning.accountId)),
      warning => `${warning.alertId} ${warning.accountId}`,
    )
    // Of the accounts asked about alone a signal of several cannot be told: `version` has all read again.
    const ownerless = Map.groupBy(
      accountIds ? [] : warnings.filter(warning => owners.get(warning.accountId) === null),
      warning => warning.alertId,
    )
    return [
      ...[...owned.values()].map(group => ofAccount(group, sites)),
      ...[...ownerless.values()].map(group => ofOwnerless(group, sites)),
    ]
  },
  // Accounts get owners and advice one by one, and the signal of all without an owner changes with each.
  version: async ({ db }) => ownerlessWarnings(db),
} satisfies SignalSource

const accountsOf = (warnings: readonly Warning[]): number[] => [...new Set(warnings.map(warning => warning.accountId))]

async function ownerlessWarnings(db: Db): Promise<string> {
  const warnings = await openWarnings(db, null)
  if (warnings.length === 0) return ''
  const owners = await ownersOf(db, accountsOf(warnings))
  const ownerless = warnings.filter(warning => owners.get(warning.accountId) === null)
  const names = ownerless.map(({ alertId, siteId }) => `${alertId}.${siteId}`).sort()
  return createHash('sha256').update(names.join()).digest('hex').slice(0, 16)
}

function ofAccount(group: readonly Warning[], sites: Sites): Signal {
  const [first] = group as [Warning]
  const { due, goods, probability } = summed(group, sites)
  const arrivals = group.flatMap(({ arrivesAt }) => arrivesAt?.getTime() ?? [])
  return {
    kind: 'engage.risk',
    key: String(first.alertId),
    accountId: first.accountId,
    personId: null,
    role: null,
    due,
    value: goods,
    confidence: probability,
    values: {
      hazard: first.hazard as Hazard,
      title: first.title,
      sites: group.length,
      site: sites.get(first.siteId)?.name ?? '',
      probability,
      arrivesAt: arrivals.length === 0 ? null : new Date(Math.min(...arrivals)).toISOString(),
    },
  }
}

function ofOwnerless(group: readonly Warning[], sites: Sites): Signal {
  const [first] = group as [Warning]
  const { due, goods, probability, lost } = summed(group, sites)
  return {
    kind: 'engage.risk_ownerless',
    key: String(first.alertId),
    accountId: null,
    personId: null,
    role: 'head',
    due,
    value: goods,
    confidence: goods === null || Number(goods) === 0 ? probability : lost / Number(goods),
    values: {
      hazard: first.hazard as Hazard,
      title: first.title,
      accounts: accountsOf(group).length,
      sites: group.length,
      probability,
    },
  }
}

/** `lost` is what may be expected to be lost of the goods: each site's by its own probability. */
function summed(group: readonly Warning[], sites: Sites) {
  const known = group.flatMap(({ siteId, probability }) => {
    const value = sites.get(siteId)?.goodsValue ?? null
    return value === null ? [] : [{ value, probability }]
  })
  const days = group.flatMap(({ adviseByDay }) => adviseByDay ?? [])
  return {
    due: days.reduce<string | null>((best, day) => (best === null || day < best ? day : best), null),
    goods: known.length === 0 ? null : sumAmounts(known.map(({ value }) => value)),
    probability: Math.max(...group.map(warning => warning.probability)),
    lost: known.reduce((sum, { value, probability }) => sum + Number(value) * probability, 0),
  }
}
