import { accountOwners } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Cadence } from './cadence.ts'

/** Cadences with what a page shows beside them. */
export async function describeCadences({ db, actor }: { db: Db; actor: Actor }, cadences: readonly Cadence[]) {
  const accounts = await accountOwners(db, [...new Set(cadences.map(cadence => cadence.accountId))])
  return cadences.map(({ accountId, ...fields }) => {
    const account = accounts.get(accountId)
    return {
      ...fields,
      account: { id: accountId, code: account?.code ?? '', name: account?.name ?? '' },
      mayEdit: account !== undefined && mayEditAccount(actor, account),
    }
  })
}
