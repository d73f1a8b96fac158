import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { type AccountField, accountColumns } from './account.ts'
import { readAccountClaims } from './account-claims.store.ts'
import { findBrief } from './accounts.store.ts'
import { foldClaims } from './fold-claims.ts'

/** For each value of the account: who said it, an import or a person, and when. */
export async function readOrigins(db: Db, id: number) {
  if (!(await findBrief(db, id))) throw new Refusal('account_unknown', { id })
  const claims = await readAccountClaims(db, id)
  const { fields, by } = foldClaims(claims)
  return (Object.keys(accountColumns) as AccountField[]).flatMap(field => {
    const claim = claims.find(each => each.id === by[accountColumns[field]])
    if (!claim) return []
    const { importId, actorId, source, at } = claim
    return { field, value: fields[accountColumns[field]] ?? null, importId, actorId, source, at: at.toISOString() }
  })
}
