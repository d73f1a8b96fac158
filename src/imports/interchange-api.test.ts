import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startTestApi, type TestApi } from '../../tests/support/api.ts'
import { startWithDealers } from '../identify/dealers.fixture.ts'
import { activity852, sales96 } from '../supply/messages/messages.fixture.ts'
import { runQueuedImport } from './run-queued-import.use.ts'

let api: TestApi
let own: number
let foreign: number

beforeAll(async () => {
  api = await startTestApi()
  const ids = await startWithDealers(api)
  await api.pool.query(`select setval(pg_get_serial_sequence('imports.import', 'id'), 1000)`)
  own = ids.get('D10')!
  foreign = ids.get('D11')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [own], ownerId: api.people.manager })
  await api.pool.query(`insert into products.product (code, name) values ('P1', 'Breaker'), ('P2', 'Lamp')`)
  await api.pool.query(
    `insert into supply.product_identifier select '00036000291452', id from products.product where code = 'P1'`,
  )
  await api.pool.query(
    `insert into know.site (account_id, code, name, kind) select $1, s, 'Store ' || s, 'shop' from unnest(array['S01', 'S02']) s`,
    [own],
  )
})
afterAll(() => api.close())

async function send(role: 'back office' | 'manager' | 'reader', text: string, query = 'name=a.x12') {
  const answer = await api.fetch(role, `/imports/interchange?${query}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}
const partner = async (role: 'back office' | 'manager' | 'reader' = 'back office') =>
  (await api.as(role, 'GET', '/supply/partners')).body.items.find(
    (each: { theirId: string }) => each.theirId === 'NORTHSHORE',
  )
const whole = async () => (await api.as('back office', 'GET', `/supply/partners/${(await partner()).id}`)).body
const map = async (mapping: object, role: 'back office' | 'manager' = 'back office') =>
  api.as(role, 'POST', `/supply/partners/${(await partner()).id}/codes`, mapping)
const productId = async (code: string) =>
  Number((await api.pool.query('select id from products.product where code = $1', [code])).rows[0].id)

test('a gateway sends an 852: it is taken, answered with a 997, and the sender becomes a partner to be named', async () => {
  const { status, body } = await send('back office', activity852)
  expect([status, body.rows, body.setAside]).toEqual([201, 4, 4])
  const acknowledgement = await (
    await api.fetch('reader', body.messages[0].acknowledgement.slice('/api'.length))
  ).text()
  expect(acknowledgement).toContain('AK1*PD*101~\nAK2*852*0001~\nAK5*A~\nAK9*A*1*1*1~')
  expect(await partner('reader')).toMatchObject({ account: null, taken: 1, unmapped: 1, mayEdit: false })
  expect((await whole()).unmappedCodes).toEqual([
    { kind: 'party', code: 'NSE', name: '', rows: 4, importIds: [body.import] },
  ])
})

test('what a code means is said only by those who keep the account, and for an account that is known', async () => {
  expect((await map({ kind: 'product', code: 'NS-77', productId: await productId('P2') })).body.code).toBe(
    'partner_without_account',
  )
  expect((await map({ kind: 'party', code: 'NSE', accountId: 999_999 })).body.code).toBe('mapping_target_unknown')
  expect((await map({ kind: 'party', code: 'NSE', accountId: own }, 'manager')).body.code).toBe('account_not_yours')
  expect((await map({ kind: 'party', code: 'NSE', accountId: own })).status).toBe(200)
  expect((await map({ kind: 'product', code: 'NS-77', productId: await productId('P2') }, 'manager')).status).toBe(200)
  const site = await api.as('head', 'POST', `/accounts/${foreign}/sites`, { name: 'Elsewhere', kind: 'shop' })
  expect((await map({ kind: 'site', code: 'S09', siteId: site.body.id })).body.code).toBe('site_not_of_account_invalid')
})

test('the rows that waited come in again from the page, as an import that can be undone', async () => {
  const { waiting } = await whole()
  expect(waiting).toMatchObject([{ rows: 4 }])
  const again = await api.as('back office', 'POST', `/imports/${waiting[0].importId}/settle`, { answer: 'again' })
  expect(again.body).toMatchObject({ rows: 4, import: { state: 'waiting', parentId: waiting[0].importId } })
  await runQueuedImport({ ...api, dataDirectory: api.dataDirectory }, again.body.import.id)
  const { rows } = await api.pool.query(
    'select account_id, trim_scale(on_hand) as on_hand from supply.stock order by on_hand',
  )
  expect(rows.map(row => [row.account_id === own, row.on_hand])).toEqual([
    [true, '0'],
    [true, '18'],
    [true, '40'],
    [true, null],
  ])
  expect((await whole()).waiting).toEqual([])
  const left = await api.as('reader', 'GET', `/imports/${waiting[0].importId}/set-aside?state=open`)
  expect(left.body.items).toEqual([])
})

test('a faulty interchange answers with the segment and where its acknowledgement is', async () => {
  const { status, body } = await send('back office', sales96.replace('UNT+19+', 'UNT+17+'), 'name=b.edi')
  expect(body).toMatchObject({ code: 'interchange_invalid', values: { segment: 'UNT', fault: 'segment_count_wrong' } })
  expect([status, body.detail]).toEqual([422, expect.stringContaining('segment 20 (UNT)')])
  const contrl = await (await api.fetch('reader', body.values.acknowledgement.slice('/api'.length))).text()
  expect(contrl).toContain(`UCI+SR88+5410000100023:14+5412345000020:14+4'`)
  expect(contrl).toContain(`UCM+1+SLSRPT:D:96A:UN:EAN004+4+29+UNT'`)
  const { body: list } = await api.as('reader', 'GET', '/supply/messages?state=refused')
  expect(list.items).toMatchObject([{ type: 'SLSRPT', controlNumber: 'SR88', fault: { segment: 'UNT', position: 20 } }])
})

