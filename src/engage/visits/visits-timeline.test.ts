import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'

let api: TestApi
let account: number

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date('2026-11-02T08:00:00Z') } })
  account = (await startWithDealers(api)).get('D10')!
})
afterAll(() => api.close())

test('what became of visits stands in the timeline, planned ones do not', async () => {
  const visit = (startsAt: string, state: string, more: object = {}) => {
    const row = {
      account_id: account,
      person_id: api.people.manager,
      starts_at: startsAt,
      ends_at: startsAt.replace('T02', 'T03'),
      time_zone: 'Asia/Shanghai',
      original_starts_at: startsAt,
      promised_at: startsAt,
      created_at: startsAt,
      state,
      ...more,
    }
    const names = Object.keys(row)
    return api.pool.query(
      `insert into engage.visit (${names}) values (${names.map((_, index) => `$${index + 1}`)})`,
      Object.values(row),
    )
  }
  await visit('2026-10-05T02:00:00Z', 'cancelled', { cancelled_by: 'theirs', cancel_reason: 'Stocktaking' })
  await visit('2026-10-12T02:00:00Z', 'held', {
    held_from: '2026-10-12T02:00:00Z',
    held_until: '2026-10-12T03:00:00Z',
    purpose: 'Shelf',
  })
  await visit('2026-11-12T02:00:00Z', 'planned')
  const { items } = (await api.as('reader', 'GET', `/accounts/${account}/timeline?kinds=engage.visit`)).body
  expect(items.map((item: { sentence: string }) => item.sentence)).toEqual([
    'Visit held, no report yet: Shelf',
    'Visit called off: Stocktaking',
  ])
})
