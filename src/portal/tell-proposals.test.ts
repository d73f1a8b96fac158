import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { operator } from '../platform/roles.ts'
import { createProposal } from '../supply/orders/orders.server.ts'
import { portalPerson } from './portal.fixture.ts'
import { tellProposals } from './tell-proposals.use.ts'

let api: TestApi
let order: { publicId: string; number: string }
let now = new Date('2026-11-02T08:00:00Z')
const clock = { now: () => now }

beforeAll(async () => {
  api = await startTestApi({ clock })
  const account = async (code: string) => (await api.as('head', 'POST', '/accounts', { code, name: code })).body.id
  const [own, other] = [await account('A'), await account('B')]
  const { rows } = await api.pool.query<{ id: number }>(
    `insert into products.product (code, name) values ('SW-8', 'Switch 8') returning id`,
  )
  await portalPerson(api, own, { name: 'Wu Min', right: 'buyer' })
  await portalPerson(api, own, { name: 'Lin Tao', right: 'staff' })
  await portalPerson(api, other, { name: 'He Ping', right: 'buyer' })
  await api.pool.query('delete from platform.mail')
  order = await createProposal(
    { db: api.db, clock, actor: operator() },
    { accountId: own, lines: [{ productId: rows[0]!.id, quantity: '10' }] },
  )
})
afterAll(() => api.close())

const mails = async () => (await api.pool.query('select address, subject, text from platform.mail order by id')).rows

test('a proposal is told to the buyers of its account alone, and once', async () => {
  expect(await tellProposals(api.db, clock)).toBe(1)
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  expect(mail.address).toBe('wu.min@dealer.example')
  expect(mail.subject).toContain(order.number)
  expect(mail.text).toContain(`/portal/orders/${order.publicId}`)
  expect(await tellProposals(api.db, clock)).toBe(0)
})

test('a day later nobody is told of it any more, whoever came in since', async () => {
  await api.pool.query('delete from platform.mail')
  now = new Date('2026-11-03T08:00:01Z')
  expect(await tellProposals(api.db, clock)).toBe(0)
})
