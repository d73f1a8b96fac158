import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { claimAccounts } from '../../accounts/accounts.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { refreshExposures } from './refresh-exposures.use.ts'
import source from './risk.signals.server.ts'

let api: TestApi
let own = 0
let foreign = 0
let now = new Date()
const clock = { now: () => now }

beforeAll(async () => {
  api = await startTestApi({ clock })
})
afterAll(() => api.close())

beforeEach(async () => {
  now = new Date('2026-11-02T00:00:00Z')
  await api.pool.query('truncate accounts.account, engage.risk_alert, engage.risk_feed cascade')
  const { ids } = await claimAccounts(api.pool, 1, 'erp', [
    { code: 'A', name: 'Harbour Works', ownerId: api.people.manager },
    { code: 'B', name: 'Delta Traders', ownerId: api.people.head },
  ])
  own = ids.get('A')!
  foreign = ids.get('B')!
})

const site = async (accountId: number, fields: object) =>
  (await api.as('head', 'POST', `/accounts/${accountId}/sites`, { name: 'Warehouse', ...fields })).body.id as number

type Message = {
  id?: string
  kind?: string
  status?: string
  sent?: string
  references?: string
  radius?: number
  expires?: string
}
const cap = ({
  id = 'm1',
  kind = 'Alert',
  status = 'Actual',
  sent = '2026-11-02T08:00:00+08:00',
  references,
  radius = 30,
  expires,
}: Message = {}) => `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>${id}</identifier><sender>met@example.cn</sender><sent>${sent}</sent><status>${status}</status>
<msgType>${kind}</msgType><scope>Public</scope>${references ? `<references>${references}</references>` : ''}
<info><category>Met</category><event>Flood warning</event><urgency>Expected</urgency><severity>Severe</severity>
<certainty>Likely</certainty><onset>2026-11-04T08:00:00+08:00</onset>${expires ? `<expires>${expires}</expires>` : ''}
<area><areaDesc>Taizhou coast</areaDesc><circle>28.66,121.42 ${radius}</circle></area></info></alert>`
const take = (text: string, role: 'head' | 'manager' | 'back office' = 'back office') =>
  api.as(role, 'POST', '/risks/messages', { text })
const first = 'met@example.cn,m1,2026-11-02T08:00:00+08:00'
const exposed = async (id: number) =>
  (await api.as('manager', 'GET', `/risks/${id}`)).body.sites.map((each: { siteId: number; state: string }) => [
    each.siteId,
    each.state,
  ])

