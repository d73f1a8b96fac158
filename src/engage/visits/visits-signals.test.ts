import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers, today } from '../../identify/dealers.fixture.ts'
import source from './visits.signals.server.ts'
import { addDays } from './wall-clock.ts'

let api: TestApi
let gold: number
let regular: number
const clock = { now: () => new Date(`${today}T08:00:00Z`) }

beforeAll(async () => {
  api = await startTestApi({ clock })
  const ids = await startWithDealers(api)
  gold = ids.get('D10')!
  regular = ids.get('D11')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [gold, regular], ownerId: api.people.manager })
  const term = { reason: 'Opinion leader', until: addDays(today, 300) }
  await api.as('head', 'POST', `/accounts/${gold}/override`, { tier: 'gold', ...term })
  await api.as('head', 'POST', `/accounts/${regular}/override`, { tier: 'regular', ...term })
})
afterAll(() => api.close())

const read = async (accountIds: number[] | null = [gold, regular]) => {
  const signals = await source.read({ db: api.db, pool: api.pool, clock, today, accountIds })
  return signals.map(({ kind, accountId, due, values }) => ({ kind, accountId, due, ...values }))
}
const plan = async (day: string, time = '08:00') => {
  const said = { accountId: gold, personId: api.people.manager, day, time, minutes: 60, timeZone: 'UTC' }
  return (await api.as('manager', 'POST', '/visits', said)).body
}

test('a key account that nobody visits breaks its cadence; a regular one has none', async () => {
  expect(await read()).toEqual([
    { kind: 'engage.cadence_broken', accountId: gold, due: null, tier: 'gold', pace: 14, since: null },
  ])
  expect(await read([regular])).toEqual([])
  expect((await read(null)).some(each => each.accountId === gold)).toBe(true)
})

test('a visit planned within its days mends it; today it is due, tomorrow’s is not', async () => {
  const tomorrow = await plan(addDays(today, 1))
  expect(await read()).toEqual([])
  await api.as('manager', 'POST', `/visits/${tomorrow.id}/cancel`, { version: 1, by: 'ours', reason: 'Ill' })
  const now = await plan(today)
  expect(await read()).toEqual([
    {
      kind: 'engage.visit_due',
      accountId: gold,
      due: today,
      visitId: now.id,
      day: today,
      time: '08:00',
      state: 'today',
    },
  ])
  await api.as('manager', 'POST', `/visits/${now.id}/cancel`, { version: 1, by: 'ours', reason: 'Ill' })
})

test('one that nobody reported asks for its report; held 17 days ago the cadence stands, 18 days ago it broke', async () => {
  const seventeen = addDays(today, -17)
  const visit = await plan(seventeen)
  expect(await read()).toContainEqual(expect.objectContaining({ kind: 'engage.visit_due', state: 'unreported' }))
  const held = { version: 1, startedAt: `${seventeen}T08:00:00Z`, endedAt: `${seventeen}T09:00:00Z` }
  await api.as('manager', 'POST', `/visits/${visit.id}/hold`, held)
  expect(await read()).toEqual([])
  const day = addDays(today, -18)
  await api.as('manager', 'POST', `/visits/${visit.id}/hold`, {
    ...{ version: 2, startedAt: `${day}T08:00:00Z`, endedAt: `${day}T09:00:00Z` },
  })
  expect(await read()).toEqual([
    { kind: 'engage.cadence_broken', accountId: gold, due: addDays(day, 14), tier: 'gold', pace: 14, since: 18 },
  ])
})
