import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountField, accountColumns } from '../account.ts'
import { accountBook } from '../account-claims.store.ts'
import { type AccountRow, findAccount } from '../accounts.store.ts'
import { foldRows, queryableOf } from '../claims.store.ts'
import { lockHierarchy } from '../hierarchy.store.ts'
import type { Merging } from './merge-accounts.use.ts'
import {
  claimedBelow,
  deleteClaim,
  lockPair,
  mergedWith,
  moveContactsBack,
  setMergedInto,
} from './merged-rows.store.ts'
import { findMerge, type Merge, markUndone, movedBy } from './merges.store.ts'
import type { MergingRoom } from './merging-room.server.ts'
import { moveNamingRowsBack, namingColumns } from './merging-tables.store.ts'
import { waitingShortly } from './waiting-shortly.store.ts'

/** Removes those of the accounts that undone imports had named and that nothing uses any more. */
export type RemoveUnused = (db: Db, accountIds: readonly number[]) => Promise<void>

/** `kept`: fields whose taken value somebody has replaced meanwhile; theirs stays. */
export type UndoneMerge = { merge: Merge; kept: AccountField[] }

/**
 * Takes a merge back. What the merged account had, what came under its codes since, and what files said of it since is its
 * own again; what people gave the survivor meanwhile stays there. Refused as `merge_unknown`, `merge_undone`,
 * `merge_within_merge` (the survivor itself was merged since) and `merge_busy`.
 */
export async function undoMerge(
  { db, actor, clock }: Merging,
  rooms: readonly MergingRoom[],
  removeUnused: RemoveUnused,
  id: number,
): Promise<UndoneMerge> {
  return waitingShortly(db, async transaction => {
    for (const room of rooms) await room.lock?.(transaction)
    await lockHierarchy(queryableOf(transaction))
    const merge = await lockStanding(transaction, id)
    const { survivorId, loserId } = merge
    const before = (await findAccount(transaction, survivorId))!
    await moveEverythingBack(transaction, rooms, merge)
    await markUndone(transaction, actor, id, clock.now())
    await recordChanges(
      transaction,
      actor,
      [survivorId, loserId].map(accountId => ({
        room: 'accounts',
        subject: 'merge',
        subjectId: id,
        accountId,
        operation: 'undo merge',
        before: { merged: `${merge.loserCode} ${merge.loserName}`, into: merge.survivorName },
      })),
    )
    await removeUnused(transaction, [survivorId, loserId])
    return { merge: (await findMerge(transaction, id))!, kept: replacedMeanwhile(merge, before) }
  })
}

/** Two undos at once take turns at the accounts' rows, so the second finds the first one's mark. */
async function lockStanding(db: Db, id: number): Promise<Merge> {
  const named = await findMerge(db, id)
  if (!named) throw new Refusal('merge_unknown', { id })
  const into = await lockPair(db, [named.survivorId, named.loserId])
  const merge = (await findMerge(db, id))!
  if (merge.undoneAt) throw new Refusal('merge_undone', { name: merge.loserName })
  if (into.get(merge.survivorId) !== null) throw new Refusal('merge_within_merge', { name: merge.survivorName })
  return merge
}

async function moveEverythingBack(db: Db, rooms: readonly MergingRoom[], merge: Merge): Promise<void> {
  const { id, survivorId, loserId, claimId } = merge
  const query = queryableOf(db)
  const origins = await mergedWith(db, loserId)
  await setMergedInto(db, [loserId], null)
  await setMergedInto(
    db,
    origins.filter(each => each !== loserId),
    loserId,
  )
  await moveContactsBack(db, survivorId, loserId, origins)
  for (const room of rooms) await room.moveBack?.(db, survivorId, loserId, origins)
  const moved = await movedBy(db, id)
  for (const naming of await namingColumns(query)) {
    const keys = moved.get(`${naming.table}.${naming.column}`)
    if (keys) await moveNamingRowsBack(query, naming, survivorId, loserId, keys)
  }
  if (claimId !== null) await deleteClaim(db, claimId)
  await foldRows(query, accountBook, [survivorId, loserId, ...(await claimedBelow(db, origins))])
}

function replacedMeanwhile({ taken }: Merge, survivor: AccountRow): AccountField[] {
  const fields = Object.keys(accountColumns) as AccountField[]
  return fields.filter(field => accountColumns[field] in taken && taken[accountColumns[field]] !== survivor[field])
}
