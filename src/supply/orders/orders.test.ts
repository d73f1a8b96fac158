import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { changeOrder } from './change-order.use.ts'
import { confirmOrder } from './confirm-order.use.ts'
import { createDraft, createProposal } from './create-order.use.ts'
import { editOrder } from './edit-order.use.ts'
import { expireOrders } from './expire-orders.use.ts'
import { declineOrder, proposeOrder, withdrawOrder } from './move-order.use.ts'
import {
  acting,
  atEight,
  boris,
  buyer,
  mara,
  ours,
  proposal,
  signAsItStands,
  signed,
  staff,
  type Trade,
  tradeOf,
} from './orders.fixture.ts'
import { openOrderLines, setAllocatedQuantities } from './orders.server.ts'
import { readOrder, readOrders, readStates } from './read-orders.use.ts'
import { shipOrder } from './ship-order.use.ts'
import { signOnPaper } from './sign-order.use.ts'

let database: TestDatabase
let trade: Trade

beforeAll(async () => {
  database = await createTestDatabase()
  trade = await tradeOf(database)
})

afterAll(() => database.close())

const read = (publicId: string) => readOrder(database.db, publicId)
const versionOf = async (publicId: string) => (await read(publicId)).order.version
const mine = () => ({ accountIds: [trade.accountId] })
const run = (statement: string, values: unknown[] = []) => database.pool.query(statement, values)
const shipment = { shippedOn: '2026-11-02', reference: null, promisedOn: null, mode: null, note: null }

async function change(publicId: string, quantity: string, by = buyer) {
  const lines = [{ productId: trade.productIds[0]!, quantity }]
  await changeOrder(acting(database, by), { publicId, ...mine(), version: await versionOf(publicId) }, { lines })
}

test('an order goes from the proposal to the last shipment, each step with who and when, in history and trail', async () => {
  const { publicId, id } = await proposal(database, trade)
  await change(publicId, '8')
  await signAsItStands(database, trade, publicId)
  await confirmOrder(acting(database, boris), { publicId }, { lines: [], note: null })
  await shipOrder(acting(database, boris), { publicId }, { ...shipment, lines: [{ line: 1, quantity: '3' }] })
  expect((await read(publicId)).order.state).toBe('confirmed')
  await shipOrder(acting(database, boris), { publicId }, { ...shipment, lines: [] })
  const whole = await read(publicId)
  expect(whole.order.state).toBe('shipped')
  expect(
    whole.lines.map(line => [line.quantity, line.proposedQuantity, line.confirmedQuantity, line.shippedQuantity]),
  ).toEqual([
    ['8', '10', '8', '8'],
    ['5', '5', '5', '5'],
  ])
  expect(whole.steps.map(step => [step.act, step.actorName, step.side, step.toState])).toEqual([
    ['propose', 'Mara', 'department', 'proposed'],
    ['change', 'Bei Wang', 'account', 'changed'],
    ['sign', 'Bei Wang', 'account', 'signed'],
    ['confirm', 'Boris', 'department', 'confirmed'],
    ['ship part', 'Boris', 'department', 'confirmed'],
    ['ship', 'Boris', 'department', 'shipped'],
  ])
  const trail = await run(
    `select operation, account_id from platform.change where room = 'supply' and subject = 'order' and subject_id = $1 order by id`,
    [String(id)],
  )
  expect(trail.rows.map(row => row.operation)).toEqual(whole.steps.map(step => step.act))
  expect(new Set(trail.rows.map(row => row.account_id))).toEqual(new Set([trade.accountId]))
  const events = await run('select type from platform.event where subject_id = $1 order by id', [publicId])
  expect(events.rows.map(row => row.type)).toEqual([
    'order.proposed',
    'order.changed',
    'order.signed',
    'order.confirmed',
    'order.shipped_in_part',
    'order.shipped',
  ])
  const deliveries = await run(
    `select quantity::text, promised_on from supply.delivery where order_reference = $1 order by line, id`,
    [whole.order.number],
  )
  expect(deliveries.rows).toEqual([
    { quantity: '3', promised_on: '2026-11-20' },
    { quantity: '5', promised_on: '2026-11-20' },
    { quantity: '5', promised_on: '2026-11-20' },
  ])
})