describe('a warning', () => {
  test('names the sites it reaches, what lies there, and by when to advise', async () => {
    const near = await site(own, { latitude: 28.7, longitude: 121.4, goodsValue: '1000000', insurance: 'insured' })
    const other = await site(foreign, { latitude: 28.6, longitude: 121.4, goodsValue: '250000.50' })
    await site(own, { latitude: 29.9, longitude: 121.5, goodsValue: '7' })
    const { body } = await take(cap())
    expect(body.items).toMatchObject([{ outcome: 'new', state: 'active', sites: 2 }])
    const { body: alert } = await api.as('manager', 'GET', `/risks/${body.items[0].alertId}`)
    expect(alert).toMatchObject({
      hazard: 'flood',
      exposed: { sites: 2, accounts: 2, goods: '1250000.5', goodsUnknown: 0, uninsured: '250000.5' },
      own: { sites: 1, goods: '1000000' },
      // A flood takes a day to prepare for.
      adviseBy: '2026-11-03T00:00:00.000Z',
    })
    expect(alert.sites.map((each: { siteId: number }) => each.siteId)).toEqual([near, other])
    expect(alert.sites[0]).toMatchObject({ own: true, mayAdvise: true, probability: 0.75, insurance: 'insured' })
    expect(alert.sites[1]).toMatchObject({ own: false, mayAdvise: false })
  })

  test('is taken once, and refused with every fault', async () => {
    await take(cap())
    expect((await take(cap())).body.items).toMatchObject([{ outcome: 'known' }])
    const { status, body } = await take(cap().replace('<scope>Public</scope>', '').replace('Severe', 'Awful'))
    expect(status).toBe(422)
    expect(body.detail).toBe('The message was not taken: scope is missing; info.severity may not be “Awful”.')
    expect((await take('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert/>')).body.code).toBe(
      'risk_message_invalid',
    )
    expect((await take(cap({ kind: 'Ack', references: first }))).body.code).toBe('risk_reply_not_taken')
    expect((await take(cap(), 'manager')).status).toBe(403)
  })

  test('follows an update, and lets the sites go that it no longer reaches', async () => {
    const near = await site(own, { latitude: 28.67, longitude: 121.42 })
    const far = await site(own, { latitude: 28.85, longitude: 121.14 })
    const id = (await take(cap({ radius: 40 }))).body.items[0].alertId
    expect((await exposed(id)).length).toBe(2)
    const update = cap({ id: 'm2', kind: 'Update', sent: '2026-11-02T10:00:00+08:00', references: first, radius: 10 })
    expect((await take(update)).body.items).toMatchObject([{ alertId: id, outcome: 'updated', sites: 1 }])
    expect(await exposed(id)).toEqual([
      [near, 'warned'],
      [far, 'cleared'],
    ])
    const cancel = cap({
      id: 'm3',
      kind: 'Cancel',
      sent: '2026-11-02T11:00:00+08:00',
      references: 'met@example.cn,m2,2026-11-02T10:00:00+08:00',
    })
    expect((await take(cancel)).body.items).toMatchObject([
      { alertId: id, outcome: 'ended', state: 'cancelled', sites: 0 },
    ])
  })

  test('that arrives before what it refers to makes one alert of both', async () => {
    await site(own, { latitude: 28.67, longitude: 121.42 })
    const update = cap({ id: 'm2', kind: 'Update', sent: '2026-11-02T10:00:00+08:00', references: first, radius: 0 })
    const id = (await take(update)).body.items[0].alertId
    expect((await take(cap())).body.items).toMatchObject([{ alertId: id, sites: 0 }])
  })

  test('of an exercise warns nobody', async () => {
    await site(own, { latitude: 28.67, longitude: 121.42 })
    expect((await take(cap({ status: 'Exercise' }))).body.items).toMatchObject([{ state: 'drill', sites: 0 }])
  })

  test('runs out at its hour, and a new site is seen by the next look', async () => {
    const id = (await take(cap({ expires: '2026-11-05T08:00:00+08:00' }))).body.items[0].alertId
    const added = await site(own, { latitude: 28.67, longitude: 121.42 })
    const refresh = () =>
      api.db.transaction().execute(db => refreshExposures({ db, clock, actor: jobActor('test') }, null))
    await refresh()
    expect(await exposed(id)).toEqual([[added, 'warned']])
    now = new Date('2026-11-04T23:59:59Z')
    await refresh()
    expect((await api.as('reader', 'GET', '/risks')).body.items).toHaveLength(1)
    now = new Date('2026-11-05T00:00:00Z')
    await refresh()
    expect((await api.as('reader', 'GET', '/risks')).body.items).toEqual([])
    expect((await api.as('reader', 'GET', '/risks?show=past')).body.items).toMatchObject([{ id, state: 'expired' }])
    expect(await exposed(id)).toEqual([[added, 'warned']])
  })
})

