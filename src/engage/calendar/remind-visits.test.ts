import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { reminderWords, remindOfVisits } from './remind-visits.use.ts'

let api: TestApi
let account: number
let now = '2026-11-02T07:00:00Z'
const clock = { now: () => new Date(now) }

beforeAll(async () => {
  api = await startTestApi({ clock })
  account = (await startWithDealers(api)).get('D10')!
})
beforeEach(() => api.pool.query('delete from engage.visit; delete from platform.mail'))
afterAll(() => api.close())

const visit = (startsAt: string, state = 'planned') =>
  api.pool.query(
    `insert into engage.visit (account_id, person_id, starts_at, ends_at, time_zone, original_starts_at, promised_at,
       state, cancelled_by, created_at)
     values ($1, $2, $3, $3::timestamptz + interval '1 hour', 'Asia/Shanghai', $3, $3, $4, $5, $3)`,
    [account, api.people.manager, startsAt, state, state === 'cancelled' ? 'ours' : null],
  )
const remind = () => remindOfVisits({ db: api.db, clock, dataDirectory: api.dataDirectory })

test('two hours before a visit its reminder is written, once', async () => {
  await visit('2026-11-02T09:00:00Z')
  now = '2026-11-02T06:59:59Z'
  expect(await remind()).toBe(0)
  now = '2026-11-02T07:00:01Z'
  expect([await remind(), await remind()]).toEqual([1, 0])
  const [mail] = (await api.as('manager', 'GET', '/mail')).body.items
  // The hour on the account's wall.
  expect(mail.subject).toBe('17:00 Dealer D10')
})

test('moved to another hour it is told again; cancelled or begun it is not', async () => {
  await visit('2026-11-02T08:00:00Z')
  now = '2026-11-02T07:00:00Z'
  expect(await remind()).toBe(1)
  await api.pool.query(`update engage.visit set starts_at = '2026-11-02T08:30:00Z', ends_at = '2026-11-02T09:30:00Z'`)
  expect(await remind()).toBe(1)
  await api.pool.query('delete from engage.visit')
  await visit('2026-11-02T07:00:00Z')
  await visit('2026-11-02T08:00:00Z', 'cancelled')
  expect(await remind()).toBe(0)
})

test('a reminder says where, whom and what for, in the reader’s language', () => {
  const reminder = { time: '09:00', account: 'Yuantuo', place: 'Gate 3', who: ['Liu'], purpose: null, visitId: 7 }
  expect(reminderWords(reminder, 'en').blocks).toContainEqual({ kind: 'paragraph', text: 'To meet: Liu' })
  expect(reminderWords(reminder, 'zh-Hans').blocks[0]).toEqual({ kind: 'heading', text: '09:00 拜访 Yuantuo' })
  expect(reminderWords(reminder, 'en').blocks).toHaveLength(4)
})