test('what was signed binds until the content changes; then the signature stays in history and binds no more', async () => {
  const { publicId } = await signed(database, trade)
  const before = await read(publicId)
  expect(before.signatures).toMatchObject([{ binds: true, isIntact: true, supersededAt: null, signerName: 'Bei Wang' }])
  expect(before.signatures[0]!.content).toContain('line\t1\t')
  await change(publicId, '12')
  const after = await read(publicId)
  expect(after.order).toMatchObject({ state: 'changed', signatureId: null })
  expect(after.signatures).toMatchObject([{ binds: false, isIntact: true, supersededByName: 'Bei Wang' }])
  await expect(confirmOrder(acting(database, boris), { publicId }, { lines: [], note: null })).rejects.toMatchObject({
    code: 'order_state_past',
  })
  await signAsItStands(database, trade, publicId)
  expect((await read(publicId)).signatures.map(signature => signature.binds)).toEqual([true, false])
})

test('an edit of ours proposes a signed order anew', async () => {
  const { publicId } = await signed(database, trade)
  await editOrder(acting(database, mara), { publicId, version: await versionOf(publicId) }, { terms: '60 days net' })
  const { order, signatures } = await read(publicId)
  expect(order).toMatchObject({ state: 'proposed', terms: '60 days net', signatureId: null })
  expect(signatures[0]).toMatchObject({ binds: false, supersededByName: 'Mara' })
})