describe('a storm', () => {
  const hour = (day: number, at: number) => new Date(Date.UTC(2026, 9, day, at)).toISOString()
  /** Straight at Taizhou, 25 km an hour. */
  const fixes = Array.from({ length: 9 }, (_, i) => ({
    at: hour(30, i * 6),
    latitude: 20 + i * 0.9,
    longitude: 128.5 - i * 0.9,
    wind: 90,
  }))
  const track = (body: object) => api.as('head', 'POST', '/risks/storms', { key: 'T1', name: 'Test storm', ...body })

  test('warns from its track so far, is replayed by the hour, and ends a day after it was seen last', async () => {
    const coast = await site(own, { city: '台州', country: 'CN', goodsValue: '500' })
    const inland = await site(own, { city: '南昌', country: 'CN', goodsValue: '900' })
    now = new Date(hour(31, 6))
    const { body } = await track({ fixes })
    const id = body.items[0].alertId
    expect(await exposed(id)).toEqual([[coast, 'warned']])
    const replay = async (at: string) =>
      (await api.as('reader', 'GET', `/risks/${id}/replay?at=${encodeURIComponent(at)}`)).body
    expect((await replay(hour(29, 0))).outlook).toBeNull()
    const early = await replay(hour(30, 0))
    expect(early.outlook.by).toBe('extrapolation')
    expect(early.sites).toEqual([])
    const late = await replay(hour(31, 6))
    expect(late.sites).toMatchObject([{ siteId: coast, goodsValue: '500' }])
    expect(late.sites.some((each: { siteId: number }) => each.siteId === inland)).toBe(false)
    expect(late.outlook.cone.at(-1).radiusKm).toBeGreaterThan(late.outlook.cone[0].radiusKm)

    now = new Date(hour(31, 23 + 24 + 2))
    await api.db.transaction().execute(db => refreshExposures({ db, clock, actor: jobActor('test') }, null))
    expect((await api.as('reader', 'GET', `/risks/${id}`)).body).toMatchObject({ state: 'over', outlook: null })
  })

  test('a forecast that lies before its own advisory is refused', async () => {
    const points = [{ at: hour(31, 5), latitude: 28, longitude: 130, wind: 90 }]
    expect((await track({ fixes, forecast: { issuedAt: hour(31, 6), points } })).status).toBe(400)
    expect((await track({ fixes, forecast: { issuedAt: hour(31, 5), points } })).status).toBe(200)
  })

  test('with a forecast goes where the agency says', async () => {
    const coast = await site(own, { city: '台州', country: 'CN' })
    now = new Date(hour(31, 6))
    const away = [24, 48].map(hours => ({
      at: hour(31, 6 + hours),
      latitude: 28,
      longitude: 130 + hours / 4,
      wind: 90,
    }))
    const { body } = await track({ fixes, forecast: { issuedAt: hour(31, 6), points: away } })
    expect(await exposed(body.items[0].alertId)).toEqual([])
    const at = [12, 24].map(hours => ({
      at: hour(31, 6 + hours),
      latitude: 28.6,
      longitude: 121.5,
      wind: 90,
      radiusKm: 50,
    }))
    await track({ forecast: { issuedAt: hour(31, 6), points: at } })
    expect(await exposed(body.items[0].alertId)).toEqual([[coast, 'warned']])
  })
})

