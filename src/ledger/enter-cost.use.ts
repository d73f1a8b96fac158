import { mayEditContacts } from '../accounts/account-rights.ts'
import { lockEditable } from '../accounts/edit-account.use.ts'
import { recordChange } from '../platform/audit.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockLedger } from './bookkeeping.store.ts'
import { queryableOf } from './connection.server.ts'
import { type CostEntry, type EnteredCost, findCostEntry, listCostEntries } from './cost-entries.store.ts'
import { cursorOf, dayShape, readCursor } from './page-cursor.ts'
import { addCostEntry, removeCostEntry } from './post-costs.server.ts'

type Acting = Pick<ActorContext, 'db' | 'actor'>

/** The ledger before the account, as an import does: the other way round the two could wait for each other for ever. */
async function lockBoth(db: Acting['db'], actor: Acting['actor'], accountId: number): Promise<void> {
  await lockLedger(queryableOf(db))
  await lockEditable(db, actor, accountId, mayEditContacts)
}

/** A person enters a cost to serve of an account they keep. Waits while an import runs. */
export async function enterCost({ db, actor }: Acting, cost: EnteredCost): Promise<CostEntry> {
  return db.transaction().execute(async transaction => {
    await lockBoth(transaction, actor, cost.accountId)
    const ledger = queryableOf(transaction)
    const id = await addCostEntry(ledger, cost)
    const entry = (await findCostEntry(ledger, cost.accountId, id))!
    await recordChange(transaction, actor, {
      room: 'ledger',
      subject: 'cost entry',
      subjectId: id,
      accountId: cost.accountId,
      operation: 'add',
      after: entry,
    })
    return entry
  })
}

/** Removes an entry made by hand. Refused as `cost_entry_unknown`, and as `cost_entry_imported`: an import is undone. */
export async function withdrawCost({ db, actor }: Acting, accountId: number, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    await lockBoth(transaction, actor, accountId)
    const entry = await removeCostEntry(queryableOf(transaction), accountId, id)
    if (!entry) throw new Refusal('cost_entry_unknown', { id })
    if (entry.source !== null) throw new Refusal('cost_entry_imported', { id, import: entry.importId })
    await recordChange(transaction, actor, {
      room: 'ledger',
      subject: 'cost entry',
      subjectId: id,
      accountId,
      operation: 'remove',
      before: entry,
    })
  })
}

export async function readCosts(
  { db }: Pick<Acting, 'db'>,
  { accountId, limit, cursor }: { accountId: number; limit: number; cursor?: string },
) {
  const last = readCursor(cursor, dayShape)
  const before = last && { day: last.first, id: last.second }
  const items = await listCostEntries(queryableOf(db), accountId, { limit, before })
  const end = items.at(-1)
  return { items, nextCursor: end && items.length === limit ? cursorOf(end.day, end.id) : null }
}
