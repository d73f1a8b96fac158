import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Seconds that a person waits for an import or another merge to end. */
const patience = 20

/** lock_not_available and deadlock_detected: the transaction is rolled back whole, so trying again is safe. */
const heldByOthers = ['55P03', '40P01']

/** A transaction that does not wait long for locks of others. Refused as `merge_busy` where it would have to. */
export async function waitingShortly<T>(db: Kysely<DB>, work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async transaction => {
      await sql`select set_config('lock_timeout', ${`${patience}s`}, true)`.execute(transaction)
      return work(transaction)
    })
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (typeof code === 'string' && heldByOthers.includes(code)) throw new Refusal('merge_busy')
    throw error
  }
}
