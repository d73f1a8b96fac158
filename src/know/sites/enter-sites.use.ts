import { recordChanges } from '../../platform/audit.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import type { SiteFields } from './site.ts'
import { insertSites } from './sites.store.ts'

/** Many sites at once, with coordinates where they are known; those who may write for every account call it. */
export async function enterSites(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  sites: readonly (SiteFields & { accountId: number })[],
): Promise<number[]> {
  return db.transaction().execute(async transaction => {
    const ids = await insertSites(
      transaction,
      sites.map(site => ({ ...site, locatedBy: site.latitude === null ? null : ('person' as const) })),
    )
    await recordChanges(
      transaction,
      actor,
      sites.map(({ accountId, name, city }, index) => ({
        room: 'know',
        subject: 'site',
        subjectId: ids[index]!,
        accountId,
        operation: 'add',
        after: { name, city },
      })),
    )
    return ids
  })
}
