import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import type { Role } from '../../platform/roles.ts'
import source from './events.signals.server.ts'

let api: TestApi
let own: number
let foreign: number
const today = '2026-11-02'
const clock = { now: () => new Date(`${today}T02:00:00Z`) }

beforeAll(async () => {
  api = await startTestApi({ clock })
  const ids = await startWithDealers(api)
  own = ids.get('D10')!
  foreign = ids.get('D11')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [own], ownerId: api.people.manager })
  await api.as('head', 'POST', '/accounts/owner', { accounts: [foreign], ownerId: api.people.head })
})
beforeEach(() => api.pool.query('delete from engage.event'))
afterAll(() => api.close())

const founding = { kind: 'anniversary', title: 'Founding day', day: '2016-11-16', yearly: true, leadDays: 14 }
const add = async (more: object = {}, role: Role = 'manager', account = own) =>
  api.as(role, 'POST', `/accounts/${account}/events`, { ...founding, ...more })
const list = async (query = '') => (await api.as('reader', 'GET', `/events${query}`)).body.items
const settle = (id: number, day: string, body: object, role: Role = 'manager') =>
  api.as(role, 'PUT', `/events/${id}/days/${day}`, body)
const signals = async () =>
  (await source.read({ db: api.db, pool: api.pool, clock, today, accountIds: null })).map(signal => [
    signal.key,
    signal.due,
    signal.personId,
  ])

test('the tenth founding day falls to the account’s owner, two weeks ahead', async () => {
  const { body } = await add()
  expect(await list()).toMatchObject([
    {
      id: body.id,
      next: '2026-11-16',
      times: 10,
      owner: { id: api.people.manager },
      ownerNamed: false,
      unsettled: null,
    },
  ])
  expect(await signals()).toEqual([[`${body.id} 2026-11-16`, '2026-11-16', null]])
})

test('a day earlier than its lead time nothing is asked', async () => {
  await add({ leadDays: 13 })
  expect(await signals()).toEqual([])
})

test('what was seen to is asked no more, keeps what it cost, and can be opened again', async () => {
  const { id } = (await add()).body
  const done = { state: 'done', note: 'Flower baskets and a letter', cost: '880.5' }
  expect((await settle(id, '2026-11-16', done)).status).toBe(200)
  expect(await signals()).toEqual([])
  expect((await list())[0].nextSettlement).toMatchObject({ state: 'done', cost: '880.5', settledByName: 'The manager' })
  await settle(id, '2026-11-16', { state: 'open' })
  expect(await signals()).toHaveLength(1)
})

test('of a day that has passed it is asked for a week what was done', async () => {
  await add({ title: 'A week ago', day: '2026-10-26', yearly: false })
  const { id } = (await add({ title: 'Yesterday', day: '2026-11-01', yearly: false })).body
  await add({ title: 'Eight days ago', day: '2026-10-25', yearly: false })
  expect((await signals()).map(([, due]) => due).sort()).toEqual(['2026-10-26', '2026-11-01'])
  await settle(id, '2026-11-01', { state: 'skipped' })
  expect((await signals()).map(([, due]) => due)).toEqual(['2026-10-26'])
})

test('one settles days on which it happens', async () => {
  const { id } = (await add()).body
  expect((await settle(id, '2026-11-17', { state: 'done' })).body.code).toBe('event_day_invalid')
})

test('a manager keeps the events of their own accounts, and those they see to', async () => {
  expect((await add({}, 'manager', foreign)).body.code).toBe('account_not_yours')
  const { id } = (await add({ ownerId: api.people.manager }, 'head', foreign)).body
  expect((await settle(id, '2026-11-16', { state: 'done' })).status).toBe(200)
  expect((await api.as('reader', 'DELETE', `/events/${id}`)).status).toBe(403)
  expect((await add({ ownerId: 'nobody' })).body.code).toBe('event_owner_unknown')
})

test('removed it is gone from list and signals, and can be put back', async () => {
  const { id } = (await add()).body
  await api.as('manager', 'DELETE', `/events/${id}`)
  expect([await list(), await signals()]).toEqual([[], []])
  expect((await api.as('manager', 'PATCH', `/events/${id}`, { version: 2, title: 'x' })).status).toBe(404)
  await api.as('manager', 'POST', `/events/${id}/restore`)
  expect(await list()).toHaveLength(1)
})

test('an edit of what somebody else has changed is refused', async () => {
  const { id } = (await add()).body
  expect((await api.as('manager', 'PATCH', `/events/${id}`, { version: 1, leadDays: 21 })).status).toBe(200)
  expect((await api.as('head', 'PATCH', `/events/${id}`, { version: 1, leadDays: 7 })).status).toBe(412)
  expect((await list())[0]).toMatchObject({ leadDays: 21, title: 'Founding day', yearly: true })
})

test('the list can be of the next days, and of what I see to', async () => {
  await add()
  await add({ day: '2026-12-24', title: 'Later', yearly: false })
  await add({ title: 'The head’s' }, 'head', foreign)
  expect((await list('?days=14')).map((event: { title: string }) => event.title)).toEqual([
    'Founding day',
    'The head’s',
  ])
  const mine = (await api.as('manager', 'GET', '/events?whose=mine')).body.items
  expect(mine.map((event: { title: string }) => event.title)).toEqual(['Founding day', 'Later'])
})
