import { accountNames } from '../../accounts/account-names.server.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Acting, checkPromises } from './make-promise.use.ts'
import { mayMove, type PromiseState } from './promise.ts'
import { mayKeepPromise } from './promise-rights.ts'
import { lockPromise, movePromise, type PromiseEdit, type PromiseRow, updatePromise } from './promises.store.ts'

/** The promise in the version that the person read, locked, and theirs to keep. */
async function lockKept(db: Db, { actor }: Acting, id: number, version: number): Promise<PromiseRow> {
  const promise = await lockPromise(db, id)
  if (!promise) throw new Refusal('promise_unknown', { id })
  const account = (await accountNames(db, [promise.accountId])).get(promise.accountId)!
  if (!mayKeepPromise(actor, account, promise)) throw new Refusal('account_not_yours', { id, name: account.name })
  if (promise.version !== version) throw new Refusal('promise_changed_meanwhile', { id })
  return promise
}

async function record(
  db: Db,
  { actor }: Acting,
  promise: PromiseRow,
  operation: string,
  before: object,
  after: object,
) {
  const { id: subjectId, accountId } = promise
  await recordChange(db, actor, { room: 'engage', subject: 'promise', subjectId, accountId, operation, before, after })
}

/**
 * Edits an open promise. Refused as `promise_unknown`, `account_not_yours`, `promise_changed_meanwhile`,
 * `promise_not_open`, `promise_owner_unknown`, `promise_contact_unknown`.
 */
export async function editPromise(context: Acting, id: number, version: number, edit: PromiseEdit): Promise<void> {
  await context.db.transaction().execute(async db => {
    const promise = await lockKept(db, context, id, version)
    if (promise.state !== 'open') throw new Refusal('promise_not_open')
    const said = promise.side === 'theirs' ? { ...edit, ownerId: null } : edit
    const { before, after } = changedFields<PromiseEdit>(promise, said)
    if (Object.keys(after).length === 0) return
    await checkPromises(db, promise.accountId, [{ ...promise, ...after }])
    await updatePromise(db, id, after)
    await record(db, context, promise, 'edit', before, after)
  })
}

export type Settlement = { state: PromiseState; on?: string; outcome: string | null }

/**
 * Says what became of a promise, or opens it again, which forgets the day and the words of its settlement (the trail
 * keeps them). Refused as `promise_unknown`, `account_not_yours`, `promise_changed_meanwhile`, `promise_move_odd`,
 * `promise_day_invalid`.
 */
export async function settlePromise(context: Acting, id: number, version: number, said: Settlement): Promise<void> {
  const today = await businessDay(context)
  await context.db.transaction().execute(async db => {
    const promise = await lockKept(db, context, id, version)
    if (!mayMove(promise.state, said.state)) throw new Refusal('promise_move_odd')
    const day = said.on ?? today
    if (said.state !== 'open' && (day > today || day < promise.madeOn))
      throw new Refusal('promise_day_invalid', { from: promise.madeOn, to: today })
    const after =
      said.state === 'open'
        ? { state: said.state, closedOn: null, outcome: null }
        : { state: said.state, closedOn: day, outcome: said.outcome }
    await movePromise(db, id, after)
    const { state, closedOn, outcome } = promise
    const operation = said.state === 'open' ? 'reopen' : 'settle'
    await record(db, context, promise, operation, { state, closedOn, outcome }, after)
  })
}
