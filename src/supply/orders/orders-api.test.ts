import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { firstFault, messagesOf } from '../messages/interchange/interchange-facts.ts'
import { readInterchanges } from '../messages/interchange/read-interchange.ts'

let api: TestApi
let accountId: number
let products: number[]

beforeAll(async () => {
  api = await startTestApi()
  const account = await api.pool.query(
    `insert into accounts.account (code, name, owner_id) values ('A-7', 'Alpha 甲', $1) returning id`,
    [api.people.manager],
  )
  accountId = account.rows[0].id
  const made = await api.pool.query(
    `insert into products.product (code, name) values ('SW-1', 'Switch'), ('=SW-2', 'Router, "large"') returning id`,
  )
  products = made.rows.map(row => row.id)
  await api.pool.query(`insert into supply.product_identifier (gtin, product_id) values ('04006381333931', $1)`, [
    products[0],
  ])
})

afterAll(() => api.close())

async function proposed(role: 'manager' | 'back office' = 'manager') {
  const { status, body } = await api.as(role, 'POST', `/accounts/${accountId}/orders`, {
    propose: true,
    currency: 'USD',
    reference: 'PO-77',
    wantedOn: '2026-11-20',
    lines: [
      { productId: products[0], quantity: '10', unitPrice: '99.50' },
      { productId: products[1], quantity: '5', unitPrice: '12' },
    ],
  })
  expect(status).toBe(200)
  return body
}

async function signed() {
  const { publicId, contentHash } = await proposed()
  const upload = await api.fetch('manager', '/files?name=scan.pdf', {
    method: 'POST',
    body: '%PDF-1.4 scan',
    headers: { 'content-type': 'application/pdf' },
  })
  const { id: scanFileId } = (await upload.json()) as { id: string }
  const paper = { contentHash, name: 'Wang Bei', signedAt: '2026-11-02T07:00:00Z', scanFileId, language: 'zh-Hans' }
  const { status, body } = await api.as('manager', 'POST', `/orders/${publicId}/paper-signature`, paper)
  expect(status).toBe(200)
  return body
}

