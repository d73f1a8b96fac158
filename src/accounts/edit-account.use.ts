import { recordChange } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import type { AccountFields } from './account.ts'
import { sayOfAccounts } from './account-claims.store.ts'
import { mayEditAccount } from './account-rights.ts'
import { type AccountRow, findBrief, insertAccount, lockAccounts } from './accounts.store.ts'
import { changedFields } from './changed-fields.ts'
import { type Claimant, queryableOf } from './claims.store.ts'
import { ancestorsOf, lockHierarchy } from './hierarchy.store.ts'
import { livingInstead } from './merge/merged-rows.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor'>

/** What people edit by this operation; the owner is given by `setOwner`. */
export type AccountEdit = Omit<AccountFields, 'ownerId'>

/** A person's word; a command or a job, which has no user, is named by the way it came. */
export function personsClaim(actor: Actor): Claimant {
  return { importId: null, actorId: actor.id ?? actor.via, source: null, strength: 1 }
}

/** Locks one account that the actor may edit. Refused as `account_unknown`, `account_merged` or `account_not_yours`. */
export async function lockEditable(
  db: Db,
  actor: Actor,
  id: number,
  may: (actor: Actor, account: AccountRow) => boolean = mayEditAccount,
): Promise<AccountRow> {
  const [account] = await lockAccounts(db, [id])
  if (!account) throw new Refusal((await livingInstead(db, id)) ? 'account_merged' : 'account_unknown', { id })
  if (!may(actor, account)) throw new Refusal('account_not_yours', { id, name: account.name })
  return account
}

/**
 * A person's edit of the version they read: what differs becomes their claim and one entry of the trail. An edit that
 * changes nothing leaves no trace. Refused as `account_changed_meanwhile` when the account has a newer version.
 */
export async function editAccount(context: Acting, id: number, version: number, edit: AccountEdit): Promise<void> {
  const { actor } = context
  await context.db.transaction().execute(async db => {
    if (edit.parentId !== undefined) await lockHierarchy(queryableOf(db))
    const account = await lockEditable(db, actor, id)
    if (account.version !== version) throw new Refusal('account_changed_meanwhile', { id, name: account.name })
    const { before, after } = changedFields<AccountEdit>(account, edit)
    if (Object.keys(after).length === 0) return
    if (after.parentId) await checkParent(db, account, after.parentId)
    await sayOfAccounts(queryableOf(db), personsClaim(actor), [{ id, ...after }], true)
    await recordChange(db, actor, {
      room: 'accounts',
      subject: 'account',
      subjectId: id,
      accountId: id,
      operation: 'edit',
      before,
      after,
    })
  })
}

/** Adds an account by hand; a manager's own belongs to them. Refused as `account_code_taken`. */
export async function createAccount(context: Acting, code: string, edit: AccountEdit): Promise<number> {
  const { actor } = context
  return context.db.transaction().execute(async db => {
    if (edit.parentId) await lockHierarchy(queryableOf(db))
    const id = await insertAccount(db, code)
    if (id === undefined) throw new Refusal('account_code_taken', { code, name: code })
    if (edit.parentId) await checkParent(db, { id, name: edit.name ?? code }, edit.parentId)
    const said: AccountFields = actor.role === 'manager' ? { ...edit, ownerId: actor.id } : edit
    await sayOfAccounts(queryableOf(db), personsClaim(actor), [{ id, ...said }])
    await recordChange(db, actor, {
      room: 'accounts',
      subject: 'account',
      subjectId: id,
      accountId: id,
      operation: 'create',
      after: { code, ...said },
    })
    return id
  })
}

async function checkParent(db: Db, account: { id: number; name: string }, parentId: number): Promise<void> {
  const parent = await findBrief(db, parentId)
  if (!parent) throw new Refusal('account_parent_not_found', { id: parentId })
  const above = await ancestorsOf(db, parentId)
  if (parentId === account.id || above.ancestors.some(ancestor => ancestor.id === account.id)) {
    throw new Refusal('account_parent_below', { name: account.name, parent: parent.name })
  }
}
