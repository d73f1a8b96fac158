import { lockEditable } from '../../accounts/edit-account.use.ts'
import type { Db } from '../../platform/database.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { NewVisit, Visit } from './visit.ts'
import { recordVisit } from './visit-access.use.ts'
import { mayKeepVisit } from './visit-rights.ts'
import { findVisit, insertVisits } from './visits.store.ts'

/** What a person says of a new visit; the rest has defaults. */
export type VisitSaid = Pick<NewVisit, 'accountId' | 'personId' | 'startsAt' | 'endsAt' | 'timeZone'> &
  Partial<Pick<NewVisit, 'siteId' | 'kind' | 'contactIds' | 'purpose' | 'flexible'>>

/**
 * Plans one visit, in the caller's transaction. Refused as `account_unknown`, `account_merged`, `account_not_yours`,
 * `visit_person_unknown` or `visit_ends_before_it_starts`.
 */
export async function scheduleVisit(db: Db, actor: Actor, said: VisitSaid, now: Date): Promise<Visit> {
  await lockEditable(db, actor, said.accountId, (who, account) => mayKeepVisit(who, account, null))
  if (said.endsAt <= said.startsAt) throw new Refusal('visit_ends_before_it_starts')
  const person = await findPerson(db, said.personId)
  if (!person || person.disabled) throw new Refusal('visit_person_unknown', { id: said.personId })
  const kind = said.kind ?? (person.role === 'executive' ? 'executive' : 'manager')
  const planned = { siteId: null, contactIds: [], purpose: null, ...said, kind }
  const [id] = await insertVisits(db, [planned], now)
  const visit = (await findVisit(db, id!))!
  await recordVisit(db, actor, visit, 'plan', undefined, planned)
  return visit
}
