import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { confirmOrder } from './confirm-order.use.ts'
import { acting, boris, proposal, signAsItStands, signed, type Trade, tradeOf } from './orders.fixture.ts'
import { findOrder, linesOf } from './orders.store.ts'

// Whoever reaches the tables themselves: each of these is tried as the owner of them all.
let database: TestDatabase
let trade: Trade

beforeAll(async () => {
  database = await createTestDatabase()
  trade = await tradeOf(database)
})

afterAll(() => database.close())

const run = (statement: string, values: unknown[] = []) => database.pool.query(statement, values)
const stateOf = async (id: number) =>
  (await run('select state from supply.purchase_order where id = $1', [id])).rows[0].state

test('no order begins as signed, confirmed or shipped', async () => {
  for (const state of ['signed', 'confirmed', 'shipped', 'changed', 'declined'])
    await expect(
      run(
        `insert into supply.purchase_order (number, account_id, account_code, account_name, currency, origin, state, created_by_name,
           created_at, proposed_at, state_since) values ('X', $1, 'A1', 'Alpha', 'USD', 'hand', $2, 'x', now(), now(), now())`,
        [trade.accountId, state],
      ),
    ).rejects.toThrow(/begins as a draft|purchase_order_check/)
})

test('an unsigned order cannot be made signed, confirmed or shipped by an update', async () => {
  const { id } = await proposal(database, trade)
  for (const state of ['signed', 'confirmed', 'shipped'])
    await expect(run('update supply.purchase_order set state = $2 where id = $1', [id, state])).rejects.toThrow(
      /without a signature|cannot become/,
    )
  const other = await signed(database, trade)
  const { rows } = await run('select signature_id from supply.purchase_order where id = $1', [other.id])
  await expect(
    run(`update supply.purchase_order set state = 'signed', signature_id = $2 where id = $1`, [
      id,
      rows[0].signature_id,
    ]),
  ).rejects.toThrow(/without a signature/)
  expect(await stateOf(id)).toBe('proposed')
})

test('a session that says it replays another server is held to the same', async () => {
  const { id } = await proposal(database, trade)
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    // An ordinary role may not even say so.
    const replays = await client.query('set local session_replication_role = replica').then(
      () => true,
      () => false,
    )
    if (replays)
      await expect(
        client.query(`update supply.purchase_order set state = 'confirmed' where id = $1`, [id]),
      ).rejects.toThrow(/cannot become/)
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(await stateOf(id)).toBe('proposed')
})

test('a line of a signed order can neither change, come, go nor be given to another order', async () => {
  const { id } = await signed(database, trade)
  const open = await proposal(database, trade)
  for (const statement of [
    'update supply.order_line set quantity = 11 where order_id = $1 and line = 1',
    'update supply.order_line set unit_price = 1 where order_id = $1 and line = 1',
    `update supply.order_line set product_code = 'SW-9' where order_id = $1 and line = 1`,
    `update supply.order_line set product_id = (select max(id) from products.product) where order_id = $1 and line = 1`,
    'delete from supply.order_line where order_id = $1 and line = 1',
    `insert into supply.order_line (order_id, line, product_id, product_code, product_name, quantity)
       select $1, 3, id, code, name, 1 from products.product where code = 'SW-3'`,
  ])
    await expect(run(statement, [id]), statement).rejects.toThrow(/content of an order that is signed/)
  await expect(
    run('update supply.order_line set order_id = $2 where order_id = $1 and line = 1', [open.id, id]),
  ).rejects.toThrow(/stays with its order/)
  await expect(run(`update supply.purchase_order set wanted_on = '2027-01-01' where id = $1`, [id])).rejects.toThrow(
    /content of an order that is signed/,
  )
  await expect(run(`update supply.purchase_order set currency = 'EUR' where id = $1`, [id])).rejects.toThrow(/content/)
  await expect(
    run('update supply.purchase_order set account_id = $2 where id = $1', [id, trade.otherAccountId]),
  ).rejects.toThrow(/another account/)
  expect(await stateOf(id)).toBe('signed')
})

