import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import type { Signal } from '../../platform/signal.ts'
import source from './gaps.signals.server.ts'

let api: TestApi
let owned = 0
let foreign = 0
const today = '2026-11-02'
const kind = source.kinds['know.gap']

beforeAll(async () => {
  api = await startTestApi()
  const account = async (code: string, role: 'manager' | 'head') =>
    (await api.as(role, 'POST', '/accounts', { code, name: code })).body.id
  owned = await account('OWNED', 'manager')
  foreign = await account('ALONE', 'head')
})
afterAll(() => api.close())

const read = (accountIds: number[] | null = null): Promise<Signal[]> =>
  source.read({ db: api.db, pool: api.pool, clock: { now: () => new Date(`${today}T08:00:00Z`) }, today, accountIds })

async function metOn(accountId: number, name: string, days: string[]): Promise<number> {
  const { body } = await api.as('head', 'POST', `/accounts/${accountId}/contacts`, { name })
  for (const day of days) await api.as('head', 'POST', `/contacts/${body.id}/contact-days`, { day })
  return body.id
}

test('of a regular account with an owner what got worse is told, of one without nothing', async () => {
  expect(await read()).toEqual([])
  const spring = ['2026-01-05', '2026-01-15', '2026-01-25', '2026-02-04', '2026-02-14']
  await metOn(owned, 'Chen', spring)
  await metOn(foreign, 'Liu', spring)
  const [signal, ...others] = await read()
  expect(others).toEqual([])
  expect(signal).toMatchObject({
    kind: 'know.gap',
    key: 'gone cold',
    accountId: owned,
    personId: null,
    due: '2026-03-06',
    value: null,
    confidence: 0.25,
  })
  expect(await read([owned])).toEqual([signal])
  expect(await read([foreign])).toEqual([])
})

test('an account tells its gravest gap alone, and says how many more there are', async () => {
  const chen = await metOn(owned, 'Wang', [])
  await api.pool.query(`insert into know.profile (contact_id, influence, stance) values ($1, 5, -1)`, [chen])
  const [signal] = await read([owned])
  expect(signal).toMatchObject({ key: `opponent unattended ${chen}`, values: { more: 1 }, due: null })
  const words = { language: 'en' as const, money: String, day: String, percent: String }
  expect(kind.reason(signal!, words)).toBe(
    'Wang is sceptical (−1) with an influence of 5 of 5, and no contact is on record; 1 more gap',
  )
  expect(kind.actions(signal!, 'zh-Hans')[0]).toEqual({
    label: '处理：反对者无人跟进',
    path: `/accounts/${owned}/relationships`,
  })
})

test('a gap said to be none is not told', async () => {
  const [signal] = await read([owned])
  await api.as('manager', 'POST', `/accounts/${owned}/relationship-gaps/dismissals`, {
    kind: 'opponent unattended',
    contactId: signal!.values.contactId,
    reason: 'The head sees them at the fair',
    until: '2026-12-31',
  })
  expect((await read([owned])).map(each => each.key)).toEqual(['gone cold'])
})