const download = async (publicId: string, file: string) => {
  const answer = await api.fetch('reader', `/orders/${publicId}/${file}`)
  expect(answer.status).toBe(200)
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('an ERP confirms a signed order by its key, in part and with a reason; an unsigned one it cannot', async () => {
  const key = await api.keyOf('back office')
  const byKey = (publicId: string, body: object) =>
    api.as(null, 'POST', `/orders/${publicId}/confirm`, body, { authorization: `Bearer ${key}` })
  const open = await proposed()
  expect(await byKey(open.publicId, {})).toMatchObject({ status: 409, body: { code: 'order_state_past' } })
  const { publicId } = await signed()
  const lines = [{ line: 1, quantity: '6', reason: 'back ordered' }]
  const { status, body } = await byKey(publicId, { lines })
  expect(status).toBe(200)
  expect(body.state).toBe('confirmed')
  expect(body.lines.map((line: { confirmedQuantity: string }) => line.confirmedQuantity)).toEqual(['6', '5'])
  expect(body.steps.at(-1).actorName).toContain('back office')
})

test('what a manager may do with an order of their own account, another may not', async () => {
  const { publicId, acts } = await proposed()
  expect(acts).toEqual(['edit', 'sign on paper', 'decline', 'withdraw'])
  const reader = await api.as('reader', 'GET', `/orders/${publicId}`)
  expect(reader.body.acts).toEqual([])
  await api.pool.query('update accounts.account set owner_id = null where id = $1', [accountId])
  const foreign = await api.as('manager', 'GET', `/orders/${publicId}`)
  expect(foreign.body.acts).toEqual([])
  expect(await api.as('manager', 'POST', `/orders/${publicId}/withdraw`, { version: 1, reason: 'x' })).toMatchObject({
    status: 403,
    body: { code: 'account_not_yours' },
  })
  await api.pool.query('update accounts.account set owner_id = $2 where id = $1', [accountId, api.people.manager])
})

test('the document is a PDF in both languages, before and after signing', async () => {
  const { publicId, signatures } = await signed()
  for (const language of ['en', 'zh-Hans']) {
    const { type, bytes } = await download(publicId, `order.pdf?language=${language}&reasons=yes`)
    expect(type).toBe('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  }
  const kept = await api.fetch('reader', `/files/${signatures[0].documentFileId}`)
  expect(kept.headers.get('content-type')).toBe('application/pdf')
})

test('850 and ORDERS are read again by our own reader, 855 and ORDRSP say what we confirm', async () => {
  const { publicId, number } = await signed()
  const lines = [{ line: 1, quantity: '6', reason: 'allocated' }]
  await api.as('back office', 'POST', `/orders/${publicId}/confirm`, { lines })
  const messages = {
    'order.x12': '850',
    'order.x12?kind=answer': '855',
    'order.edi': 'ORDERS',
    'order.edi?kind=answer': 'ORDRSP',
  }
  const texts: Record<string, string> = {}
  for (const [file, type] of Object.entries(messages)) {
    const text = (await download(publicId, file)).bytes.toString()
    const [facts, ...more] = readInterchanges(text)
    expect(more).toEqual([])
    expect(firstFault(facts!)).toBeNull()
    expect(messagesOf(facts!).map(message => message.type)).toEqual([type])
    texts[type] = text
  }
  expect(texts[850]).toContain('BEG*00*SA*PO-77**20261102~')
  expect(texts[850]).toContain('PO1*1*10*EA*99.5*PE*UK*04006381333931*VN*SW-1~')
  expect(texts[855]).toContain('ACK*IQ*6*EA')
  expect(texts[855]).toContain(number)
  expect(texts.ORDERS).toContain('QTY+21:10:PCE')
  expect(texts.ORDRSP).toContain('QTY+113:6:PCE')
})

test('CSV quotes what needs it and hands no spreadsheet a formula', async () => {
  const { publicId } = await proposed()
  const text = (await download(publicId, 'order.csv')).bytes.toString('utf8')
  const rows = text.replace('\uFEFF', '').trim().split('\r\n')
  expect(rows).toHaveLength(3)
  expect(rows[2]).toContain(`'=SW-2,"Router, ""large""",5,12,5,`)
})

test('whoever is not signed in gets no order in any form', async () => {
  const { publicId } = await proposed()
  for (const file of ['order.pdf', 'order.json', 'order.csv', 'order.x12', 'order.edi'])
    expect((await api.fetch(null, `/orders/${publicId}/${file}`)).status).toBe(401)
})

test('the list finds orders by number, reference and account, and counts them by state', async () => {
  const { number } = await proposed()
  const found = async (query: string) => (await api.as('reader', 'GET', `/orders?${query}`)).body.items.length
  expect(await found(`text=${number.toLowerCase()}`)).toBe(1)
  expect(await found('text=alpha')).toBeGreaterThan(1)
  expect(await found('text=po-77&state=proposed&state=signed')).toBeGreaterThan(1)
  expect(await found('text=%25')).toBe(0)
  const { body } = await api.as('reader', 'GET', `/orders/states?ownerId=${api.people.manager}`)
  expect(body.find((each: { state: string }) => each.state === 'proposed').orders).toBeGreaterThan(1)
})

test('who signed stays named on what they signed, also when the person is forgotten', async () => {
  const { publicId } = await signed()
  const contact = await api.as('head', 'POST', `/accounts/${accountId}/contacts`, { name: 'Wang Bei' })
  const erased = await api.as('head', 'POST', `/contacts/${contact.body.id}/erase`, { reference: 'Letter 7' })
  expect(erased.status).toBe(200)
  const { body } = await api.as('reader', 'GET', `/orders/${publicId}`)
  expect(body.signatures).toMatchObject([{ signerName: 'Wang Bei', binds: true, isIntact: true }])
})

test('a signed order follows its account into another and back, and stays signed', async () => {
  const { publicId } = await signed()
  const made = await api.pool.query(
    `insert into accounts.account (code, name) values ('A-8', 'Alpha Trading') returning id`,
  )
  const survivor = made.rows[0].id
  const merged = await api.as('head', 'POST', `/accounts/${survivor}/merge`, {
    loserId: accountId,
    version: 1,
    loserVersion: 1,
    take: [],
  })
  expect(merged.status).toBe(200)
  const after = (await api.as('reader', 'GET', `/orders/${publicId}`)).body
  expect(after).toMatchObject({ account: { id: survivor }, state: 'signed', signatures: [{ binds: true }] })
  expect((await api.as('head', 'POST', `/merges/${merged.body.id}/undo`)).status).toBe(200)
  const back = (await api.as('reader', 'GET', `/orders/${publicId}`)).body
  expect(back).toMatchObject({ account: { id: accountId }, state: 'signed', signatures: [{ binds: true }] })
})
