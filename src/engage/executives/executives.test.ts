import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'

let api: TestApi
let account: number
const today = '2026-11-02'

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T02:00:00Z`) } })
  account = (await startWithDealers(api)).get('D10')!
})
beforeEach(() => api.pool.query('delete from engage.sponsor; delete from engage.visit'))
afterAll(() => api.close())

const appoint = (more: object = {}, role: 'head' | 'manager' = 'head') =>
  api.as(role, 'POST', `/accounts/${account}/sponsors`, { personId: api.people.executive, visitsAYear: 2, ...more })
const sponsors = async () => (await api.as('reader', 'GET', `/accounts/${account}/sponsors`)).body.items
const visit = (day: string, state: 'held' | 'planned', personId = api.people.executive) =>
  api.pool.query(
    `insert into engage.visit (account_id, kind, person_id, starts_at, ends_at, time_zone, original_starts_at,
       promised_at, state, held_from, held_until, created_at)
     values ($1, 'executive', $2, $3, $4, 'UTC', $3, $3, $5, $6, $7, $3)`,
    [
      account,
      personId,
      `${day}T09:00:00Z`,
      `${day}T11:00:00Z`,
      state,
      state === 'held' ? `${day}T09:00:00Z` : null,
      state === 'held' ? `${day}T11:00:00Z` : null,
    ],
  )

test('an executive stands for an account once, and only an executive', async () => {
  expect((await appoint()).status).toBe(200)
  expect((await appoint()).body.code).toBe('sponsor_twice')
  expect((await appoint({ personId: api.people.head })).body.code).toBe('sponsor_unfit')
  expect((await appoint({}, 'manager')).status).toBe(403)
})

test('visits held in the last twelve months keep the promise; those of others and older ones do not count', async () => {
  await appoint()
  await visit('2025-11-01', 'held')
  await visit('2026-03-01', 'held')
  await visit('2026-05-01', 'held', api.people.manager)
  await visit('2026-12-01', 'planned')
  expect(await sponsors()).toMatchObject([
    { held: 1, planned: 1, state: 'behind', lastHeld: '2026-03-01', next: { day: '2026-12-01', time: '09:00' } },
  ])
  await visit('2025-11-02', 'held')
  expect((await sponsors())[0]).toMatchObject({ held: 2, state: 'kept' })
})

test('the last day still counts, the day after nobody stands for it', async () => {
  const { id } = (await appoint()).body
  const end = (until: string | null) => api.as('head', 'PATCH', `/sponsors/${id}`, { until })
  expect((await end('2026-11-01')).body.code).toBe('sponsor_day_invalid')
  await end('2026-11-02')
  expect(await sponsors()).toHaveLength(1)
  await api.pool.query(`update engage.sponsor set since = '2026-10-01', until = '2026-11-01' where id = $1`, [id])
  expect(await sponsors()).toEqual([])
  await end(null)
  expect(await sponsors()).toHaveLength(1)
})

test('the overview shows each executive with promises and time', async () => {
  await appoint()
  await visit('2026-10-20', 'held')
  await api.as('head', 'POST', `/accounts/${account}/promises`, {
    side: 'ours',
    what: 'Answer about the new gateway',
    ownerId: api.people.executive,
    due: '2026-11-01',
  })
  const { body } = await api.as('reader', 'GET', '/executives')
  expect(body.people).toMatchObject([
    {
      person: { id: api.people.executive },
      promisesOpen: 1,
      promisesOverdue: 1,
      minutes: 120,
      sponsors: [{ account: { id: account }, state: 'behind' }],
    },
  ])
})