test('two people who sign at the same moment leave one signature and one clear refusal', async () => {
  const second = { ...buyer, id: 'buyer-2', name: 'Chen Yu' }
  for (let round = 0; round < 5; round += 1) {
    const { publicId } = await proposal(database, trade)
    const outcomes = await Promise.allSettled([
      signAsItStands(database, trade, publicId, buyer),
      signAsItStands(database, trade, publicId, second),
    ])
    const refused = outcomes.filter(outcome => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    const { signatures, order } = await read(publicId)
    expect(signatures).toHaveLength(1)
    expect(order.state).toBe('signed')
    expect(refused[0]!.reason).toMatchObject({
      code: 'order_signed_already',
      values: { name: signatures[0]!.signerName, at: signatures[0]!.signedAt },
    })
  }
})

test('nobody signs what was not shown to them', async () => {
  const { publicId } = await proposal(database, trade)
  const { contentHash } = (await read(publicId)).order
  await editOrder(acting(database, mara), { publicId, version: 1 }, { wantedOn: '2026-12-01' })
  const { signOrder } = await import('./sign-order.use.ts')
  const context = { ...acting(database, buyer), db: database.db, dataDirectory: trade.dataDirectory }
  const sign = (named: object, hash: string, signer = 'Bei Wang', by = buyer) =>
    signOrder({ ...context, actor: by }, { publicId, contentHash: hash, ...named }, { name: signer, language: 'en' })
  await expect(sign(mine(), contentHash)).rejects.toMatchObject({ code: 'order_changed_meanwhile' })
  const now = (await read(publicId)).order.contentHash
  await expect(sign({ accountIds: [trade.otherAccountId] }, now)).rejects.toMatchObject({ code: 'order_not_found' })
  await expect(sign(mine(), now, '  ')).rejects.toMatchObject({ code: 'order_signer_missing' })
  await expect(sign(mine(), now, 'Li Na', staff)).rejects.toMatchObject({ code: 'order_act_not_allowed' })
  await expect(sign(mine(), now, 'Mara', mara)).rejects.toMatchObject({ code: 'order_act_not_allowed' })
  expect((await read(publicId)).signatures).toEqual([])
})

test('a manager records a signature on paper with its scan, for own accounts and not of tomorrow', async () => {
  const { publicId } = await proposal(database, trade)
  const { contentHash } = (await read(publicId)).order
  const scan = await run(
    `insert into platform.file (id, name, media_type, size, sha256, uploaded_at) values (gen_random_uuid(), 'scan.pdf', 'application/pdf', 1, 'x', now()) returning id`,
  )
  const paper = { scanFileId: scan.rows[0].id as string, signedAt: new Date('2026-11-01T10:00:00Z') }
  const record = (actor = mara, more = paper) =>
    signOnPaper(
      { ...acting(database, actor), db: database.db, dataDirectory: trade.dataDirectory },
      { publicId, contentHash },
      { name: 'Wang Bei', title: 'Director', language: 'zh-Hans' },
      more,
    )
  await expect(record(ours('manager', 'Marco'))).rejects.toMatchObject({ code: 'account_not_yours' })
  await expect(record(boris)).rejects.toMatchObject({ code: 'order_act_not_allowed' })
  await expect(record(mara, { ...paper, signedAt: new Date('2026-11-02T08:00:01Z') })).rejects.toMatchObject({
    code: 'order_signed_later_invalid',
  })
  await record()
  const { signatures, order } = await read(publicId)
  expect(order.state).toBe('signed')
  expect(signatures).toMatchObject([
    {
      how: 'paper',
      signerTitle: 'Director',
      recordedByName: 'Mara',
      signedAt: '2026-11-01T10:00:00.000Z',
      binds: true,
    },
  ])
  const kept = await run('select kept from platform.file where id = $1', [paper.scanFileId])
  expect(kept.rows).toEqual([{ kept: true }])
})

test('a confirmation takes the allocated quantities, says why, and never exceeds what was signed', async () => {
  const { publicId } = await signed(database, trade)
  const lines = (await openOrderLines(database.db, { accountIds: [trade.accountId] })).filter(
    line => line.publicId === publicId,
  )
  const written = await setAllocatedQuantities(database.db, { ...boris, role: 'back office', via: 'web' }, 1, [
    { orderLineId: lines[0]!.orderLineId, quantity: '4' },
    { orderLineId: lines[1]!.orderLineId, quantity: '6' },
  ])
  // Of the second no more than 5 are wanted.
  expect(written).toBe(1)
  const confirm = (said: { line: number; quantity: string }[]) =>
    confirmOrder(acting(database, boris), { publicId }, { lines: said, note: null })
  await expect(confirm([{ line: 2, quantity: '6' }])).rejects.toMatchObject({
    code: 'order_confirmed_above_signed_invalid',
  })
  await expect(confirm([{ line: 2, quantity: '4' }])).rejects.toMatchObject({ code: 'order_cut_reason_missing' })
  await expect(confirm([{ line: 7, quantity: '4' }])).rejects.toMatchObject({ code: 'order_line_unknown' })
  await confirm([])
  expect((await read(publicId)).lines.map(line => [line.confirmedQuantity, line.cutReason])).toEqual([
    ['4', 'allocated'],
    ['5', null],
  ])
  await expect(
    shipOrder(acting(database, boris), { publicId }, { ...shipment, lines: [{ line: 1, quantity: '5' }] }),
  ).rejects.toMatchObject({ code: 'order_shipped_above_confirmed_invalid' })
})

test('a change of the wanted quantity takes its share back', async () => {
  const { publicId } = await proposal(database, trade)
  await run(
    'update supply.order_line set allocated_quantity = 4 where order_id = (select id from supply.purchase_order where public_id = $1)',
    [publicId],
  )
  await change(publicId, '9')
  expect((await read(publicId)).lines.map(line => line.allocatedQuantity)).toEqual([null, '4'])
})

test('a proposal ends at its hour, not before, and can be proposed again', async () => {
  const expiresAt = new Date('2026-11-02T10:00:00Z')
  const { publicId } = await proposal(database, trade, { expiresAt })
  const other = await proposal(database, trade, { expiresAt: new Date('2026-11-02T10:00:01Z') })
  await expect(
    changeOrder(acting(database, buyer, expiresAt), { publicId, ...mine() }, { lines: [] }),
  ).rejects.toMatchObject({ code: 'order_expired' })
  expect(await expireOrders(database.db, { now: () => new Date('2026-11-02T09:59:59.999Z') })).toBe(0)
  expect(await expireOrders(database.db, { now: () => expiresAt })).toBe(1)
  expect(await expireOrders(database.db, { now: () => expiresAt })).toBe(0)
  expect((await read(publicId)).order.state).toBe('expired')
  expect((await read(other.publicId)).order.state).toBe('proposed')
  await proposeOrder(
    acting(database, mara),
    { publicId, version: await versionOf(publicId) },
    { expiresAt: null, note: null },
  )
  expect((await read(publicId)).order).toMatchObject({ state: 'proposed', expiresAt: null })
})

test('declining and withdrawing need a reason, which stays in the history', async () => {
  const { publicId } = await proposal(database, trade)
  const named = { publicId, ...mine(), version: 1 }
  await expect(declineOrder(acting(database, buyer), named, ' ')).rejects.toMatchObject({
    code: 'order_reason_missing',
  })
  await declineOrder(acting(database, buyer), named, 'Too much stock')
  expect((await read(publicId)).steps.at(-1)).toMatchObject({ act: 'decline', note: 'Too much stock', side: 'account' })
  await expect(withdrawOrder(acting(database, mara), { publicId, version: 2 }, 'x')).rejects.toMatchObject({
    code: 'order_state_past',
  })
})

test('what was shipped in part cannot be withdrawn', async () => {
  const { publicId } = await signed(database, trade)
  await confirmOrder(acting(database, boris), { publicId }, { lines: [], note: null })
  await shipOrder(acting(database, boris), { publicId }, { ...shipment, lines: [{ line: 1, quantity: '1' }] })
  await expect(
    withdrawOrder(acting(database, ours('head', 'Hanna')), { publicId }, 'no production'),
  ).rejects.toMatchObject({ code: 'order_shipped_in_part' })
})

test('a manager proposes to own accounts alone; whoever only reads proposes to none', async () => {
  const said = (accountId: number) => ({ accountId, lines: [{ productId: trade.productIds[0]!, quantity: '1' }] })
  await expect(createProposal(acting(database, mara), said(trade.otherAccountId))).rejects.toMatchObject({
    code: 'account_not_yours',
  })
  await expect(createProposal(acting(database, ours('reader', 'Rita')), said(trade.accountId))).rejects.toMatchObject({
    code: 'order_act_not_allowed',
  })
  await expect(createProposal(acting(database, buyer), said(trade.accountId))).rejects.toMatchObject({
    code: 'order_act_not_allowed',
  })
  await expect(createProposal(acting(database, mara), { ...said(trade.accountId), lines: [] })).rejects.toMatchObject({
    code: 'order_empty',
  })
  const twice = [...said(trade.accountId).lines, ...said(trade.accountId).lines]
  await expect(
    createProposal(acting(database, mara), { accountId: trade.accountId, lines: twice }),
  ).rejects.toMatchObject({ code: 'order_line_repeated' })
})

test('an edit adds, changes and removes lines; a draft is proposed once it has a quantity', async () => {
  const { publicId } = await createDraft(acting(database, mara), { accountId: trade.accountId, lines: [] })
  await expect(
    proposeOrder(acting(database, mara), { publicId, version: 1 }, { expiresAt: null, note: null }),
  ).rejects.toMatchObject({ code: 'order_empty' })
  const [one, two, three] = trade.productIds as [number, number, number]
  const edit = (version: number, lines: { productId: number; quantity: string }[]) =>
    editOrder(acting(database, mara), { publicId, version }, { lines })
  await edit(1, [
    { productId: one, quantity: '1' },
    { productId: two, quantity: '2' },
  ])
  await expect(edit(1, [])).rejects.toMatchObject({ code: 'order_changed_meanwhile' })
  await edit(2, [
    { productId: two, quantity: '2.5' },
    { productId: three, quantity: '3' },
  ])
  const { lines, order } = await read(publicId)
  expect(lines.map(line => [line.line, line.productCode, line.quantity, line.proposedQuantity])).toEqual([
    [2, 'SW-2', '2.5', null],
    [3, 'SW-3', '3', null],
  ])
  expect(order.state).toBe('draft')
})

test('an order of a thousand lines is proposed, signed and confirmed', async () => {
  await run(`insert into products.product (code, name) select 'M-' || n, 'Mass ' || n from generate_series(1, 1000) n`)
  const { rows } = await run(`select id from products.product where code like 'M-%'`)
  const { publicId } = await createProposal(acting(database, mara), {
    accountId: trade.accountId,
    lines: rows.map(({ id }) => ({ productId: id, quantity: '2', unitPrice: '1.25' })),
  })
  await signAsItStands(database, trade, publicId)
  await confirmOrder(acting(database, boris), { publicId }, { lines: [], note: null })
  const { total, signatures, lines } = await read(publicId)
  expect(lines).toHaveLength(1000)
  expect(total).toEqual({ amount: '2500', isWhole: true })
  expect(signatures[0]!.binds).toBe(true)
})

test('the list shows whose orders are asked for, newest first, page by page', async () => {
  const asked = { accountIds: [trade.accountId], ownerId: null, states: null, text: null, limit: 2, cursor: null }
  const first = await readOrders(database.db, asked)
  const second = await readOrders(database.db, { ...asked, cursor: first.nextCursor })
  expect(first.items).toHaveLength(2)
  expect(first.items[1]!.id).toBeGreaterThan(second.items[0]!.id)
  expect((await readOrders(database.db, { ...asked, ownerId: 'marco' })).items).toEqual([])
  expect((await readOrders(database.db, { ...asked, accountIds: null, text: 'BETA' })).items).toEqual([])
  const states = await readStates(database.db, null, 'mara')
  expect(states.reduce((sum, { orders }) => sum + orders, 0)).toBe(
    (await readOrders(database.db, { ...asked, limit: 200 })).items.length,
  )
  expect(atEight.toISOString()).toBe(first.items[0]!.createdAt)
})
