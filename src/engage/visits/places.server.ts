import { sitesById, sitesOf } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Point } from './great-circle.ts'

export type VisitPlace = Point & { name: string; city: string | null }

type Visited = { accountId: number; siteId: number | null }

/** Where each visit is: its site, or else the account's first site that has coordinates; null where nothing is known. */
export async function placesOf<Visit extends Visited>(
  db: Db,
  visits: readonly Visit[],
): Promise<(visit: Visit) => VisitPlace | null> {
  const accountIds = [...new Set(visits.map(visit => visit.accountId))]
  const own = await sitesById(
    db,
    visits.flatMap(visit => visit.siteId ?? []),
  )
  const located = (await sitesOf(db, accountIds)).filter(site => site.latitude !== null)
  const first = new Map(located.toReversed().map(site => [site.accountId, site]))
  return ({ accountId, siteId }) => {
    const site = (siteId === null ? undefined : own.get(siteId)) ?? first.get(accountId)
    if (!site || site.latitude === null || site.longitude === null) return null
    return { latitude: site.latitude, longitude: site.longitude, name: site.name, city: site.city }
  }
}
