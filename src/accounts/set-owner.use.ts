import { recordChanges } from '../platform/audit.server.ts'
import { findPerson } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import { sayOfAccounts } from './account-claims.store.ts'
import { lockAccounts } from './accounts.store.ts'
import { queryableOf } from './claims.store.ts'
import { type Acting, personsClaim } from './edit-account.use.ts'

/**
 * Gives accounts to a person, or to nobody; all or none. Returns how many changed hands.
 * Refused as `person_unknown` (also for a person who has left) or `account_unknown`.
 */
export async function setOwner(context: Acting, ids: readonly number[], ownerId: string | null): Promise<number> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    const owner = ownerId === null ? null : await findPerson(db, ownerId)
    if (ownerId !== null && (!owner || owner.disabled)) throw new Refusal('person_unknown')
    const accounts = await lockAccounts(db, ids)
    const found = new Set(accounts.map(account => account.id))
    const unknown = ids.find(id => !found.has(id))
    if (unknown !== undefined) throw new Refusal('account_unknown', { id: unknown })
    const moving = accounts.filter(account => account.ownerId !== ownerId)
    await sayOfAccounts(
      queryableOf(db),
      personsClaim(actor),
      moving.map(account => ({ id: account.id, ownerId })),
      true,
    )
    await recordChanges(
      db,
      actor,
      moving.map(account => ({
        room: 'accounts',
        subject: 'account',
        subjectId: account.id,
        accountId: account.id,
        operation: 'set owner',
        before: { ownerId: account.ownerId },
        after: { ownerId },
      })),
    )
    return moving.length
  })
}
