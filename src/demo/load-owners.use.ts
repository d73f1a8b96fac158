import type { Kysely } from 'kysely'
import { setOwner } from '../accounts/set-owner.use.ts'
import type { DB } from '../platform/database-types.ts'
import type { DemoAccount } from './accounts.ts'
import { actorOf, type DemoActors } from './load-people.use.ts'

/** The head gives the managers their portfolios; `ids` are the accounts' by code. */
export async function loadOwners(
  db: Kysely<DB>,
  actors: DemoActors,
  accounts: readonly DemoAccount[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const actor = actorOf(actors, 'lin.zhiyuan')
  const portfolios = Map.groupBy(accounts, account => account.ownerKey)
  for (const [key, owned] of portfolios) {
    if (key === null) continue
    const owner = actorOf(actors, key)
    await setOwner(
      { db, actor },
      owned.map(account => ids.get(account.code) ?? 0),
      owner.id,
    )
  }
}
