import { recordChange } from '../platform/audit.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { deleteCode, insertCode, type OtherCode } from './accounts.store.ts'
import { type Acting, lockEditable } from './edit-account.use.ts'

/** Lines of `source` under this code will mean this account. Refused as `account_code_taken`. */
export async function addCode(context: Acting, id: number, other: OtherCode): Promise<void> {
  await context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, id)
    const holder = await insertCode(db, id, other)
    if (holder) throw new Refusal('account_code_taken', { code: other.code, name: holder.name })
    await recordChange(db, context.actor, {
      room: 'accounts',
      subject: 'account',
      subjectId: id,
      accountId: id,
      operation: 'add code',
      after: other,
    })
  })
}

/** Lines that came in earlier stay with the account. Refused as `account_code_not_found`. */
export async function removeCode(context: Acting, id: number, other: OtherCode): Promise<void> {
  await context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, id)
    if (!(await deleteCode(db, id, other))) throw new Refusal('account_code_not_found', other)
    await recordChange(db, context.actor, {
      room: 'accounts',
      subject: 'account',
      subjectId: id,
      accountId: id,
      operation: 'remove code',
      before: other,
    })
  })
}
