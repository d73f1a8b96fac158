import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../../tests/support/api.ts'
import { deputyOf, standsInFor } from './absences.store.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())
beforeEach(() => api.pool.query('delete from platform.absence'))

const away = (given: object, role: 'manager' | 'head' | 'back office' = 'manager') =>
  api.as(role, 'POST', '/absences', { deputyId: api.people.head, from: '2026-11-04', to: '2026-11-06', ...given })

test('a deputy stands in on the first and the last day, and not on those beside', async () => {
  const { status } = await away({ note: 'Trade fair' })
  expect(status).toBe(200)
  const { manager, head } = api.people
  const deputies = ['2026-11-03', '2026-11-04', '2026-11-06', '2026-11-07'].map(day => deputyOf(api.db, manager, day))
  expect(await Promise.all(deputies)).toEqual([null, head, head, null])
  expect(await standsInFor(api.db, head, '2026-11-04')).toEqual([manager])
  expect(await standsInFor(api.db, api.people['back office'], '2026-11-04')).toEqual([])
})

test('an absence may end today, and not before', async () => {
  expect((await away({ from: '2026-10-26', to: testDay })).status).toBe(200)
  await api.pool.query('delete from platform.absence')
  expect((await away({ from: '2026-10-26', to: '2026-11-01' })).body.code).toBe('absence_over')
  expect((await away({ from: '2026-11-07', to: '2026-11-06' })).body.code).toBe('absence_over')
})

test('nobody is away twice on a day, nor stands in while away', async () => {
  await away({})
  expect((await away({ from: '2026-11-06', to: '2026-11-08' })).body.code).toBe('absence_twice')
  expect((await away({ from: '2026-11-07', to: '2026-11-08' })).status).toBe(200)
  const office = { deputyId: api.people.manager, from: '2026-11-08', to: '2026-11-09' }
  expect((await away(office, 'back office')).body.code).toBe('deputy_away')
})

test('a deputy is somebody else who may decide', async () => {
  expect((await away({ deputyId: api.people.manager })).body.code).toBe('deputy_unfit')
  expect((await away({ deputyId: api.people.reader })).body.code).toBe('deputy_unfit')
})

test('only the head says it for others, and takes it back', async () => {
  const forHead = { personId: api.people.head, deputyId: api.people.administrator }
  expect((await away(forHead)).body.code).toBe('absence_not_yours')
  const { body } = await away({ personId: api.people.manager, deputyId: api.people.administrator }, 'head')
  expect((await api.as('back office', 'DELETE', `/absences/${body.id}`)).body.code).toBe('absence_not_yours')
  expect((await api.as('head', 'DELETE', `/absences/${body.id}`)).status).toBe(200)
  expect((await api.as('reader', 'GET', '/absences')).body.items).toEqual([])
})
