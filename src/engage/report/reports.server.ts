import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { insertReports, type NewReport } from './visit-reports.store.ts'

/**
 * Reports of visits that are marked as held already, many at once, as a take-over from elsewhere brings them; within the
 * caller's transaction.
 */
export async function enterReports(db: Db, actor: Actor, reports: readonly NewReport[]): Promise<void> {
  const ids = await insertReports(db, reports)
  const changes = ids.map((subjectId, place) => {
    const { accountId, said } = reports[place]!
    return { room: 'engage', subject: 'visit report', subjectId, accountId, operation: 'report', after: { said } }
  })
  await recordChanges(db, actor, changes)
}
