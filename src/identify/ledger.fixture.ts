import type { TestDatabase } from '../../tests/support/database.ts'
import { createAccounts, reserveAccountIds } from '../accounts/accounts.server.ts'
import { openPosting, postCosts } from '../ledger/ledger.server.ts'
import type { PostedLine } from '../ledger/posting.ts'
import { inTransaction } from '../platform/database.server.ts'

export interface SoldLine {
  account: string
  accountName?: string
  document: string
  line?: string | null
  day: string
  net: string
  cost?: string | null
  productId?: number | null
  quantity?: string
  kind?: PostedLine['kind']
}

let imports = 0

/** Posts lines as an import would, with the accounts that they name; returns the ids by code. */
export async function sell(database: TestDatabase, lines: readonly SoldLine[]): Promise<Map<string, number>> {
  imports += 1
  const importId = imports
  return inTransaction(database.pool, async client => {
    const { rows } = await client.query<{ code: string; id: number }>('select code, id from accounts.account')
    const ids = new Map(rows.map(row => [row.code, row.id]))
    const names = new Map(lines.map(line => [line.account, line.accountName ?? line.account]))
    const created = [...names.keys()].filter(code => !ids.has(code))
    const reserved = await reserveAccountIds(client, created.length)
    created.forEach((code, index) => {
      ids.set(code, reserved[index]!)
    })
    await createAccounts(
      client,
      importId,
      'test',
      created.map(code => ({ id: ids.get(code)!, code, name: names.get(code)! })),
    )
    const posting = await openPosting(client, { importId, source: `test ${importId}` })
    const posted = lines.map(
      (line, index): PostedLine => ({
        row: index + 2,
        accountId: ids.get(line.account)!,
        document: line.document,
        line: line.line ?? null,
        day: line.day,
        productId: line.productId ?? null,
        quantity: line.quantity ?? '1',
        unitPrice: line.net,
        net: line.net,
        cost: line.cost ?? null,
        currency: null,
        rate: null,
        netInCurrency: null,
        kind: line.kind ?? (line.net.startsWith('-') ? 'return' : 'sale'),
        flags: 0,
      }),
    )
    for (let start = 0; start < posted.length; start += 20_000) await posting.write(posted.slice(start, start + 20_000))
    await posting.finish()
    return ids
  })
}

/** Books cost to serve. */
export async function spend(
  database: TestDatabase,
  ids: ReadonlyMap<string, number>,
  costs: readonly { account: string; day: string; amount: string }[],
): Promise<void> {
  imports += 1
  const importId = imports
  await inTransaction(database.pool, client =>
    postCosts(
      client,
      { importId, source: `costs ${importId}` },
      costs.map((cost, index) => ({
        row: index + 2,
        accountId: ids.get(cost.account)!,
        day: cost.day,
        kind: 'visits',
        amount: cost.amount,
        note: null,
      })),
    ),
  )
}
