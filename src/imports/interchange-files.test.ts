import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { activity852, inventory846, sales96, stock01 } from '../supply/messages/messages.fixture.ts'
import { addCrossReference, setGlns, setGtins } from '../supply/stock/cross-reference.server.ts'
import { stockNow, weeklySales } from '../supply/stock/stock.server.ts'
import { commandsOn } from './import-command.fixture.ts'

let database: TestDatabase
let commands: ReturnType<typeof commandsOn>

const id = async (query: string) => Number((await database.pool.query(query)).rows[0].id)
const accountId = () => id(`select id from accounts.account where code = 'C1'`)
const productId = (code: string) => id(`select id from products.product where code = '${code}'`)

beforeEach(async () => {
  database = await createTestDatabase()
  commands = commandsOn(database)
  await commands.importText('account,name,country,city\nC1,North Shore Electric,US,Erie\nC2,Bystander,US,Erie\n')
  await commands.importText('product,name,category\nP1,Breaker 16 A,Breakers\nP2,Lamp,Lamps\n')
  await database.pool.query(
    `insert into know.site (account_id, code, name, kind) select id, s, 'Store ' || s, 'shop' from accounts.account, unnest(array['S01', 'S02']) s where code = 'C1'`,
  )
  await setGtins(database.db, [{ gtin: '00036000291452', productId: await productId('P1') }])
})
afterEach(() => database.close())

/** Makes the sender known as the account C1, as its page would. */
async function namePartner(theirId: string) {
  await database.pool.query('update supply.partner set account_id = $1 where their_id = $2', [
    await accountId(),
    theirId,
  ])
}
const counts = (json: Record<string, unknown>) => [json.rows, json.added, json.replaced, json.unchanged, json.setAside]
const messages = async () =>
  (
    await database.pool.query(
      'select type, control_number, state, ack_file_id is not null as answered from supply.message order by id',
    )
  ).rows

test('an 852 of an unknown sender is kept, its rows wait, and come in once a person has said who and what it is', async () => {
  const first = await commands.importText(activity852)
  expect(first.json()).toMatchObject({ rows: 4, added: 0, setAside: 4, reasons: { party_unmapped: 4 } })
  expect(await messages()).toEqual([{ type: '852', control_number: '000000101', state: 'taken', answered: true }])
  expect(await stockNow(database.db, {})).toEqual([])
})

test('an 852 of a known dealer becomes stock and sell-through by store, and undo takes both away', async () => {
  await commands.importText(activity852)
  await namePartner('NORTHSHORE')
  await commands.imports('undo', '3')
  const result = await commands.importText(activity852)
  expect([result.code, ...counts(result.json())]).toEqual([0, 4, 3, 0, 0, 1])
  expect(result.json().reasons).toEqual({ product_unmapped: 1 })
  const stock = await stockNow(database.db, {})
  expect(stock.map(({ onHand, onOrder, day }) => [onHand, onOrder, day])).toEqual([
    ['40', null, '2026-11-01'],
    ['18', null, '2026-11-01'],
  ])
  const sales = await weeklySales(database.db, { from: '2026-10-01', until: '2026-11-02' })
  expect(sales.map(({ week, sold }) => [week, sold])).toEqual([['2026-10-26', '12']])
  await commands.imports('undo', String(result.json().import))
  expect(await stockNow(database.db, {})).toEqual([])
})
