import { accountDirectory, type DirectoryEntry } from '../../accounts/directory.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import { reviewWindow } from '../../identify/review-window.ts'
import type { Tier } from '../../identify/tier.ts'
import { ledgerSpan, someSumsByAccount } from '../../ledger/ledger.server.ts'
import type { RequestContext } from '../../platform/operation.server.ts'
import type { Site } from './site.ts'
import { listSites } from './sites.store.ts'

export type MapQuery = { tier?: Tier | Tier[]; ownerId?: string; text?: string; limit: number }

type Located = Site & { latitude: number; longitude: number; locatedBy: 'gazetteer' | 'person' }

/** Sites with coordinates, those of the accounts with the largest sales of the ledger's last twelve months first. */
export async function readMap(
  context: Pick<RequestContext, 'db' | 'pool' | 'clock'>,
  { tier, ownerId, text, limit }: MapQuery,
) {
  const span = await ledgerSpan(context.db)
  const window = span && reviewWindow(span.to, 12).year
  const [sites, accounts, sums, keys] = await Promise.all([
    listSites(context.db, null),
    accountDirectory(context.db),
    window ? someSumsByAccount(context.db, window, ['revenue']) : [],
    keyAccounts(context, null),
  ])
  const revenues = new Map(sums.map(row => [row.accountId, row.revenue]))
  const entries = new Map(accounts.map(entry => [entry.id, entry]))
  // Before the first invoice nobody has a tier.
  const tierOfAccount = (id: number): Tier | null => keys.get(id) ?? (span ? 'regular' : null)
  const tiers = tier === undefined ? null : new Set([tier].flat())
  const part = text?.toLowerCase()
  const fits = (site: Site, entry: DirectoryEntry): boolean => {
    if (ownerId !== undefined && (entry.ownerId ?? 'none') !== ownerId) return false
    if (tiers && !tiers.has(tierOfAccount(entry.id) ?? 'regular')) return false
    return !part || `${entry.code} ${entry.name} ${site.name} ${site.city ?? ''}`.toLowerCase().includes(part)
  }
  const fitting = sites.filter(
    (site): site is Located => site.latitude !== null && fits(site, entries.get(site.accountId)!),
  )
  const order = (site: Site) => Number(revenues.get(site.accountId) ?? 0)
  fitting.sort((a, b) => order(b) - order(a) || a.id - b.id)
  const having = new Set(sites.map(site => site.accountId))
  return {
    total: fitting.length,
    accounts: new Set(fitting.map(site => site.accountId)).size,
    withoutSite: accounts.length - having.size,
    withoutPlace: sites.filter(site => site.latitude === null).length,
    window,
    items: fitting.slice(0, limit).map(site => {
      const { id, code, name, ownerId: owner } = entries.get(site.accountId)!
      return {
        id: site.id,
        name: site.name,
        kind: site.kind,
        city: site.city,
        latitude: site.latitude,
        longitude: site.longitude,
        locatedBy: site.locatedBy,
        goodsValue: site.goodsValue,
        account: { id, code, name, ownerId: owner, tier: tierOfAccount(id), revenue: revenues.get(id) ?? null },
      }
    }),
  }
}
