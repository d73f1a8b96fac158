import type { Db } from '../platform/database.server.ts'
import { findPerson } from '../platform/people.store.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { mayEditAccount, mayEditContacts } from './account-rights.ts'
import { codesOf, findAccount, findBrief } from './accounts.store.ts'
import { ancestorsOf, childrenOf } from './hierarchy.store.ts'
import { codesOfMerged, livingInstead } from './merge/merged-rows.store.ts'

/**
 * One account as the actor may see it; for one that was merged, the account that lives. Refused as `account_unknown`.
 */
export async function readAccount(context: { db: Db; actor: Actor }, asked: number) {
  const id = (await livingInstead(context.db, asked)) ?? asked
  const found = await findAccount(context.db, id)
  if (!found) throw new Refusal('account_unknown', { id })
  const { parentId, ownerId, createdAt, ...account } = found
  const [codes, merged, parent, owner] = await Promise.all([
    codesOf(context.db, id),
    codesOfMerged(context.db, id),
    parentId === null ? undefined : findBrief(context.db, parentId),
    ownerId === null ? null : findPerson(context.db, ownerId),
  ])
  return {
    ...account,
    parent: parent ?? null,
    // A person who has left keeps the account under their id until somebody gives it on.
    owner: ownerId === null ? null : { id: ownerId, name: owner?.name ?? ownerId },
    createdAt: createdAt.toISOString(),
    codes,
    merged,
    mayEdit: mayEditAccount(context.actor, found),
    mayEditContacts: mayEditContacts(context.actor, found),
  }
}

/** The companies above, from the top down, and those directly below. */
export async function readHierarchy(db: Db, id: number) {
  if (!(await findBrief(db, id))) throw new Refusal('account_unknown', { id })
  const [{ ancestors, ring }, children] = await Promise.all([ancestorsOf(db, id), childrenOf(db, id)])
  return { ancestors: ancestors.reverse(), children, ring }
}
