import ical from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSettings } from '../../platform/settings.server.ts'

/** The clock stands on Monday 2 November 2026, 16:00 in Shanghai. */
let api: TestApi
let mine: number
let manager: string

beforeAll(async () => {
  api = await startTestApi()
  await writeSettings(api.db, { timeZone: 'Asia/Shanghai', companyName: 'Seawall' })
  manager = api.people.manager
  mine = await account('M1', 'Harbour Works')
})
afterAll(() => api.close())

const send = (method: string, path: string, body?: unknown, role: Role = 'manager') => api.as(role, method, path, body)

async function account(code: string, name: string, ownerId = manager): Promise<number> {
  const { body } = await send('POST', '/accounts', { code, name, country: 'CN' }, 'head')
  await send('POST', '/accounts/owner', { accounts: [body.id], ownerId }, 'head')
  return body.id
}

const planVisit = async (day: string, time: string, changed: object = {}) =>
  (await send('POST', '/visits', { accountId: mine, personId: manager, day, time, minutes: 60, ...changed })).body

const items = async (role: Role, query: string) =>
  (await send('GET', `/calendar?${query}`, undefined, role)).body.items.map(
    (each: { kind: string; title: string }) => `${each.kind} ${each.title}`,
  )

describe('the calendar', () => {
  test('shows visits, appointments and tasks from their first to their last day', async () => {
    await planVisit('2026-11-03', '23:30')
    await send('POST', '/calendar/entries', { title: 'Budget round', day: '2026-11-04', time: '00:00', minutes: 90 })
    const task = await send('POST', '/calendar/entries', { title: 'Send the price list', day: '2026-11-05' })
    expect(task.body).toMatchObject({ kind: 'task', time: null })
    expect(await items('manager', 'from=2026-11-03&to=2026-11-05')).toEqual([
      'visit Harbour Works',
      'appointment Budget round',
      'task Send the price list',
    ])
    expect(await items('manager', 'from=2026-11-04&to=2026-11-04')).toEqual([
      'visit Harbour Works',
      'appointment Budget round',
    ])
    expect(await items('manager', 'from=2026-11-06&to=2026-11-06')).toEqual([])
  })

  test('of another is seen with appointments by the head, without them by others', async () => {
    const query = `from=2026-11-04&to=2026-11-05&personId=${manager}`
    expect(await items('head', query)).toContain('appointment Budget round')
    expect(await items('back office', query)).toEqual(['visit Harbour Works'])
    expect(await items('head', 'from=2026-11-04&to=2026-11-05')).toEqual([])
    expect(await items('head', 'from=2026-11-04&to=2026-11-05&personId=all')).toContain('task Send the price list')
  })

  test('is written by its owner alone, by the version that was read', async () => {
    const { body } = await send('POST', '/calendar/entries', { title: 'Dentist', day: '2026-11-09', time: '09:00' })
    const path = `/calendar/entries/${body.id}`
    expect((await send('PATCH', path, { version: 1, title: 'X' }, 'head')).body.code).toBe('entry_not_yours')
    expect((await send('GET', path, undefined, 'executive')).body.code).toBe('calendar_not_yours')
    expect((await send('PATCH', path, { version: 1, time: '10:30' })).body).toMatchObject({
      time: '10:30',
      minutes: 60,
    })
    expect((await send('PATCH', path, { version: 1, done: true })).status).toBe(412)
    expect((await send('PATCH', path, { version: 2, time: null, done: true })).body).toMatchObject({
      kind: 'task',
      doneOn: '2026-11-02',
    })
    expect((await send('DELETE', path)).status).toBe(200)
    expect((await send('POST', '/calendar/entries', { title: 'X', day: '2026-11-09' }, 'reader')).status).toBe(403)
  })
})

