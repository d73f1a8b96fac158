import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../../../tests/support/api.ts'
import { claimAccounts } from '../../accounts/accounts.server.ts'

let api: TestApi
let own = 0
let foreign = 0
let nowhere = 0

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  const { ids } = await claimAccounts(api.pool, 1, 'erp', [
    { code: 'A', name: 'Harbour Works', ownerId: api.people.manager, city: '台州市', country: 'CN' },
    { code: 'B', name: 'Delta Traders', ownerId: api.people.head, city: 'Hai Phong', country: 'VN' },
    { code: 'C', name: 'Nowhere Ltd', city: 'Atlantis', country: 'CN' },
    { code: 'D', name: 'No City Ltd' },
  ])
  own = ids.get('A')!
  foreign = ids.get('B')!
  nowhere = ids.get('C')!
})

const add = (fields: object, accountId = own, role: 'manager' | 'head' | 'reader' = 'manager') =>
  api.as(role, 'POST', `/accounts/${accountId}/sites`, { name: 'Main warehouse', ...fields })

describe('a site', () => {
  test('is found by the name of its city, Chinese or Latin', async () => {
    const { body: chinese } = await add({ city: '温岭市', country: 'CN' })
    expect(chinese).toMatchObject({ latitude: 28.37524, longitude: 121.38416, locatedBy: 'gazetteer' })
    const { body: latin } = await add({ city: 'Ningbo', country: 'CN' })
    expect(latin).toMatchObject({ latitude: 29.87819, longitude: 121.54945 })
  })

  test('keeps the coordinates that a person entered when its city changes, and follows the city when nobody did', async () => {
    const { body: entered } = await add({ city: 'Ningbo', latitude: 28.6, longitude: 121.4 })
    const { body: moved } = await api.as('manager', 'PATCH', `/sites/${entered.id}`, { version: 1, city: 'Hangzhou' })
    expect(moved).toMatchObject({ latitude: 28.6, longitude: 121.4, locatedBy: 'person', version: 2 })
    const { body: guessed } = await add({ city: 'Ningbo' })
    const { body: follows } = await api.as('manager', 'PATCH', `/sites/${guessed.id}`, { version: 1, city: 'Hangzhou' })
    expect(follows).toMatchObject({ latitude: 30.29365, locatedBy: 'gazetteer' })
    const { body: lost } = await api.as('manager', 'PATCH', `/sites/${guessed.id}`, { version: 2, city: 'Qwertyville' })
    expect(lost).toMatchObject({ latitude: null, longitude: null, locatedBy: null })
  })

  test('dates what is said of goods and insurance, and forgets the day with the value', async () => {
    const { body: site } = await add({ goodsValue: '120000.50', insurance: 'insured', insuranceAsOf: '2026-09-30' })
    expect(site).toMatchObject({ goodsValue: '120000.5', goodsAsOf: testDay, insuranceAsOf: '2026-09-30' })
    const { body: after } = await api.as('manager', 'PATCH', `/sites/${site.id}`, { version: 1, goodsValue: null })
    expect(after).toMatchObject({ goodsValue: null, goodsAsOf: null, insurance: 'insured' })
  })

  test('is edited in the version that was read, and half a position is refused', async () => {
    const { body: site } = await add({})
    const edit = (body: object) => api.as('manager', 'PATCH', `/sites/${site.id}`, body)
    expect((await edit({ version: 1, note: 'Gate 3' })).status).toBe(200)
    expect((await edit({ version: 1, note: 'Gate 4' })).body.code).toBe('site_changed_meanwhile')
    expect((await edit({ version: 2, latitude: 28 })).body.code).toBe('site_coordinates_invalid')
    expect((await add({ latitude: 91, longitude: 0 })).status).toBe(400)
  })

  test('has a code that its account uses once, and another account may use too', async () => {
    expect((await add({ code: 'W1' })).status).toBe(200)
    expect((await add({ code: 'W1' })).body.code).toBe('site_code_taken')
    expect((await add({ code: 'W1' }, foreign, 'head')).status).toBe(200)
  })

  test("is written by its account's owner, not by another manager or a reader", async () => {
    expect((await add({}, foreign)).body.code).toBe('account_not_yours')
    expect((await add({}, own, 'reader')).status).toBe(403)
    const { body: site } = await add({}, foreign, 'head')
    expect((await api.as('manager', 'DELETE', `/sites/${site.id}`)).body.code).toBe('account_not_yours')
    expect((await api.as('head', 'DELETE', `/sites/${site.id}`)).body).toEqual({ removed: true })
    expect((await api.as('head', 'DELETE', `/sites/${site.id}`)).body.code).toBe('site_unknown')
  })

  test('asks the risk alerts to look again', async () => {
    const { body: site } = await add({ city: 'Ningbo' })
    const { rows } = await api.pool.query(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'refresh-exposures'
       order by j.id desc limit 1`,
    )
    expect(rows[0].payload).toEqual({ siteIds: [site.id] })
  })
})

describe('filling', () => {
  test('gives accounts without a site one in their city, and leaves those alone that have one', async () => {
    await add({ name: 'Own choice', latitude: 28.6, longitude: 121.4 })
    const { body } = await api.as('head', 'POST', '/sites/fill', {})
    expect(body).toEqual({
      added: 1,
      placed: 0,
      unknown: [{ city: 'Atlantis', country: 'CN', accounts: 1 }],
      withoutCity: 1,
    })
    const sites = async (id: number) => (await api.as('reader', 'GET', `/accounts/${id}/sites`)).body.items
    expect(await sites(foreign)).toMatchObject([{ name: 'Hai Phong', latitude: 20.86481, locatedBy: 'gazetteer' }])
    expect(await sites(own)).toMatchObject([{ name: 'Own choice', latitude: 28.6 }])
    expect(await sites(nowhere)).toEqual([])
    expect((await api.as('head', 'POST', '/sites/fill', {})).body).toMatchObject({ added: 0, placed: 0 })
    expect((await api.as('manager', 'POST', '/sites/fill', {})).status).toBe(403)
  })
})

describe('the map', () => {
  test('shows sites with coordinates, filtered by owner, and says what is missing', async () => {
    await add({ city: 'Ningbo' })
    await add({ name: 'Unplaced' })
    await add({ city: 'Hanoi', country: 'VN' }, foreign, 'head')
    const { body } = await api.as('reader', 'GET', '/sites/map')
    expect(body).toMatchObject({ total: 2, accounts: 2, withoutSite: 2, withoutPlace: 1, window: null })
    const { body: ours } = await api.as('reader', 'GET', `/sites/map?ownerId=${api.people.manager}`)
    expect(ours.items.map((item: { account: { name: string } }) => item.account.name)).toEqual(['Harbour Works'])
  })

  test('names towns in a box, the largest first', async () => {
    const { body } = await api.as('reader', 'GET', '/places/in-box?north=31&south=27&west=119&east=123&limit=5')
    expect(body.items[0]).toMatchObject({ name: 'Hangzhou', nameChinese: '杭州' })
    expect(body.items).toHaveLength(5)
  })
})
