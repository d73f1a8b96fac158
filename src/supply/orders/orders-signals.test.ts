import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { changeOrder } from './change-order.use.ts'
import { acting, buyer, proposal, signed, type Trade, tradeOf } from './orders.fixture.ts'
import signals from './orders.signals.server.ts'

let database: TestDatabase
let trade: Trade
beforeAll(async () => {
  database = await createTestDatabase()
  trade = await tradeOf(database)
})
afterAll(() => database.close())

const read = async (today: string, accountIds: number[] | null = null) =>
  signals.read({ ...database, clock: { now: () => new Date(`${today}T08:00:00Z`) }, today, accountIds })
const kinds = async (today: string, publicId: string) =>
  (await read(today)).filter(signal => signal.values.order === publicId).map(({ kind, due }) => [kind, due])

test('a proposal is spoken of from the third day without an answer, or three days before its end', async () => {
  const { publicId } = await proposal(database, trade)
  expect(await kinds('2026-11-04', publicId)).toEqual([])
  expect(await kinds('2026-11-05', publicId)).toEqual([['supply.order_unanswered', '2026-11-08']])
  const ending = await proposal(database, trade, { expiresAt: new Date('2026-11-05T10:00:00Z') })
  expect(await kinds('2026-11-02', ending.publicId)).toEqual([['supply.order_unanswered', '2026-11-05']])
})

test('what the account changed is at once the owner’s to look at', async () => {
  const { publicId } = await proposal(database, trade)
  const lines = [{ productId: trade.productIds[0]!, quantity: '7' }]
  await changeOrder(acting(database, buyer), { publicId }, { lines })
  const found = (await read('2026-11-02')).filter(signal => signal.values.order === publicId)
  expect(found).toMatchObject([
    { kind: 'supply.order_changed', values: { by: 'Bei Wang' }, accountId: trade.accountId },
  ])
})

test('a signed order is spoken of once two days have passed without a confirmation; its margin hangs on it', async () => {
  const { publicId } = await signed(database, trade)
  expect(await kinds('2026-11-03', publicId)).toEqual([])
  expect(await kinds('2026-11-04', publicId)).toEqual([['supply.order_unconfirmed', '2026-11-04']])
  expect(await read('2026-11-04', [trade.otherAccountId])).toEqual([])
})
