import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers, today } from '../../identify/dealers.fixture.ts'
import type { Role } from '../../platform/roles.ts'

let api: TestApi
let key: number
let small: number

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
  const ids = await startWithDealers(api)
  key = ids.get('D10')!
  small = ids.get('D11')!
  const manager = api.people.manager
  await send('POST', '/accounts/owner', { accounts: [key, small], ownerId: manager }, 'head')
  const until = '2027-12-31'
  await send('POST', `/accounts/${key}/override`, { tier: 'gold', reason: 'Opinion leader', until }, 'head')
  await send('POST', `/accounts/${small}/override`, { tier: 'regular', reason: 'Small', until }, 'head')
})
afterAll(() => api.close())

const send = (method: string, path: string, body?: unknown, role: Role = 'manager') => api.as(role, method, path, body)
const enter = (body: object, role: Role = 'manager') =>
  send('POST', '/time/entries', { day: today, category: 'call', accountId: null, ...body }, role)
const read = async (role: Role = 'manager', query = '') =>
  (await send('GET', `/time?from=2026-01-01&to=${today}${query}`, undefined, role)).body

test('nothing entered is no share, not a share of nothing', async () => {
  expect(await read()).toMatchObject({ whole: { all: 0, key: 0, share: null }, people: [], weeks: [] })
})

test('the share of key accounts counts visits held and time entered; the rest is named', async () => {
  const said = { accountId: key, personId: api.people.manager, day: today, time: '00:00', minutes: 60, timeZone: 'UTC' }
  const { body } = await send('POST', '/visits', said)
  const held = { startedAt: `${today}T00:00:00Z`, endedAt: `${today}T01:30:00Z` }
  await send('POST', `/visits/${body.id}/hold`, { version: 1, ...held })
  await enter({ minutes: 30, accountId: key })
  await enter({ minutes: 30, accountId: small })
  await enter({ minutes: 50, category: 'administration' })
  await enter({ minutes: 480, category: 'leave' })
  const time = await read()
  expect(time.whole).toEqual({ all: 200, key: 120, share: 0.6 })
  expect(time.people).toEqual([{ personId: api.people.manager, all: 200, key: 120, share: 0.6, weeks: 0, below: 0 }])
  expect(time.categories).toEqual([
    { category: 'visit', key: 90, other: 0, none: 0 },
    { category: 'call', key: 30, other: 30, none: 0 },
    { category: 'administration', key: 0, other: 0, none: 50 },
  ])
  expect(time.elsewhere).toEqual([{ account: expect.objectContaining({ id: small }), minutes: 30 }])
})

test('a manager sees their own time alone, the head the department’s', async () => {
  await enter({ minutes: 100, category: 'training' }, 'head')
  expect((await read()).whole.all).toBe(200)
  expect((await read('head')).whole.all).toBe(300)
  expect((await read('head', `&personId=${api.people.manager}`)).whole.all).toBe(200)
  expect((await send('GET', `/time?from=${today}&to=${today}&personId=${api.people.head}`)).body.code).toBe(
    'calendar_not_yours',
  )
})

test('an entry is deleted by whoever made it', async () => {
  const { body } = await send('GET', '/time/entries')
  const [latest] = body.items
  expect(latest).toMatchObject({ category: 'leave', minutes: 480, account: null })
  expect((await send('DELETE', `/time/entries/${latest.id}`, undefined, 'head')).body.code).toBe('entry_not_yours')
  expect((await send('DELETE', `/time/entries/${latest.id}`)).status).toBe(200)
  expect((await enter({ minutes: 1441 })).status).toBe(400)
  expect((await enter({ minutes: 30, accountId: 999_999 })).body.code).toBe('account_unknown')
})
