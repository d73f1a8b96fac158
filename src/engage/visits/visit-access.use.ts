import { accountOwners } from '../../accounts/account-owners.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Visit } from './visit.ts'
import { mayKeepVisit } from './visit-rights.ts'
import { lockVisit } from './visits.store.ts'

/** Locks a visit that the actor may change, as it was read. Refused as `visit_unknown`, `visit_not_yours`, `visit_changed_meanwhile`. */
export async function lockOwnVisit(db: Db, actor: Actor, id: number, version?: number): Promise<Visit> {
  const visit = await lockVisit(db, id)
  if (!visit) throw new Refusal('visit_unknown', { id })
  const account = (await accountOwners(db, [visit.accountId])).get(visit.accountId)
  if (!account || !mayKeepVisit(actor, account, visit))
    throw new Refusal('visit_not_yours', { id, name: account?.name ?? '' })
  if (version !== undefined && visit.version !== version) throw new Refusal('visit_changed_meanwhile', { id })
  return visit
}

/** Which visits of these accounts the actor may change. */
export async function mayKeepVisits(
  db: Db,
  actor: Actor,
  accountIds: readonly number[],
): Promise<(visit: Pick<Visit, 'accountId' | 'personId'>) => boolean> {
  const owners = await accountOwners(db, accountIds)
  return visit => mayKeepVisit(actor, owners.get(visit.accountId) ?? { ownerId: null }, visit)
}

/** The entry that a change of a visit leaves on its account. */
export async function recordVisit(
  db: Db,
  actor: Actor,
  visit: Pick<Visit, 'id' | 'accountId'>,
  operation: string,
  before?: unknown,
  after?: unknown,
): Promise<void> {
  const { id: subjectId, accountId } = visit
  await recordChange(db, actor, { room: 'engage', subject: 'visit', subjectId, accountId, operation, before, after })
}
