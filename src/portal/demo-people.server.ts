import { sql } from 'kysely'
import { accountNames } from '../accounts/account-names.server.ts'
import type { Db } from '../platform/database.server.ts'
import { right } from './may-portal.server.ts'
import { membersOf } from './members.store.ts'

/** Whom one can be in a demo's portal. */
export async function demoPeople(db: Db) {
  const { rows } = await sql<{ id: number }>`
    select account_id as id from portal.member group by account_id order by min(id) limit 20`.execute(db)
  const ids = rows.map(row => row.id)
  const [members, accounts] = await Promise.all([membersOf(db, ids), accountNames(db, ids)])
  return (
    members
      .filter(member => !member.disabled)
      // Of each account the buyer first.
      .sort(
        (one, other) => ids.indexOf(one.accountId) - ids.indexOf(other.accountId) || (one.role < other.role ? -1 : 1),
      )
      .map(({ userId: id, name, accountId, role }) => ({
        id,
        name,
        account: accounts.get(accountId)?.name ?? '',
        right: right(role),
      }))
  )
}