describe('advice', () => {
  const advise = (id: number, role: 'manager' | 'head' | 'reader', body: object) =>
    api.as(role, 'POST', `/risks/${id}/advice`, { measures: ['raise goods'], channel: 'phone', ...body })

  test('is recorded with what lay there, and its outcome beside it', async () => {
    const near = await site(own, { latitude: 28.7, longitude: 121.4, goodsValue: '1000000' })
    const id = (await take(cap())).body.items[0].alertId
    const { body: contact } = await api.as('head', 'POST', `/accounts/${own}/contacts`, { name: 'Liu Yang' })
    const { body } = await advise(id, 'manager', {
      siteIds: [near],
      contactId: contact.id,
      words: 'To the first floor',
    })
    expect(body.items).toMatchObject([
      { siteId: near, goodsValue: '1000000', givenBy: api.people.manager, contactName: 'Liu Yang', followed: null },
    ])
    const outcome = (version: number, said: object) =>
      api.as('manager', 'PATCH', `/risks/advice/${body.items[0].id}`, { version, ...said })
    expect((await outcome(1, { followed: 'followed', lossAvoided: '640000' })).body).toMatchObject({
      followed: 'followed',
      lossAvoided: '640000',
      version: 2,
    })
    expect((await outcome(1, { followed: 'partly' })).body.code).toBe('risk_advice_changed_meanwhile')
    expect((await api.as('head', 'GET', `/risks/${id}`)).body).toMatchObject({
      advised: 1,
      adviseBy: null,
      lossAvoided: '640000',
    })
    expect((await outcome(2, { followed: null })).body).toMatchObject({ lossAvoided: null, outcomeAt: null })
  })

  test("is given by the account's owner, about sites of one account, to a contact of it", async () => {
    const near = await site(own, { latitude: 28.7, longitude: 121.4 })
    const other = await site(foreign, { latitude: 28.6, longitude: 121.4 })
    const id = (await take(cap())).body.items[0].alertId
    expect((await advise(id, 'manager', { siteIds: [other] })).body.code).toBe('account_not_yours')
    expect((await advise(id, 'head', { siteIds: [near, other] })).body.code).toBe('risk_sites_invalid')
    const { body: contact } = await api.as('head', 'POST', `/accounts/${foreign}/contacts`, { name: 'Chen' })
    expect((await advise(id, 'head', { siteIds: [near], contactId: contact.id })).body.code).toBe('contact_unknown')
    expect((await advise(id, 'reader', { siteIds: [near] })).status).toBe(403)
    expect((await advise(999, 'head', { siteIds: [near] })).body.code).toBe('risk_alert_unknown')
  })

  test('is what the queue asks for until it was given', async () => {
    const near = await site(own, { latitude: 28.7, longitude: 121.4, goodsValue: '1000000' })
    await site(own, { latitude: 28.6, longitude: 121.4, goodsValue: '50' })
    const id = (await take(cap())).body.items[0].alertId
    const read = (accountIds: number[] | null) =>
      source.read({ db: api.db, pool: api.pool, clock, today: '2026-11-02', accountIds })
    expect(await read(null)).toMatchObject([
      {
        kind: 'engage.risk',
        key: String(id),
        accountId: own,
        due: '2026-11-03',
        value: '1000050',
        confidence: 0.75,
        values: { sites: 2 },
      },
    ])
    expect(await read([foreign])).toEqual([])
    await advise(id, 'manager', { siteIds: [near] })
    expect(await read([own])).toMatchObject([{ value: '50', values: { sites: 1 } }])
  })

  test('stands in the head’s queue once for all accounts without an owner, and is read again when one gets an owner', async () => {
    const { ids } = await claimAccounts(api.pool, 1, 'erp', [{ code: 'C' }, { code: 'D' }])
    const [lone, other] = [ids.get('C')!, ids.get('D')!]
    await site(own, { latitude: 28.7, longitude: 121.4, goodsValue: '1000000' })
    await site(lone, { latitude: 28.7, longitude: 121.4, goodsValue: '300' })
    await site(lone, { latitude: 28.6, longitude: 121.4 })
    const last = await site(other, { latitude: 28.6, longitude: 121.4, goodsValue: '50.5' })
    const id = (await take(cap())).body.items[0].alertId
    const reading = { db: api.db, pool: api.pool, clock, today: '2026-11-02' }
    const read = async (accountIds: number[] | null = null) =>
      (await source.read({ ...reading, accountIds })).map(({ kind, accountId, role, value, confidence, values }) => ({
        ...{ kind, accountId, role, value, confidence, sites: values.sites, accounts: values.accounts ?? null },
      }))
    const ofOwner = { kind: 'engage.risk', accountId: own, role: null, value: '1000000', sites: 1 }
    const together = { kind: 'engage.risk_ownerless', accountId: null, role: 'head', confidence: 0.75 }
    expect(await read()).toMatchObject([ofOwner, { ...together, value: '350.5', sites: 3, accounts: 2 }])
    expect(await read([lone])).toEqual([])
    const before = await source.version(reading)
    expect(await source.version(reading)).toBe(before)
    await api.as('head', 'POST', '/accounts/owner', { accounts: [lone], ownerId: api.people.manager })
    expect(await source.version(reading)).not.toBe(before)
    expect(await read([lone])).toMatchObject([{ kind: 'engage.risk', accountId: lone, value: '300', sites: 2 }])
    expect((await read()).at(-1)).toMatchObject({ ...together, value: '50.5', sites: 1, accounts: 1 })
    await advise(id, 'head', { siteIds: [last] })
    expect((await read()).map(each => each.kind)).toEqual(['engage.risk', 'engage.risk'])
  })
})
