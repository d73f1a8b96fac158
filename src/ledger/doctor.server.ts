import type pg from 'pg'
import { accountCodes } from '../accounts/accounts.server.ts'
import { productCodes } from '../products/products.server.ts'
import { closeLedger, lockLedger, postingsHeld } from './bookkeeping.store.ts'
import type { Difference } from './difference.ts'
import { examineClaims, examineRollUps, namedInLedger, touchEverything } from './examine.store.ts'
import { refreshTouchedDocuments, refreshTouchedMonths, touchMonthsOfTouchedDocuments } from './roll-up.store.ts'

/**
 * Computes headers, months and years again from the lines, checks the claims, and looks for accounts, products and
 * postings that do not exist. Empty where everything is right. One snapshot, so an import that runs does no harm.
 */
export async function examineLedger(pool: pg.Pool): Promise<Difference[]> {
  const client = await pool.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const differences = [
      ...(await examineRollUps(client)),
      ...(await examineClaims(client)),
      ...(await findOrphans(client)),
    ]
    await client.query('commit')
    return differences
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function findOrphans(client: pg.ClientBase): Promise<Difference[]> {
  const named = await namedInLedger(client)
  const postings = new Set(await postingsHeld(client))
  const accounts = new Set((await accountCodes(client, '')).values())
  const products = new Set((await productCodes(client, '')).values())
  const missing = (ids: number[], known: Set<number>, thing: string): Difference[] =>
    ids
      .filter(id => !known.has(id))
      .map(id => ({
        table: 'ledger.line',
        accountId: null,
        place: `${thing} ${id}`,
        column: thing,
        stored: String(id),
        recomputed: null,
      }))
  return [
    ...missing(named.postings, postings, 'posting'),
    ...missing(named.accounts, accounts, 'account'),
    ...missing(named.products, products, 'product'),
  ]
}

/** Computes all headers, months and years again from the lines. The caller commits. */
export async function repairRollUps(client: pg.ClientBase): Promise<void> {
  await lockLedger(client)
  await touchEverything(client)
  await refreshTouchedDocuments(client)
  await touchMonthsOfTouchedDocuments(client)
  await refreshTouchedMonths(client)
  await closeLedger(client)
}
