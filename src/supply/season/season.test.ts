import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { claimAvailability } from '../deliveries/deliveries.server.ts'
import { dealersAndGoods } from '../stock/stock.fixture.ts'
import { claimStock } from '../stock/stock.server.ts'
import signals from './season.signals.server.ts'

let api: TestApi
let ids: Record<string, number>
const settings = { surePercent: 50, buildDays: 21, coverWeeks: 2, bookDays: 14 }
const at = new Date('2026-11-02T08:00:00Z')

/** Ten pieces of P1 a week at C1, which has 30 of them; 50 from January on. Production makes 12 a week. */
beforeAll(async () => {
  api = await startTestApi()
  ids = await dealersAndGoods(api)
  const weekly = Array.from({ length: 52 }, (_, week) => (week < 9 ? 10 : 50))
  await api.pool.query(
    `insert into supply.forecast (account_id, product_id, level, grain, first_period, method, source, mean, p10, p90, why, ahead, last_year, made_on)
     values ($1, $2, 'item', 'week', '2026-11-02', 'theta', 'purchases', $3, $3, $3, '{}', 900, 500, '2026-11-02')`,
    [ids.C1, ids.P1, weekly],
  )
  await claimAvailability(
    api.db,
    { via: 'hand', source: 'production', at },
    Array.from({ length: 12 }, (_, week) => ({
      productId: ids.P1!,
      week: new Date(Date.UTC(2026, 10, 2 + 7 * week)).toISOString().slice(0, 10),
      quantity: '12',
    })),
  )
  await claimStock(api.db, { via: 'hand', source: 'C1', at }, [
    { accountId: ids.C1!, productId: ids.P1!, day: '2026-11-01', onHand: '30' },
  ])
  await api.pool.query(
    `insert into supply.pack (product_id, pack, pallet, weight_kg, volume_m3) values ($1, 10, 100, 2, 0.01)`,
    [ids.P1],
  )
  await api.pool.query(
    `insert into supply.lane (name, from_place, mode, days, days_p90, cost_per_kg) values
       ('By sea', 'Ningbo', 'sea', 9, 11, 2), ('By air', 'Ningbo', 'air', 2, 3, 20)`,
  )
  await api.pool.query(
    `insert into supply.load_unit (name, payload_kg, volume_m3, full_price, part_price_per_kg) values ('Truck', 150, 40, 900, 3)`,
  )
})
afterAll(() => api.close())

const said = { name: 'New year', fromWeek: '2027-01-04', untilWeek: '2027-01-18', settings }
const read = async (publicId: string) => (await api.as('reader', 'GET', `/supply/seasons/${publicId}`)).body
const change = async (task: { publicId: string; version: number }, what: object, role: 'head' | 'manager' = 'head') =>
  api.as(role, 'PATCH', `/supply/season-tasks/${task.publicId}`, { version: task.version, ...what })

test('a season says what to build, what to place at accounts and what to book, each with its last day', async () => {
  const { body } = await api.as('back office', 'POST', '/supply/seasons', said)
  const byKind = Object.fromEntries(body.tasks.map((task: any) => [task.kind, task]))
  // Until 18 January 9 × 10 + 3 × 50 are wanted and 12 × 12 made: 96 are missing, ten packs, the first of them in January.
  expect(byKind.build).toMatchObject({
    product: { code: 'P1' },
    quantity: '100',
    unit: 'pieces',
    week: '2027-01-04',
    dueOn: '2026-12-14',
  })
  expect(byKind.build.why).toMatchObject({ demand: 240, available: 144, impossible: 0 })
  // Nothing will be left of 30 by January; two weeks of 50; eleven days by sea.
  expect(byKind.position).toMatchObject({
    account: { code: 'C1' },
    quantity: '100',
    week: '2027-01-04',
    dueOn: '2026-12-24',
  })
  expect(byKind.position.why).toMatchObject({ lane: 'By sea', pallets: 1, weightKg: 200 })
  // 200 kg are two trucks of 150, fourteen days before they leave.
  expect(byKind.book).toMatchObject({ title: 'By sea', quantity: '2', unit: 'Truck', dueOn: '2026-12-10' })
})

