import type { Kysely } from 'kysely'
import type pg from 'pg'
import { findAccount } from '../../accounts/accounts.store.ts'
import { createAccount, editAccount } from '../../accounts/edit-account.use.ts'
import { insertRun } from '../../accounts/merge/duplicate-runs.store.ts'
import { runSearch } from '../../accounts/merge/search-duplicates.use.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoDuplicate } from './duplicates.ts'

/** The administrator enters what came in twice, and searches. `ids` are the accounts' by code. */
export async function loadDuplicates(
  { db, pool, clock }: { db: Kysely<DB>; pool: pg.Pool; clock: Clock },
  actors: DemoActors,
  duplicates: readonly DemoDuplicate[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const actor = actorOf(actors, 'su.yan')
  for (const { of, code, ...said } of duplicates) {
    await createAccount({ db, actor }, code, said)
    if (said.taxNumber === null) continue
    const id = ids.get(of)!
    const { version } = (await findAccount(db, id))!
    await editAccount({ db, actor }, id, version, { taxNumber: said.taxNumber })
  }
  await runSearch({ db, pool, clock }, await insertRun(db, actor, clock.now()))
}
