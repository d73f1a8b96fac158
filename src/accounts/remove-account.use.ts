import { recordChange } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { deleteAccount, usesHere } from './accounts.store.ts'
import { queryableOf } from './claims.store.ts'
import { type Acting, lockEditable } from './edit-account.use.ts'
import { lockHierarchy } from './hierarchy.store.ts'

/** What hangs on an account, counted by kind, in rooms that know accounts but that accounts does not know. */
export type UsesElsewhere = (db: Db, accountId: number) => Promise<{ use: string; count: number }[]>

/** Deletes an account that nothing uses. Refused as `account_in_use`, naming what uses it. */
export async function removeAccount(context: Acting, usesElsewhere: UsesElsewhere, id: number): Promise<void> {
  const { actor } = context
  await context.db.transaction().execute(async db => {
    await lockHierarchy(queryableOf(db))
    const account = await lockEditable(db, actor, id)
    const uses = [...(await usesHere(db, id)), ...(await usesElsewhere(db, id))]
    if (uses.length > 0) {
      const named = uses.map(({ use, count }) => `${count} ${use}`).join(', ')
      throw new Refusal('account_in_use', { id, name: account.name, uses: named })
    }
    await deleteAccount(db, id)
    await recordChange(db, actor, {
      room: 'accounts',
      subject: 'account',
      subjectId: id,
      accountId: id,
      operation: 'remove',
      before: account,
    })
  })
}
