import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { accountsLookedAfter, accountsNow } from './accounts-now.use.ts'
import { startWithDealers, today } from './dealers.fixture.ts'

let api: TestApi
let owned: number
let gold: number
const clock = { now: () => new Date(`${today}T08:00:00Z`) }
const reading = () => ({ db: api.db, pool: api.pool, clock })

beforeAll(async () => {
  api = await startTestApi({ clock })
  const ids = await startWithDealers(api)
  owned = ids.get('D11')!
  gold = ids.get('D10')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [owned], ownerId: api.people.manager })
  const until = `${Number(today.slice(0, 4)) + 1}-01-31`
  await api.as('head', 'POST', `/accounts/${gold}/override`, { tier: 'gold', reason: 'Opinion leader', until })
})
afterAll(() => api.close())

test('an account read for itself stands as it does among all, before and after a change', async () => {
  const all = async () => new Map((await accountsNow(reading())).map(account => [account.id, account]))
  const before = await all()
  expect(await accountsNow(reading(), [owned, gold, 0])).toEqual([before.get(owned), before.get(gold)])
  expect(before.get(gold)).toMatchObject({ tier: 'gold', contribution: expect.any(String) })
  await api.as('head', 'POST', '/accounts/owner', { accounts: [gold], ownerId: api.people.manager })
  expect(await accountsNow(reading(), [gold])).toEqual([{ ...before.get(gold)!, ownerId: api.people.manager }])
  expect((await all()).get(gold)!.ownerId).toBe(api.people.manager)
})

test('looked after is who is on a tier or has an owner, and of those only who is wanted', async () => {
  const found = await accountsLookedAfter(reading())
  expect(found.every(({ tier, ownerId }) => tier !== 'regular' || ownerId !== null)).toBe(true)
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([owned, gold]))
  const wanted = await accountsLookedAfter(reading(), null, ({ id }) => id === gold)
  expect(wanted.map(({ id }) => id)).toEqual([gold])
  expect(await accountsLookedAfter(reading(), [owned], () => false)).toEqual([])
})
