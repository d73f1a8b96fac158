import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ledgerSpan, ledgerVersion, undoPosting } from '../ledger/ledger.server.ts'
import { inTransaction } from '../platform/database.server.ts'
import { followLedger, type HeldFacts } from './follow-ledger.use.ts'
import { type SoldLine, sell, spend } from './ledger.fixture.ts'
import { ledgerFacts } from './ledger-facts.use.ts'
import { monthsAfter, reviewWindow } from './review-window.ts'

let database: TestDatabase
let ids: ReadonlyMap<string, number>
let held: HeldFacts

const accounts = Array.from({ length: 40 }, (_, index) => `A${index}`)

/** Three years of monthly invoices; who buys in which month, and for how much, differs by account. */
function years(): SoldLine[] {
  return accounts.flatMap((account, index) =>
    Array.from({ length: 36 }, (_, month): SoldLine[] => {
      if ((index * 7 + month) % 5 === 0) return []
      const day = monthsAfter(`2021-01-${String(1 + (index % 27)).padStart(2, '0')}`, month)
      const net = String((index + 3) * (month + 1))
      return [
        { account, document: `${account}-${month}`, day, net, cost: String(index * month), productId: 1 + (month % 4) },
      ]
    }).flat(),
  )
}

async function now(asOf?: string) {
  const span = (await ledgerSpan(database.db))!
  return { version: await ledgerVersion(database.db), window: reviewWindow(asOf ?? span.to, 12), ledgerFrom: span.from }
}

async function gathered(asOf?: string): Promise<HeldFacts> {
  const at = await now(asOf)
  return { ...at, ...(await ledgerFacts(database.db, at.window, at.ledgerFrom)) }
}

/** Follows from what is held, expects what gathering anew finds, and holds that. */
async function follow(asOf?: string): Promise<void> {
  const followed = await followLedger(database.db, held, await now(asOf))
  const anew = await gathered(asOf)
  expect(followed).not.toBeNull()
  expect(new Map([...followed!.facts].sort(([one], [other]) => one - other))).toEqual(
    new Map([...anew.facts].sort(([one], [other]) => one - other)),
  )
  expect(followed!.marginKnown).toBe(anew.marginKnown)
  expect(followed!.costsKept).toBe(anew.costsKept)
  held = followed!
}

beforeAll(async () => {
  database = await createTestDatabase()
  ids = await sell(database, years())
  await spend(database, ids, [{ account: 'A3', day: '2023-07-04', amount: '5' }])
  held = await gathered()
})

afterAll(() => database.close())

describe('facts that follow the ledger', () => {
  test('a new day moves the window and touches a few accounts', async () => {
    const day = (await ledgerSpan(database.db))!.to
    await sell(database, [{ account: 'A7', document: 'new', day: monthsAfter(day, 0), net: '400', cost: '100' }])
    await follow()
    await sell(database, [
      { account: 'A9', document: 'later', day: '2023-12-31', net: '70', cost: '100', productId: 9 },
    ])
    await follow()
  })

  test('costs booked by hand and accounts never seen before are taken in', async () => {
    await spend(database, ids, [{ account: 'A5', day: '2023-11-30', amount: '12.5' }])
    await follow()
    await sell(database, [{ account: 'new one', document: '1', day: '2023-06-01', net: '10' }])
    await follow()
  })

  test('an undone import takes its lines along', async () => {
    const { rows } = await database.pool.query<{ import_id: number }>(
      'select import_id from bookkeeping.posting order by posting desc limit 1',
    )
    await inTransaction(database.pool, client => undoPosting(client, rows[0]!.import_id))
    await follow()
  })

  test('a window that moves back some days finds what it had before', async () => {
    await follow('2023-12-20')
    await follow('2023-12-31')
  })

  test('a change of many accounts is gathered anew', async () => {
    await sell(
      database,
      accounts.map(account => ({ account, document: 'all', day: '2023-12-31', net: '1' })),
    )
    expect(await followLedger(database.db, held, await now())).toBeNull()
  })

  test('a window that moved by months is gathered anew', async () => {
    held = await gathered()
    expect(await followLedger(database.db, held, await now('2023-06-30'))).toBeNull()
  })
})
