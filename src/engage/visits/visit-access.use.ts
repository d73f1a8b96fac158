import { accountOwners } from '../../accounts/account-owners.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
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

/** Sites and people of a visit are those of its account. Refused as `site_unknown`, `contact_unknown`. */
export async function checkWhereAndWhom(
  db: Db,
  accountId: number,
  { siteId, contactIds = [] }: { siteId?: number | null; contactIds?: readonly number[] },
): Promise<void> {
  if (siteId != null && (await sitesById(db, [siteId])).get(siteId)?.accountId !== accountId)
    throw new Refusal('site_unknown', { id: siteId })
  const contacts = await contactNames(db, contactIds)
  const stranger = contactIds.find(id => contacts.get(id)?.accountId !== accountId)
  if (stranger !== undefined) throw new Refusal('contact_unknown', { id: stranger })
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