test('only those who may import may send; what is no interchange is refused', async () => {
  expect((await send('reader', activity852)).body.code).toBe('not_allowed')
  expect((await send('manager', activity852)).body.code).toBe('not_allowed')
  expect((await send('back office', 'a,b\n1,2\n', 'name=a.csv')).body.code).toBe('not_an_interchange_invalid')
})

test('a partner is added and edited once, by whoever saw it last', async () => {
  const given = {
    standard: 'edifact',
    accountId: own,
    name: 'Own dealer',
    theirQualifier: '14',
    theirId: '2000000005994',
    messageVersion: 'D.01B',
  }
  expect((await api.as('manager', 'POST', '/supply/partners', { ...given, messageVersion: '004010' })).body.code).toBe(
    'partner_version_invalid',
  )
  expect((await api.as('manager', 'POST', '/supply/partners', { ...given, accountId: foreign })).body.code).toBe(
    'account_not_yours',
  )
  const { body: made } = await api.as('manager', 'POST', '/supply/partners', given)
  expect(made).toMatchObject({ name: 'Own dealer', account: { id: own }, unmapped: 0, version: 1 })
  expect((await api.as('manager', 'POST', '/supply/partners', given)).body.code).toBe('partner_name_taken')
  const change = (version: number) =>
    api.as('manager', 'PATCH', `/supply/partners/${made.id}`, { version, activityOverrides: { 21: 'in_transit' } })
  expect((await change(1)).body).toMatchObject({ version: 2, activityOverrides: { 21: 'in_transit' } })
  expect((await change(1)).body.code).toBe('partner_changed_meanwhile')
})

test('two who write at once get two numbers, and one that is rolled back gives its number back', async () => {
  const { nextControlNumber } = await import('../supply/messages/partners.store.ts')
  const { id } = await partner()
  const before = Number(
    (await api.pool.query('select last_control_number as n from supply.partner where id = $1', [id])).rows[0].n,
  )
  const take = () => api.db.transaction().execute(db => nextControlNumber(db, id))
  const failing = api.db
    .transaction()
    .execute(async db => {
      await nextControlNumber(db, id)
      throw new Error('not written')
    })
    .catch(() => null)
  const numbers = await Promise.all([take(), take(), failing, take(), take()])
  expect(numbers.filter(Number).sort((one, other) => Number(one) - Number(other))).toEqual(
    [1, 2, 3, 4].map(each => before + each),
  )
})