test('planning again keeps what somebody has taken on, and makes the rest anew', async () => {
  const { items } = (await api.as('reader', 'GET', '/supply/seasons')).body
  const season = await read(items[0].publicId)
  const build = season.tasks.find((task: any) => task.kind === 'build')
  expect((await change(build, { ownerId: api.people['back office'], state: 'doing' })).status).toBe(200)
  expect((await change(build, { state: 'done' })).body.code).toBe('season_task_changed_meanwhile')
  const again = await api.as('head', 'POST', `/supply/seasons/${season.publicId}/again`, {
    version: season.version,
    settings: { ...settings, coverWeeks: 3 },
  })
  expect(again.body.tasks.map((task: any) => [task.kind, task.quantity, task.state, task.ownerName]).sort()).toEqual([
    ['book', '2', 'open', null],
    ['build', '100', 'doing', 'The back office'],
    ['position', '150', 'open', null],
  ])
  expect(
    (await api.as('head', 'POST', `/supply/seasons/${season.publicId}/again`, { version: season.version, settings }))
      .status,
  ).toBe(412)
})

test('a manager moves tasks that are theirs or nobody’s, not those of others', async () => {
  const { items } = (await api.as('reader', 'GET', '/supply/seasons')).body
  const { tasks } = await read(items[0].publicId)
  const of = (kind: string) => tasks.find((task: any) => task.kind === kind)
  expect((await change(of('build'), { note: 'x' }, 'manager')).body.code).toBe('season_task_not_yours')
  expect((await change(of('book'), { ownerId: api.people.manager }, 'manager')).status).toBe(200)
  expect((await change(of('position'), { ownerId: 'nobody' })).body.code).toBe('season_owner_unknown')
})

test('what is due within a week is said to its owner, else to the back office', async () => {
  const { items } = (await api.as('reader', 'GET', '/supply/seasons')).body
  const of = async (today: string, accountIds: number[] | null = null) =>
    (await signals.read({ db: api.db, pool: api.pool, clock: { now: () => at }, today, accountIds })).map(signal => [
      signal.values.kind,
      signal.personId ?? signal.role,
    ])
  expect(await of('2026-12-02')).toEqual([])
  expect(await of('2026-12-03')).toEqual([['book', api.people.manager]])
  expect(await of('2026-12-17')).toEqual([
    ['book', api.people.manager],
    ['build', api.people['back office']],
    ['position', 'back office'],
  ])
  expect(await of('2026-12-17', [ids.C1!])).toEqual([['position', 'back office']])
  expect(items[0].state).toBe('open')
})

test('a season is closed with what came of it, and opened again', async () => {
  const publicId = (await api.as('reader', 'GET', '/supply/seasons')).body.items[0].publicId
  const added = await api.as('back office', 'POST', `/supply/seasons/${publicId}/tasks`, {
    ...{
      kind: 'book',
      title: 'Storage in Guangzhou',
      week: '2026-12-28',
      dueOn: '2026-12-01',
      quantity: '40',
      unit: 'pallets',
    },
  })
  const of = (kind: string, made = 'plan') =>
    added.body.tasks.find((task: any) => task.kind === kind && task.madeBy === made)
  await change(of('position'), { state: 'done', doneQuantity: '75' })
  await change(of('book', 'hand'), { state: 'dropped', note: 'Too dear' })
  await change(of('build'), { state: 'done' })
  const closed = await api.as('head', 'POST', `/supply/seasons/${publicId}/close`, {
    version: added.body.version,
    lesson: 'Book earlier',
  })
  expect(closed.body).toMatchObject({ state: 'closed', closedByName: 'The head', lesson: 'Book earlier' })
  expect(closed.body.result.kinds).toMatchObject({
    build: { planned: 1, done: 1, inTime: 1, share: 1 },
    position: { planned: 1, done: 1, share: 0.5 },
    book: { planned: 2, done: 0, dropped: 1, left: 1, share: 0 },
  })
  expect((await change(of('book'), { state: 'done' })).body.code).toBe('season_closed')
  const reopened = await api.as('head', 'POST', `/supply/seasons/${publicId}/reopen`, { version: closed.body.version })
  expect(reopened.body).toMatchObject({ state: 'open', result: null, closedOn: null })
  expect((await api.as('manager', 'POST', `/supply/seasons/${publicId}/close`, { version: 1 })).status).toBe(403)
  expect(
    (await api.as('head', 'POST', '/supply/seasons', { ...said, untilWeek: '2026-10-05', fromWeek: '2026-10-05' })).body
      .code,
  ).toBe('season_weeks_invalid')
})
