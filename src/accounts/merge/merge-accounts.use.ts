import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { AccountField, AccountFields } from '../account.ts'
import { accountBook, sayOfAccounts } from '../account-claims.store.ts'
import { type AccountRow, lockAccounts } from '../accounts.store.ts'
import { foldRows, queryableOf, spoken } from '../claims.store.ts'
import { personsClaim } from '../edit-account.use.ts'
import { ancestorsOf, lockHierarchy } from '../hierarchy.store.ts'
import {
  claimedBelow,
  latestClaimOf,
  livingInstead,
  mergedWith,
  moveContacts,
  setMergedInto,
} from './merged-rows.store.ts'
import { insertMerge, insertMoved, type Merge, type MovedRows } from './merges.store.ts'
import type { MergingRoom } from './merging-room.server.ts'
import { moveNamingRows, namingColumns } from './merging-tables.store.ts'
import { parentAfterMerge } from './parent-after-merge.ts'
import { waitingShortly } from './waiting-shortly.store.ts'

export type Merging = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type MergeOrder = {
  survivorId: number
  loserId: number
  /** The versions that were compared. */
  survivorVersion: number
  loserVersion: number
  /** Fields whose value the survivor takes from the other. */
  take: readonly AccountField[]
}

/**
 * Makes one account part of another, in one transaction: contacts, ledger and the rows of every room go to the survivor,
 * sites below it follow, and later files find it under all codes. What files say of the merged account stays with it.
 * Refused as `merge_same_account`, `account_unknown`, `account_merged`, `account_changed_meanwhile`, and as `merge_busy`
 * where an import or another merge holds the accounts for longer than a person waits.
 */
export async function mergeAccounts(
  { db, actor, clock }: Merging,
  rooms: readonly MergingRoom[],
  order: MergeOrder,
): Promise<Merge> {
  const { survivorId, loserId } = order
  if (survivorId === loserId) throw new Refusal('merge_same_account')
  return waitingShortly(db, async transaction => {
    for (const room of rooms) await room.lock?.(transaction)
    await lockHierarchy(queryableOf(transaction))
    const [survivor, loser] = await lockLiving(transaction, order)
    const taken = await takeValues(transaction, actor, survivor, loser, order.take)
    const counts = await moveEverything(transaction, rooms, survivorId, loserId)
    const { moved, ...counted } = counts
    const merge = await insertMerge(transaction, actor, {
      survivorId,
      loserId,
      survivorName: survivor.name,
      loserCode: loser.code,
      loserName: loser.name,
      ...taken,
      counts: counted.byKind,
      mergedAt: clock.now(),
    })
    await insertMoved(transaction, merge.id, moved)
    await recordMerge(transaction, actor, merge)
    return merge
  })
}

async function lockLiving(db: Db, order: MergeOrder): Promise<[AccountRow, AccountRow]> {
  const rows = await lockAccounts(db, [order.survivorId, order.loserId])
  const one = async (id: number, version: number) => {
    const row = rows.find(each => each.id === id)
    if (!row) throw new Refusal((await livingInstead(db, id)) ? 'account_merged' : 'account_unknown', { id })
    if (row.version !== version) throw new Refusal('account_changed_meanwhile', { id, name: row.name })
    return row
  }
  return [await one(order.survivorId, order.survivorVersion), await one(order.loserId, order.loserVersion)]
}

/** The person's word for what the survivor takes over: one claim, so that its removal gives the earlier values back. */
async function takeValues(
  db: Db,
  actor: Actor,
  survivor: AccountRow,
  loser: AccountRow,
  take: readonly AccountField[],
): Promise<Pick<Merge, 'taken' | 'claimId'>> {
  const above = async (row: AccountRow) => ({
    ...row,
    above: (await ancestorsOf(db, row.id)).ancestors.map(each => each.id),
  })
  const settled = parentAfterMerge(await above(survivor), await above(loser))
  const said: AccountFields = {
    ...Object.fromEntries(take.map(field => [field, loser[field]])),
    ...settled,
  }
  for (const field of Object.keys(said) as AccountField[]) if (said[field] === survivor[field]) delete said[field]
  if (Object.keys(said).length === 0) return { taken: {}, claimId: null }
  await sayOfAccounts(queryableOf(db), personsClaim(actor), [{ id: survivor.id, ...said }], true)
  return {
    taken: spoken(accountBook, said, true) as Merge['taken'],
    claimId: await latestClaimOf(db, survivor.id),
  }
}

async function moveEverything(
  db: Db,
  rooms: readonly MergingRoom[],
  survivorId: number,
  loserId: number,
): Promise<{ byKind: Record<string, number>; moved: MovedRows[] }> {
  const query = queryableOf(db)
  const parts = await mergedWith(db, loserId)
  await setMergedInto(db, parts, survivorId)
  const byKind: Record<string, number> = { contacts: await moveContacts(db, loserId, survivorId) }
  for (const room of rooms) Object.assign(byKind, await room.move?.(db, loserId, survivorId))
  const named = new Set(rooms.flatMap(room => Object.keys(room.tables)))
  const moved: MovedRows[] = []
  for (const naming of await namingColumns(query)) {
    const { table, column } = naming
    if (named.has(table)) continue
    const { moved: keys } = await moveNamingRows(query, naming, loserId, survivorId)
    if (keys.length === 0) continue
    moved.push({ table, column, keys })
    byKind[table] = (byKind[table] ?? 0) + keys.length
  }
  const sites = await foldRows(query, accountBook, await claimedBelow(db, parts))
  byKind.sites = sites.filter(id => id !== survivorId).length
  return { byKind: Object.fromEntries(Object.entries(byKind).filter(([, count]) => count > 0)), moved }
}

async function recordMerge(db: Db, actor: Actor, merge: Merge): Promise<void> {
  const { id, survivorId, loserId, survivorName, loserName, loserCode, taken, counts } = merge
  const subject = { room: 'accounts', subject: 'merge', subjectId: id }
  await recordChanges(db, actor, [
    {
      ...subject,
      accountId: survivorId,
      operation: 'merge',
      after: { merged: `${loserCode} ${loserName}`, taken, counts },
    },
    { ...subject, accountId: loserId, operation: 'merge', after: { into: survivorName } },
  ])
}
