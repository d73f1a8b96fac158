import { findAccount } from '../../accounts/accounts.store.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Visit } from './visit.ts'
import { mayKeepVisit } from './visit-rights.ts'
import { lockVisit } from './visits.store.ts'

/** Locks a visit that the actor may change. Refused as `visit_unknown` or `visit_not_yours`. */
export async function lockOwnVisit(db: Db, actor: Actor, id: number): Promise<Visit> {
  const visit = await lockVisit(db, id)
  if (!visit) throw new Refusal('visit_unknown', { id })
  const account = await findAccount(db, visit.accountId)
  if (!account || !mayKeepVisit(actor, account, visit))
    throw new Refusal('visit_not_yours', { id, name: account?.name ?? '' })
  return visit
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
