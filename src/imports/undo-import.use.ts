import type { Kysely } from 'kysely'
import type pg from 'pg'
import { accountsNamedBy, withdrawAccountClaims } from '../accounts/accounts.server.ts'
import { withdrawContactClaims } from '../accounts/contacts.server.ts'
import { withdrawInstalled } from '../know/installed/claim-installed.store.ts'
import { productsInUse, undoPosting } from '../ledger/ledger.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import { inTransaction } from '../platform/database.server.ts'
import type { DB } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { productsNamedBy, removeUnusedProducts, withdrawProductClaims } from '../products/products.server.ts'
import { withdrawMessages } from '../supply/messages/messages.server.ts'
import { withdrawSupply } from '../supply/stock/stock.server.ts'
import { childrenOf, findImport, runningLock, setState, undoneImports } from './imports.store.ts'
import { onClient } from './on-client.server.ts'
import { withdrawRates } from './rates.store.ts'
import { removeUnused } from './remove-unused.use.ts'
import { figuresChanged } from './run-import.use.ts'
import { reopenSettledBy } from './set-aside.store.ts'

export type Undone = { imports: number[]; accountsRemoved: number; productsRemoved: number }

/**
 * Takes an import back as if it had never been, whatever was imported since: its lines, costs, rates, stock, sales,
 * deliveries and all that it said of accounts, products and contacts; what nothing else uses is removed. Imports booked from its set-aside rows
 * go with it. Refused as import_unknown, import_not_undoable.
 */
export async function undoImport(
  context: { db: Kysely<DB>; pool: pg.Pool; actor: Actor },
  id: number,
): Promise<Undone> {
  return inTransaction(context.pool, async client => {
    await client.query('select pg_advisory_xact_lock($1, $2)', [runningLock, id % 2 ** 31])
    const db = onClient(client)
    const row = await findImport(db, id)
    if (!row) throw new Refusal('import_unknown', { id })
    // A lock that nobody else holds shows the state of an undo that was interrupted as what it was before: finished.
    if (row.state !== 'finished' && row.state !== 'undoing')
      throw new Refusal('import_not_undoable', { id, state: row.state })
    const imports = [...(await childrenOf(db, id)), id]
    const accounts = new Set<number>()
    const products = new Set<number>()
    for (const each of imports) {
      await undoPosting(client, each)
      for (const account of await withdrawAccountClaims(client, each)) accounts.add(account)
      for (const product of await withdrawProductClaims(client, each)) products.add(product)
      await withdrawContactClaims(client, each)
      await withdrawRates(db, each)
      await withdrawInstalled(db, each)
      await withdrawSupply(db, each)
      await withdrawMessages(db, each)
      await reopenSettledBy(db, each)
      await setState(db, each, 'undone')
    }
    // Whoever an import undone earlier had named first may have stayed for the lines that go now.
    const undone = await undoneImports(db)
    for (const account of await accountsNamedBy(client, undone)) accounts.add(account)
    for (const product of await productsNamedBy(client, undone)) products.add(product)
    const gone = await removeUnused(db, [...accounts])
    const goneProducts = await removeUnusedProducts(client, [...products], ids => productsInUse(client, ids))
    await recordChange(db, context.actor, {
      room: 'imports',
      subject: 'import',
      subjectId: id,
      operation: 'undo import',
      before: { kind: row.kind, source: row.source, file: row.fileName, added: row.added, replaced: row.replaced },
    })
    if (row.kind === 'invoices' || row.kind === 'costs') await figuresChanged(db)
    return { imports, accountsRemoved: gone.length, productsRemoved: goneProducts.length }
  })
}
