import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { operator } from '../platform/roles.ts'
import { createProposal } from '../supply/orders/orders.server.ts'
import { type PortalPerson, portalPerson } from './portal.fixture.ts'

let api: TestApi
let account: number
let product: number
let buyer: PortalPerson
let staff: PortalPerson
const clock = { now: () => new Date('2026-11-02T08:00:00Z') }

beforeAll(async () => {
  api = await startTestApi({ clock })
  account = (await api.as('head', 'POST', '/accounts', { code: 'A', name: 'Alpha Trading' })).body.id
  const { rows } = await api.pool.query<{ id: number }>(
    `insert into products.product (code, name, unit) values ('SW-8', 'Switch 8', 'pcs'), ('SW-16', 'Switch 16', 'pcs') returning id`,
  )
  product = rows[0]!.id
  buyer = await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
  staff = await portalPerson(api, account, { name: 'Lin Tao', right: 'staff' })
})
afterAll(() => api.close())

describe('a proposed order', () => {
  let id: string
  beforeEach(async () => {
    const order = await createProposal(
      { db: api.db, clock, actor: operator() },
      { accountId: account, lines: [{ productId: product, quantity: '10', unitPrice: '7.5' }] },
    )
    id = order.publicId
  })
  const read = async (person = buyer) => (await person.as('GET', `/portal/orders/${id}`)).body
  const sign = async (person: PortalPerson, contentHash: string) =>
    person.as('POST', `/portal/orders/${id}/sign`, { contentHash, name: person.name })

  test('is changed by staff, signed by the buyer, and bound to what was shown', async () => {
    expect(await read(staff)).toMatchObject({ state: 'proposed', total: '75', may: ['change'] })
    const lines = [
      { product: 'SW-8', quantity: '12' },
      { product: 'SW-16', quantity: '1.5' },
    ]
    const changed = await staff.as('POST', `/portal/orders/${id}/change`, { version: 1, lines, note: 'For the fair' })
    expect(changed.body).toMatchObject({ state: 'changed', may: ['change'] })
    expect(changed.body.items.map((item: { quantity: string }) => item.quantity)).toEqual(['12', '1.5'])
    const { contentHash } = await read()
    const signed = await sign(buyer, contentHash)
    expect(signed.body).toMatchObject({ state: 'signed', signature: { name: 'Wu Min' } })
    const document = await buyer.as('GET', `/portal/orders/${id}/document.pdf`)
    expect(document.headers.get('content-type')).toBe('application/pdf')
  })

  test('is not signed by staff, nor as it was before somebody changed it', async () => {
    const { contentHash } = await read()
    expect((await sign(staff, contentHash)).body.code).toBe('not_allowed')
    await staff.as('POST', `/portal/orders/${id}/change`, { version: 1, lines: [{ product: 'SW-8', quantity: '11' }] })
    expect((await sign(buyer, contentHash)).body.code).toBe('order_changed_meanwhile')
    expect((await read()).signature).toBeNull()
  })

  test('signed by two at the same moment has one signature; the other learns who was first', async () => {
    const other = await portalPerson(api, account, { name: `Second ${id.slice(0, 4)}`, right: 'buyer' })
    const { contentHash } = await read()
    const answers = await Promise.all([sign(buyer, contentHash), sign(other, contentHash)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(refused.body.code).toBe('order_signed_already')
    expect(['Wu Min', other.name]).toContain(refused.body.values.name)
    const { rows } = await api.pool.query(
      `select count(*)::int as n from supply.signature s join supply.purchase_order o on o.id = s.order_id where o.public_id = $1`,
      [id],
    )
    expect(rows[0].n).toBe(1)
  })

  test('declined needs a reason, which its history keeps', async () => {
    expect((await buyer.as('POST', `/portal/orders/${id}/decline`, { version: 1, reason: ' ' })).status).toBe(400)
    const declined = await buyer.as('POST', `/portal/orders/${id}/decline`, { version: 1, reason: 'Shelves are full' })
    expect(declined.body).toMatchObject({ state: 'declined', may: [] })
    expect(declined.body.steps.at(-1)).toMatchObject({ by: 'Wu Min', ours: true, note: 'Shelves are full' })
  })
})

describe('stock and sales', () => {
  const enter = (body: object) => staff.as('POST', '/portal/stock', { account: 'A', day: '2026-11-02', ...body })

  test('entered by hand are there at once, and said again change nothing', async () => {
    const rows = [{ product: 'SW-8', onHand: '40', sold: '6.5' }]
    expect((await enter({ soldFrom: '2026-10-27', rows })).body).toEqual({ entered: 2, unchanged: 0, refused: [] })
    expect((await enter({ soldFrom: '2026-10-27', rows })).body).toEqual({ entered: 0, unchanged: 2, refused: [] })
    const { items, lastDay } = (await staff.as('GET', '/portal/stock?account=A')).body
    expect(lastDay).toBe('2026-11-02')
    expect(items).toEqual([
      {
        product: 'SW-8',
        name: 'Switch 8',
        unit: 'pcs',
        onHand: '40',
        day: '2026-11-02',
        sold: '6.5',
        soldFrom: '2026-10-27',
        soldTo: '2026-11-02',
      },
    ])
  })

  test('of days that were reported in another span are not counted twice', async () => {
    await enter({ soldFrom: '2026-10-27', rows: [{ product: 'SW-8', sold: '6.5' }] })
    const again = await enter({ soldFrom: '2026-10-30', rows: [{ product: 'SW-8', sold: '3' }] })
    expect(again.body).toEqual({ entered: 0, unchanged: 0, refused: [{ product: 'SW-8', why: 'overlaps' }] })
  })

  test('are refused for a day to come, without the first day of the sales, and for a product nobody knows', async () => {
    const code = async (body: object) => (await enter(body)).body.code
    expect(await code({ day: '2026-11-03', rows: [{ product: 'SW-8', onHand: '1' }] })).toBe('portal_day_ahead_invalid')
    expect(await code({ rows: [{ product: 'SW-8', sold: '1' }] })).toBe('portal_sales_span_invalid')
    expect(await code({ soldFrom: '2026-11-03', rows: [{ product: 'SW-8', sold: '1' }] })).toBe(
      'portal_sales_span_invalid',
    )
    expect(await code({ rows: [{ product: 'SW-9', onHand: '1' }] })).toBe('portal_product_unknown')
    expect(await code({ account: 'B', rows: [{ product: 'SW-8', onHand: '1' }] })).toBe('portal_account_unknown')
  })

  test('of a product are found by words of its name', async () => {
    const found = (await staff.as('GET', '/portal/stock?account=A&q=switch 16')).body.items
    expect(found.map((item: { product: string }) => item.product)).toEqual(['SW-16'])
    expect((await staff.as('GET', '/portal/stock?account=A&q=%25')).body.items).toEqual([])
  })

  test('of a file fill the fields: shelves are added up, what is not read is named', async () => {
    const text = 'Article number;On hand;Sold\r\nsw-8;12,5;3\r\nSW-8;7,5;\r\nSW-99;4;1\r\nSW-16;;2\r\n'
    const answer = await api.fetch(null, '/portal/stock/file?account=A&name=shelf.csv', {
      method: 'POST',
      headers: { cookie: staff.cookie, 'content-type': 'application/octet-stream' },
      body: text,
    })
    expect(await answer.json()).toEqual({
      rows: [
        { product: 'SW-8', name: 'Switch 8', onHand: '20', sold: '3' },
        { product: 'SW-16', name: 'Switch 16', onHand: null, sold: '2' },
      ],
      unread: [{ line: 4, text: 'SW-99' }],
    })
  })

  test('of a file without quantities are refused with its columns named', async () => {
    const answer = await api.fetch(null, '/portal/stock/file?account=A&name=list.csv', {
      method: 'POST',
      headers: { cookie: staff.cookie, 'content-type': 'application/octet-stream' },
      body: 'Article number,Colour\nSW-8,red\nSW-16,blue\n',
    })
    expect(await answer.json()).toMatchObject({ code: 'portal_file_unreadable', status: 422 })
  })
})

describe('the account’s own people', () => {
  test('a buyer lets staff in and out again; staff let nobody in', async () => {
    const invited = await buyer.as('POST', '/portal/people', { name: 'Hu Ke', email: 'hu@a.example', language: 'en' })
    expect(invited.headers.get('cache-control')).toBe('no-store')
    expect((await staff.as('POST', '/portal/people', { name: 'X', email: 'x@a.example', language: 'en' })).status).toBe(
      403,
    )
    const { people } = (await buyer.as('GET', '/portal/people')).body
    const lin = people.find((person: { name: string }) => person.name === 'Lin Tao')
    const wu = people.find((person: { name: string }) => person.name === 'Wu Min')
    expect([lin.mayChange, wu.mayChange, wu.isMe]).toEqual([true, false, true])
    expect((await buyer.as('PATCH', `/portal/people/${wu.id}`, { disabled: true })).body.code).toBe('not_allowed')
    const withdrawn = await buyer.as('DELETE', `/portal/invitations/${invited.body.id}`)
    expect(withdrawn.body).toEqual({ withdrawn: true })
  })

  test('subsidiaries are seen by those to whom they were granted, and by nobody else', async () => {
    const child = (await api.as('head', 'POST', '/accounts', { code: 'A-1', name: 'Alpha North', parentId: account }))
      .body.id
    const whole = await portalPerson(api, account, { name: 'Group Buyer', right: 'buyer', subsidiaries: true })
    const codes = async (person: PortalPerson) =>
      (await person.as('GET', '/portal/session')).body.accounts.map((each: { code: string }) => each.code)
    expect(await codes(whole)).toEqual(['A', 'A-1'])
    expect(await codes(buyer)).toEqual(['A'])
    const below = await portalPerson(api, child, { name: 'North Buyer', right: 'buyer', subsidiaries: true })
    expect(await codes(below)).toEqual(['A-1'])
  })
})

test('messages go both ways: unread ones wait for the other side, an answer reads them', async () => {
  const signals = async (): Promise<number> => {
    const { items } = (await api.as('head', 'GET', '/today/department')).body
    return items.filter((item: { kind: string }) => item.kind === 'portal.message').length
  }
  await buyer.as('POST', '/portal/messages', { text: 'When does the truck come?' })
  expect(await signals()).toBe(1)
  await api.as('back office', 'POST', `/accounts/${account}/portal/messages`, { text: 'On Friday.' })
  expect(await signals()).toBe(0)
  expect((await buyer.as('GET', '/portal/home')).body.unread).toBe(1)
  await buyer.as('POST', '/portal/messages/read')
  expect((await buyer.as('GET', '/portal/home')).body.unread).toBe(0)
  const { items } = (await api.as('reader', 'GET', `/accounts/${account}/portal/messages`)).body
  expect(items.map((item: { text: string }) => item.text)).toEqual(['On Friday.', 'When does the truck come?'])
  for (const text of ['One', 'Two', 'Three', 'Four']) await buyer.as('POST', '/portal/messages', { text })
  const first = (await buyer.as('GET', '/portal/messages?limit=3')).body
  const second = (await buyer.as('GET', `/portal/messages?limit=3&cursor=${first.next}`)).body
  const read = [...first.items, ...second.items].map((item: { text: string }) => item.text)
  expect(read).toEqual(['Four', 'Three', 'Two', 'One', 'On Friday.', 'When does the truck come?'])
  expect(second.next).toBeNull()
  expect((await api.as('manager', 'POST', `/accounts/${account}/portal/messages`, { text: 'x' })).body.code).toBe(
    'account_not_yours',
  )
})
