import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../../../tests/support/api.ts'
import { claimAccounts } from '../../accounts/accounts.server.ts'
import type { Role } from '../../platform/roles.ts'

let api: TestApi
let own = 0
let foreign = 0
let chen = 0

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  const { ids } = await claimAccounts(api.pool, 1, 'erp', [
    { code: 'A', name: 'Harbour Works', ownerId: api.people.manager },
    { code: 'B', name: 'Dry Dock', ownerId: 'somebody else' },
  ])
  own = ids.get('A')!
  foreign = ids.get('B')!
  chen = (await api.as('manager', 'POST', `/accounts/${own}/contacts`, { name: 'Chen Jie' })).body.id
})

const heard = { learnedOn: testDay, contactId: null, toldBy: null }
const quality = { field: 'quality', value: { demands: 'IEC 61850-3' } }
const say = (role: Role, fact: object, more: object = {}, account = own) =>
  api.as(role, 'PUT', `/accounts/${account}/buying`, { fact, ...heard, version: null, ...more })
const read = async (account = own) => (await api.as('reader', 'GET', `/accounts/${account}/buying`)).body

describe('a fact', () => {
  test('stands with its day, its source and who learned it, and moves the score', async () => {
    expect((await say('manager', quality, { contactId: chen })).status).toBe(200)
    const profile = await read()
    expect(profile.facts).toEqual([
      {
        fact: quality,
        learnedOn: testDay,
        contact: { id: chen, name: 'Chen Jie' },
        toldBy: null,
        personId: api.people.manager,
        version: 1,
      },
    ])
    expect(profile).toMatchObject({ score: 7, completeness: 7, freshness: 100, question: { field: 'process' } })
    expect((await read(foreign)).facts).toEqual([])
  })

  test('is replaced by who read its version, refused to who read an older one, and both values stand in the trail', async () => {
    await say('manager', quality)
    const stricter = { field: 'quality', value: { demands: 'IEC 61850-3 and EN 50155' } }
    expect((await say('head', stricter)).body.code).toBe('buying_fact_changed_meanwhile')
    expect((await say('head', stricter, { version: 1 })).body).toEqual({ version: 2 })
    const { rows } = await api.pool.query(
      `select operation, before, after from platform.change where subject = 'buying fact' order by id`,
    )
    expect(rows.at(-1)).toMatchObject({
      operation: 'edit',
      before: { demands: 'IEC 61850-3' },
      after: { demands: 'IEC 61850-3 and EN 50155' },
    })
  })

  test('that is heard again is fresh from that day and keeps its value', async () => {
    await say('manager', quality, { learnedOn: '2024-11-02' })
    const before = await read()
    const path = `/accounts/${own}/buying/quality/confirm`
    await api.as('manager', 'POST', path, { ...heard, contactId: chen, version: 1 })
    const after = await read()
    expect(after.facts[0]).toMatchObject({
      fact: quality,
      learnedOn: testDay,
      contact: { name: 'Chen Jie' },
      version: 2,
    })
    expect(after.score).toBe(7)
    expect(before.score).toBeCloseTo(3.5, 5)
  })

  test('can be taken back by its version', async () => {
    await say('manager', quality)
    expect((await api.as('manager', 'DELETE', `/accounts/${own}/buying/quality`, { version: 2 })).status).toBe(412)
    expect((await api.as('manager', 'DELETE', `/accounts/${own}/buying/quality`, { version: 1 })).status).toBe(200)
    expect((await read()).facts).toEqual([])
  })

  test('is not learned tomorrow, nor from a contact of another account', async () => {
    expect((await say('manager', quality, { learnedOn: '2026-11-03' })).body.code).toBe('learned_ahead')
    const elsewhere = (await api.as('head', 'POST', `/accounts/${foreign}/contacts`, { name: 'Liu' })).body.id
    expect((await say('manager', quality, { contactId: elsewhere })).body.code).toBe('contact_unknown')
    const process = {
      field: 'process',
      value: { steps: [{ name: 'Sign', days: 3, contactId: elsewhere, who: null }] },
    }
    expect((await say('manager', process)).body.code).toBe('contact_unknown')
    expect((await read()).facts).toEqual([])
  })
})

test('competitors hold at most all of a product line', async () => {
  const shares = (...percents: number[]) => ({
    field: 'competitors',
    value: {
      shares: percents.map((percent, at) => ({
        competitor: `Rival ${at}`,
        productLine: 'Jetty',
        percent,
        source: null,
        asOf: null,
      })),
    },
  })
  expect((await say('manager', shares(60.5, 39.6))).body.code).toBe('shares_above_hundred')
  expect((await say('manager', shares(60.5, 39.5))).status).toBe(200)
})

test('a manager writes of owned accounts only, the back office of all, readers of none', async () => {
  expect((await say('manager', quality, {}, foreign)).body.code).toBe('account_not_yours')
  expect((await say('back office', quality, {}, foreign)).status).toBe(200)
  expect((await say('reader', quality)).status).toBe(403)
})

test('the list puts what has grown stale before what is good, and counts both', async () => {
  await say('manager', quality, { learnedOn: '2024-01-01' })
  for (const field of ['quality', 'service']) await say('head', { field, value: { demands: 'All' } }, {}, foreign)
  const process = { steps: [{ name: 'Sign', days: 3, contactId: null, who: 'Director' }] }
  await say('head', { field: 'process', value: process }, {}, foreign)
  await say('head', { field: 'cycle', value: { rhythm: 'yearly', note: null } }, {}, foreign)
  const { body } = await api.as('reader', 'GET', '/buying-profiles')
  expect(body.counts).toEqual({ stale: 1, unknown: 0, good: 1 })
  expect(body.items.map((item: { code: string }) => item.code)).toEqual(['A', 'B'])
  expect(body.items[1]).toMatchObject({ score: 38, lastLearnedOn: testDay, question: { field: 'competitors' } })
  const mine = await api.as('reader', 'GET', `/buying-profiles?owner=${api.people.manager}&state=good`)
  expect(mine.body).toMatchObject({ items: [], total: 0, counts: { stale: 1, unknown: 0, good: 0 } })
})