describe('the secret address', () => {
  const file = (address: string, init: RequestInit = {}) => api.fetch(null, new URL(address).pathname.slice(4), init)
  const make = async () => (await send('POST', '/calendar/feed', {})).body.address

  test('gives the own calendar to a calendar program, without what was called off', async () => {
    const off = await planVisit('2026-11-12', '10:00')
    await send('POST', `/visits/${off.id}/cancel`, { version: 1, by: 'theirs', reason: 'Closed' })
    const answer = await file(await make())
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(answer.headers.getSetCookie()).toEqual([])
    const root = new ical.Component(ical.parse(await answer.text()))
    const events = root.getAllSubcomponents('vevent').map(each => new ical.Event(each))
    expect(events.map(each => `${each.summary} ${each.startDate}`)).toEqual([
      'Harbour Works 2026-11-03T23:30:00',
      'Budget round 2026-11-04T00:00:00',
      'Send the price list 2026-11-05',
    ])
    expect(events[0]!.uid).toMatch(/^visit-\d+@vitalfew\.test$/)
  })

  test('is not sent again while nothing has changed', async () => {
    const address = await make()
    const etag = (await file(address)).headers.get('etag')!
    expect((await file(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await planVisit('2026-11-13', '10:00')
    const changed = await file(address, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  test('stops working when it is replaced or revoked, and is not kept in the clear', async () => {
    const first = await make()
    const second = await make()
    expect((await file(first)).status).toBe(404)
    expect((await file(second)).status).toBe(200)
    const secret = new URL(second).pathname.split('/').at(-1)!.replace('.ics', '')
    const { rows } = await api.pool.query('select secret_hash from engage.calendar_feed')
    expect(JSON.stringify(rows)).not.toContain(secret)
    await send('DELETE', '/calendar/feed')
    expect((await file(second)).status).toBe(404)
    expect((await send('GET', '/calendar/feed')).body).toEqual({ madeAt: null, lastReadAt: null })
  })

  test('stops working when its owner is disabled', async () => {
    const address = (await send('POST', '/calendar/feed', {}, 'executive')).body.address
    expect((await file(address)).status).toBe(200)
    await send('PATCH', `/people/${api.people.executive}`, { disabled: true }, 'administrator')
    expect((await file(address)).status).toBe(404)
  })
})

describe('the month’s plan', () => {
  const read = async (month: string, personId = manager) =>
    (await send('GET', `/calendar/plan?personId=${personId}&month=${month}`)).body
  const accept = (month: string, keys: string[], role: Role = 'manager') =>
    send('POST', '/calendar/plan', { personId: manager, month, keys }, role)

  beforeAll(async () => {
    await send('POST', '/cadences', {
      ...{ accountId: mine, personId: manager, rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE', localTime: '10:00' },
      startsOn: '2026-12-01',
      until: '2026-12-09',
    })
  })

  test('finds the weeks without a visit and gives each a day at the usual hour', async () => {
    const { proposals, mayAccept } = await read('2026-12')
    expect(mayAccept).toBe(true)
    expect(proposals.map((each: { from: string; reason: string }) => `${each.from} ${each.reason}`)).toEqual([
      '2026-12-14 none planned',
      '2026-12-21 none planned',
      '2026-12-28 none planned',
    ])
    for (const { slot, from, to } of proposals) {
      expect(slot.time).toBe('10:00')
      expect(slot.day >= from && slot.day <= to).toBe(true)
    }
  })

  test('says why a week cannot be kept: we are away all of it', async () => {
    await send('POST', '/absences', { deputyId: api.people.head, from: '2026-12-21', to: '2026-12-27' })
    const { proposals } = await read('2026-12')
    const week = proposals.find((each: { from: string }) => each.from === '2026-12-21')
    expect(week).toMatchObject({ slot: null, why: 'no working day' })
  })

  test('moves one of two visits at the same hour, and one on a day that we are away', async () => {
    const other = await account('M2', 'Second Works')
    const same = await planVisit('2026-12-02', '10:30', { accountId: other })
    const away = await planVisit('2026-12-22', '10:00', { accountId: other })
    const { proposals } = await read('2026-12')
    const reasons = new Map(
      proposals.flatMap((each: { visit: { id: number } | null; reason: string }) =>
        each.visit ? [[each.visit.id, each.reason]] : [],
      ),
    )
    expect(reasons).toEqual(
      new Map([
        [same.id, 'overlaps'],
        [away.id, 'away'],
      ]),
    )
  })

  test('accepted in part does that part; undone it is as before, but for what was touched since', async () => {
    const { proposals } = await read('2026-12')
    const open = proposals.filter((each: { slot: object | null }) => each.slot)
    const fresh = open.filter((each: { visit: object | null }) => !each.visit)
    const moving = open.find((each: { visit: object | null }) => each.visit)
    const { body } = await accept('2026-12', [fresh[0].key, fresh[1].key, moving.key])
    expect(body).toMatchObject({ planned: 2, moved: 1 })
    const moved = (await send('GET', `/visits/${moving.visit.id}`)).body
    expect(moved).toMatchObject({ movedBy: 'plan', day: moving.slot.day, time: moving.slot.time })
    const left = await read('2026-12')
    expect(left.accepted).toMatchObject({ id: body.id, visits: 3 })
    expect(left.proposals.map((each: { key: string }) => each.key)).not.toContain(fresh[0].key)
    const visits = (await send('GET', `/visits?accountId=${mine}&from=${fresh[0].slot.day}&to=${fresh[0].slot.day}`))
      .body.items
    await send('PATCH', `/visits/${visits[0].id}`, { version: 1, purpose: 'Mine now' })
    expect((await send('POST', `/calendar/plan/${body.id}/undo`, {})).body).toEqual({ undone: 2, left: 1 })
    expect((await send('GET', `/visits/${moving.visit.id}`)).body).toMatchObject({
      time: moving.visit.time,
      movedBy: null,
    })
    expect((await send('POST', `/calendar/plan/${body.id}/undo`, {})).body.code).toBe('plan_undone')
    expect((await accept('2026-12', ['account 1 1999-01-01'])).body.code).toBe('plan_stale')
  })

  test('is accepted by its manager and the head, not by those who only look', async () => {
    const { proposals } = await read('2026-12')
    const keys = proposals.map((each: { key: string }) => each.key)
    expect((await accept('2026-12', keys, 'back office')).status).toBe(403)
    // Two at the same moment: the second one's plan is stale.
    const both = await Promise.all([accept('2026-12', keys, 'head'), accept('2026-12', keys, 'head')])
    expect(both.map(each => each.status).sort()).toEqual([200, 409])
  })
})