test('names of things that are not signed may change without unsigning', async () => {
  const { id } = await signed(database, trade)
  await run(
    `update supply.order_line set product_name = 'Switch, new edition', allocated_quantity = 4 where order_id = $1 and line = 1`,
    [id],
  )
  expect(await stateOf(id)).toBe('signed')
})

test('a signature can neither be changed, removed, emptied nor superseded while the order counts on it', async () => {
  const { id } = await signed(database, trade)
  for (const statement of [
    `update supply.signature set signer_name = 'Somebody else' where order_id = $1`,
    `update supply.signature set content = content || 'x' where order_id = $1`,
    'delete from supply.signature where order_id = $1',
    `update supply.signature set superseded_at = now(), superseded_by_name = 'x' where order_id = $1`,
    'delete from supply.purchase_order where id = $1',
    `update supply.order_step set actor_name = 'x' where order_id = $1`,
    'delete from supply.order_step where order_id = $1',
  ])
    await expect(run(statement, [id]), statement).rejects.toThrow(/cannot be changed|are kept|still counts/)
  for (const table of ['signature', 'order_line', 'order_step', 'purchase_order'])
    await expect(run(`truncate supply.${table} cascade`), table).rejects.toThrow(/are kept/)
})

test('a signature under other content than the order has is refused', async () => {
  const { id, publicId } = await proposal(database, trade)
  const file = (await run('select id, sha256 from platform.file limit 1')).rows[0]
  const insert = (content: string) =>
    run(
      `insert into supply.signature (order_id, how, signer_name, signed_at, content, content_hash, document_file_id, document_sha256, language)
       values ($1, 'portal', 'Forger', now(), $2, $3, $4, $5, 'en')`,
      [id, content, createHash('sha256').update(content).digest('hex'), file.id, file.sha256],
    )
  await expect(insert('Vitalfew order 1\n')).rejects.toThrow(/not the content/)
  await signAsItStands(database, trade, publicId)
  const { content } = (await run('select content from supply.signature where order_id = $1', [id])).rows[0]
  await expect(insert(content)).rejects.toThrow(/cannot be signed/)
})

test('only a confirmed order has confirmed or shipped quantities, and never above what was signed', async () => {
  const { id, publicId } = await signed(database, trade)
  for (const column of ['confirmed_quantity = 3', 'confirmed_quantity = 10, shipped_quantity = 10'])
    await expect(run(`update supply.order_line set ${column} where order_id = $1 and line = 1`, [id])).rejects.toThrow(
      /only lines of a confirmed order/,
    )
  await confirmOrder(acting(database, boris), { publicId }, { lines: [], note: null })
  await expect(
    run('update supply.order_line set confirmed_quantity = 11 where order_id = $1 and line = 1', [id]),
  ).rejects.toThrow(/check constraint/)
  await expect(
    run('update supply.order_line set shipped_quantity = 11 where order_id = $1 and line = 1', [id]),
  ).rejects.toThrow(/check constraint/)
  await expect(
    run('update supply.order_line set quantity = 9 where order_id = $1 and line = 1', [id]),
  ).rejects.toThrow()
})

test('a line that arrives while the order is being signed waits and is then refused', async () => {
  const { id, publicId } = await proposal(database, trade)
  const writer = await database.pool.connect()
  try {
    await writer.query('begin')
    await writer.query('update supply.order_line set quantity = 11 where order_id = $1 and line = 1', [id])
    const signing = signAsItStands(database, trade, publicId)
    await new Promise(resolve => setTimeout(resolve, 300))
    await writer.query('commit')
    await expect(signing).rejects.toMatchObject({ code: 'order_changed_meanwhile' })
  } finally {
    writer.release()
  }
  expect(await stateOf(id)).toBe('proposed')
})

test('the database and the code make the same text of an order, whatever stands in it', async () => {
  const odd = await proposal(database, trade, { reference: 'PO\t1\\n\n"二"\r', terms: '30 days\nnet', wantedOn: null })
  const order = (await findOrder(database.db, odd.publicId))!
  const { rows } = await run('select supply.order_content(o) as content from supply.purchase_order o where o.id = $1', [
    odd.id,
  ])
  const { orderContent } = await import('./order-content.ts')
  expect(orderContent({ ...order, lines: await linesOf(database.db, odd.id) })).toBe(rows[0].content)
})
