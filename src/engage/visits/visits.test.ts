import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { jobActor, type Role } from '../../platform/roles.ts'
import { writeSettings } from '../../platform/settings.server.ts'
import { makeVisitsJob } from './make-visits.job.ts'
import { makeVisits } from './make-visits.use.ts'
import { markHeld, visit, visitsOf } from './visits.server.ts'

/** The clock stands on Monday 2 November 2026, 16:00 in Shanghai. */
let api: TestApi
const clock = { instant: '2026-11-02T08:00:00Z', now: () => new Date(clock.instant) }
let mine: number
let foreign: number
let contact: number
let manager: string

beforeAll(async () => {
  api = await startTestApi({ clock })
  await writeSettings(api.db, { timeZone: 'Asia/Shanghai', companyName: 'Seawall' })
  manager = api.people.manager
  mine = await account('M1', 'Harbour Works', 'CN', manager)
  foreign = await account('F1', 'Berlin Parts', 'DE', api.people.head)
  contact = (await send('POST', `/accounts/${mine}/contacts`, { name: 'Liu Yang', email: 'liu@harbour.test' })).body.id
})
afterAll(() => api.close())

const send = (method: string, path: string, body?: unknown, role: Role = 'manager') => api.as(role, method, path, body)

async function account(code: string, name: string, country: string, ownerId: string): Promise<number> {
  const { body } = await send('POST', '/accounts', { code, name, country }, 'head')
  await send('POST', '/accounts/owner', { accounts: [body.id], ownerId }, 'head')
  return body.id
}

const weekly = (changed: object = {}) => ({
  accountId: mine,
  personId: manager,
  rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU',
  localTime: '10:00',
  contactIds: [contact],
  ...changed,
})

const planned = async (accountId: number, from = '2026-11-02', to = '2027-02-28') =>
  (await send('GET', `/visits?accountId=${accountId}&from=${from}&to=${to}`)).body.items

async function planOne(changed: object = {}) {
  const said = { accountId: mine, personId: manager, day: '2026-11-05', time: '14:00', minutes: 60 }
  const { status, body } = await send('POST', '/visits', { ...said, ...changed })
  expect({ status, body }).toMatchObject({ status: 200 })
  return body
}

describe('a cadence', () => {
  test('makes the visits of eight weeks, the same day and hour, and the next night none twice', async () => {
    const { body } = await send('POST', '/cadences', weekly())
    expect(body.visits).toEqual({ added: 8, changed: 0, gone: 0 })
    const visits = await planned(mine)
    expect(visits.map((each: { day: string; time: string }) => `${each.day} ${each.time}`)).toEqual(
      ['11-03', '11-10', '11-17', '11-24', '12-01', '12-08', '12-15', '12-22'].map(day => `2026-${day} 10:00`),
    )
    expect(visits[0]).toMatchObject({ timeZone: 'Asia/Shanghai', startsAt: '2026-11-03T02:00:00Z', state: 'planned' })
    expect(visits[0].contacts).toEqual([{ id: contact, name: 'Liu Yang', email: 'liu@harbour.test' }])
    expect(await makeVisits({ db: api.db, clock })).toEqual({ added: 0, changed: 0, gone: 0 })
  })

  test('that changes takes its visits along, but not the one that a person moved', async () => {
    const [cadence] = (await send('GET', `/cadences?accountId=${mine}`)).body.items
    const [first, second] = await planned(mine)
    const moved = { version: second.version, day: '2026-11-12', time: '15:00', by: 'theirs', reason: 'Stocktaking' }
    expect((await send('POST', `/visits/${second.id}/move`, moved)).status).toBe(200)
    const edit = { version: cadence.version, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', localTime: '09:30' }
    const { body } = await send('PATCH', `/cadences/${cadence.id}`, edit)
    expect(body.visits).toEqual({ added: 0, changed: 4, gone: 3 })
    const visits = await planned(mine)
    expect(visits.map((each: { day: string; time: string }) => `${each.day} ${each.time}`)).toEqual([
      '2026-11-03 09:30',
      '2026-11-12 15:00',
      '2026-11-17 09:30',
      '2026-12-01 09:30',
      '2026-12-15 09:30',
    ])
    expect(visits[0].id).toBe(first.id)
    expect(visits[0].promised).toEqual({ day: '2026-11-03', time: '09:30' })
  })

  test('follows holidays imported later, says so, and follows back when they are forgotten', async () => {
    const file = (summary: string, day: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:${summary}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\nEND:VCALENDAR`
    const holiday = { name: 'Test', icalendar: file('Founding Day', '20261117') }
    const { body } = await send('PUT', '/holidays/CN', holiday, 'head')
    expect(body).toEqual({ holidays: 1, workingDays: 0, observances: 0, visits: { added: 0, changed: 1, gone: 0 } })
    const at = async (day: string) => (await planned(mine)).find((each: { day: string }) => each.day === day)
    expect(await at('2026-11-18')).toMatchObject({ movedBy: 'holiday', moveReason: 'Founding Day', keeping: 'ahead' })
    // Another file of the same region replaces the first.
    await send('PUT', '/holidays/CN', { name: 'Test', icalendar: file('Other Day', '20261201') }, 'head')
    expect(await at('2026-11-17')).toMatchObject({ movedBy: null, moveReason: null })
    expect(await at('2026-12-02')).toMatchObject({ moveReason: 'Other Day' })
    await send('DELETE', '/holidays/CN', undefined, 'head')
    expect(await at('2026-12-01')).toMatchObject({ movedBy: null })
    expect((await send('DELETE', '/holidays/CN', undefined, 'head')).status).toBe(404)
    expect((await send('PUT', '/holidays/CN', { name: 'x', icalendar: 'no calendar' }, 'head')).body.code).toBe(
      'holidays_unreadable',
    )
  })

  test('keeps the hour on the account’s wall through the change of clocks', async () => {
    const elsewhere = { accountId: foreign, timeZone: 'Australia/Sydney', localTime: '10:00', contactIds: [] }
    const startsOn = '2026-09-29'
    const before = clock.instant
    clock.instant = '2026-09-28T00:00:00Z'
    const { body } = await send('POST', '/cadences', weekly({ ...elsewhere, startsOn }), 'head')
    const visits = await planned(foreign, '2026-09-28', '2026-10-10')
    expect(visits.map((each: { startsAt: string }) => each.startsAt)).toEqual([
      '2026-09-29T00:00:00Z',
      '2026-10-05T23:00:00Z',
    ])
    await send('PATCH', `/cadences/${body.cadence.id}`, { version: 1, until: '2026-09-29' }, 'head')
    expect(await planned(foreign, '2026-09-30')).toEqual([])
    clock.instant = before
  })

  test.each([
    [{ rule: 'FREQ=DAILY' }, 'cadence_rule_invalid'],
    [{ timeZone: 'Mars/Olympus' }, 'time_zone_invalid'],
    [{ until: '2020-01-01' }, 'cadence_ends_before_it_starts'],
    [{ personId: 'nobody' }, 'visit_person_unknown'],
  ])('%o is refused as %s', async (wrong, code) => {
    expect((await send('POST', '/cadences', weekly(wrong))).body.code).toBe(code)
  })
})

describe('a visit', () => {
  test('moved by us keeps its promise where it was; moved at their wish takes it along', async () => {
    const ours = await planOne()
    const move = { day: '2026-11-06', time: '09:00', reason: 'Fair in Shanghai' }
    const { body } = await send('POST', `/visits/${ours.id}/move`, { ...move, version: 1, by: 'ours' })
    expect(body).toMatchObject({ day: '2026-11-06', time: '09:00', promised: { day: '2026-11-05', time: '14:00' } })
    const theirs = await planOne()
    const answer = await send('POST', `/visits/${theirs.id}/move`, { ...move, version: 1, by: 'theirs' })
    expect(answer.body.promised).toEqual({ day: '2026-11-06', time: '09:00' })
  })

  test('moved, called off or missed can be taken back to what it was', async () => {
    const one = await planOne()
    const move = { day: '2026-11-06', time: '09:00', by: 'theirs', reason: 'Fair' }
    const moved = await send('POST', `/visits/${one.id}/move`, { ...move, version: 1 })
    const back = await send('POST', `/visits/${one.id}/take-back`, { version: moved.body.version })
    expect(back.body).toMatchObject({ day: '2026-11-05', time: '14:00', movedBy: null, moveReason: null })
    expect(back.body.promised).toEqual({ day: '2026-11-05', time: '14:00' })
    const again = await send('POST', `/visits/${one.id}/take-back`, { version: back.body.version })
    expect(again.body.code).toBe('visit_nothing_to_take_back')
    const off = await send('POST', `/visits/${one.id}/cancel`, {
      version: back.body.version,
      by: 'ours',
      reason: 'Ill',
    })
    expect(off.body).toMatchObject({ state: 'cancelled', keeping: 'broken', cancelReason: 'Ill' })
    const open = await send('POST', `/visits/${one.id}/take-back`, { version: off.body.version })
    expect(open.body).toMatchObject({ state: 'planned', cancelledBy: null, cancelReason: null })
  })

  test('is changed only as it was read, and only while it is open', async () => {
    const one = await planOne()
    const off = { by: 'theirs', reason: 'Closed' }
    expect((await send('POST', `/visits/${one.id}/cancel`, { ...off, version: 9 })).status).toBe(412)
    await send('POST', `/visits/${one.id}/cancel`, { ...off, version: 1 })
    const moved = { day: '2026-11-06', time: '09:00', ...off }
    expect((await send('POST', `/visits/${one.id}/move`, { ...moved, version: 2 })).body.code).toBe('visit_not_open')
  })

  test('is planned on a day and in a zone that clocks know', async () => {
    const said = { accountId: mine, personId: manager, day: '2026-11-05', time: '14:00', minutes: 60 }
    const zone = await send('POST', '/visits', { ...said, timeZone: '2026-11-05T14:00:00Z' })
    expect([zone.status, zone.body.code]).toEqual([422, 'time_zone_invalid'])
    for (const day of ['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31']) {
      expect((await send('POST', '/visits', { ...said, day })).status).toBe(400)
      expect((await send('GET', `/visits?from=${day}&to=${day}`)).status).toBe(400)
      expect((await send('GET', `/calendar?from=${day}&to=${day}`)).status).toBe(400)
      expect((await send('GET', `/time?from=${day}&to=${day}`)).status).toBe(400)
    }
    expect((await send('GET', '/calendar/plan?personId=x&month=9999-12')).status).toBe(400)
    expect((await send('GET', '/visits?from=2199-12-31&to=2199-12-31')).status).toBe(200)
    expect((await send('GET', '/visits?from=1900-01-01&to=1900-01-01')).status).toBe(200)
  })

  test('cannot be held or missed before its hour', async () => {
    const one = await planOne()
    const held = { version: 1, startedAt: '2026-11-05T06:00:00Z', endedAt: '2026-11-05T07:00:00Z' }
    expect((await send('POST', `/visits/${one.id}/hold`, held)).body.code).toBe('visit_still_ahead')
    expect((await send('POST', `/visits/${one.id}/miss`, { version: 1, reason: 'x' })).body.code).toBe(
      'visit_still_ahead',
    )
  })

  test('is held by its report; said again it corrects the hours, said the same it leaves no trace', async () => {
    const one = await planOne({ day: '2026-11-02', time: '10:00' })
    const held = { startedAt: '2026-11-02T02:10:00Z', endedAt: '2026-11-02T03:00:00Z' }
    const job = jobActor('report')
    await markHeld(api.db, job, one.id, held)
    const first = (await visit(api.db, one.id))!
    expect(first).toMatchObject({ state: 'held', heldFrom: held.startedAt, version: 2 })
    await markHeld(api.db, job, one.id, held)
    expect((await visit(api.db, one.id))!.version).toBe(2)
    await markHeld(api.db, job, one.id, { ...held, endedAt: '2026-11-02T03:30:00Z' })
    expect((await visit(api.db, one.id))!.heldUntil).toBe('2026-11-02T03:30:00Z')
    const read = await visitsOf(api.db, { personId: manager, from: '2026-11-02T00:00:00Z', to: '2026-11-02T23:00:00Z' })
    expect(read.map(each => each.id)).toEqual([one.id])
  })

  test('of which nobody says anything for two weeks is missed, the day before it is not', async () => {
    const old = await planOne({ day: '2026-10-19', time: '10:00' })
    const younger = await planOne({ day: '2026-10-20', time: '10:00' })
    await makeVisitsJob.run({}, { ...api, clock, log: () => undefined, signal: new AbortController().signal })
    expect((await visit(api.db, old.id))!.state).toBe('missed')
    expect((await visit(api.db, younger.id))!.state).toBe('planned')
  })
})

describe('rights', () => {
  test('a manager plans for owned accounts only, the head for all, a reader for none', async () => {
    const said = { accountId: foreign, personId: manager, day: '2026-11-05', time: '14:00', minutes: 60 }
    expect((await send('POST', '/visits', said)).body.code).toBe('account_not_yours')
    expect((await send('POST', '/cadences', weekly({ accountId: foreign }))).body.code).toBe('account_not_yours')
    expect((await send('POST', '/visits', said, 'reader')).body.code).toBe('not_allowed')
    expect((await send('POST', '/visits', said, 'head')).status).toBe(200)
  })

  test('sites and people of another account are refused; one who has moved away since may stay', async () => {
    const theirs = (await send('POST', `/accounts/${foreign}/contacts`, { name: 'Jan' }, 'head')).body.id
    const site = (await send('POST', `/accounts/${foreign}/sites`, { name: 'Lager' }, 'head')).body.id
    const said = { accountId: mine, personId: manager, day: '2026-11-20', time: '14:00', minutes: 60 }
    const before = (await planned(mine)).length
    const edited = await planOne({ day: '2026-11-19', contactIds: [contact] })
    const cadence = (await send('GET', `/cadences?accountId=${mine}`)).body.items[0]
    for (const [strange, code] of [
      [{ contactIds: [contact, theirs] }, 'contact_unknown'],
      [{ siteId: site }, 'site_unknown'],
    ] as const) {
      const answers = [
        await send('POST', '/visits', { ...said, ...strange }),
        await send('PATCH', `/visits/${edited.id}`, { version: edited.version, ...strange }),
        await send('POST', '/cadences', weekly(strange)),
        await send('PATCH', `/cadences/${cadence.id}`, { version: cadence.version, ...strange }),
      ]
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, code]))
    }
    expect(await planned(mine)).toHaveLength(before + 1)
    await api.pool.query('update engage.visit set contact_ids = $2 where id = $1', [edited.id, [theirs]])
    const stays = { version: edited.version, contactIds: [theirs, contact] }
    expect((await send('PATCH', `/visits/${edited.id}`, stays)).status).toBe(200)
  })

  test('who goes may move their own visit to another’s account; another manager’s is not theirs', async () => {
    const said = { accountId: foreign, day: '2026-11-05', time: '16:00', minutes: 60 }
    const own = (await send('POST', '/visits', { ...said, personId: manager }, 'head')).body
    const others = (await send('POST', '/visits', { ...said, personId: api.people.head }, 'head')).body
    const move = { version: 1, day: '2026-11-06', time: '16:00', by: 'theirs', reason: 'Fair' }
    expect((await send('POST', `/visits/${own.id}/move`, move)).status).toBe(200)
    expect((await send('POST', `/visits/${others.id}/move`, move)).body.code).toBe('visit_not_yours')
    const executive = (await send('POST', '/visits', { ...said, personId: api.people.executive }, 'head')).body
    expect(executive.kind).toBe('executive')
    expect((await send('POST', `/visits/${executive.id}/move`, move, 'executive')).status).toBe(200)
  })
})

test('nothing new is hung on an account that was merged into another', async () => {
  const loser = await account('L1', 'Merged Away', 'CN', api.people.head)
  const version = async (id: number) => (await send('GET', `/accounts/${id}`, undefined, 'head')).body.version
  const versions = { version: await version(foreign), loserVersion: await version(loser) }
  const merged = await send('POST', `/accounts/${foreign}/merge`, { loserId: loser, ...versions }, 'administrator')
  expect({ status: merged.status, body: merged.body }).toMatchObject({ status: 200 })
  const said = { accountId: loser, personId: manager, day: '2026-11-20', time: '14:00', minutes: 60 }
  const answers = [
    await send('POST', '/visits', said, 'head'),
    await send('POST', '/cadences', weekly({ accountId: loser, contactIds: [] }), 'head'),
    await send('POST', '/calendar/entries', { accountId: loser, title: 'Call', day: '2026-11-20' }, 'head'),
    await send(
      'POST',
      '/time/entries',
      { accountId: loser, day: '2026-11-02', minutes: 30, category: 'travel' },
      'head',
    ),
    await send('POST', `/accounts/${loser}/notes`, { text: 'Seen' }, 'head'),
    await send('POST', `/accounts/${loser}/sponsors`, { personId: api.people.executive, visitsAYear: 2 }, 'head'),
  ]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'account_merged']))
})

test('the same at the same moment is done once: an address of a calendar, a file of holidays', async () => {
  const feeds = await Promise.all([1, 2, 3].map(() => send('POST', '/calendar/feed')))
  expect(feeds.map(each => each.status)).toEqual([200, 200, 200])
  const icalendar =
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:X\r\nDTSTART;VALUE=DATE:20261117\r\nEND:VEVENT\r\nEND:VCALENDAR'
  const imports = await Promise.all([1, 2, 3].map(() => send('PUT', '/holidays/ZZ', { name: 'Z', icalendar }, 'head')))
  expect(imports.map(each => each.status)).toEqual([200, 200, 200])
  expect(api.failures).toEqual([])
})

describe('invitations', () => {
  const written = async (id: number) =>
    (
      await api.pool.query(
        'select method, sequence, email, state, icalendar from engage.invitation where visit_id = $1 order by id',
        [id],
      )
    ).rows

  test('go to contacts with a mail address, again with a move, and off with the visit', async () => {
    const nameless = (await send('POST', `/accounts/${mine}/contacts`, { name: 'No Mail' })).body.id
    const one = await planOne({ contactIds: [contact, nameless] })
    const { body } = await send('POST', `/visits/${one.id}/invite`, { version: 1 })
    expect(body).toEqual({ invited: 1, withoutMail: ['No Mail'] })
    await send('POST', `/visits/${one.id}/invite`, { version: 1 })
    const move = { version: 1, day: '2026-11-06', time: '09:00', by: 'ours', reason: 'Fair' }
    await send('POST', `/visits/${one.id}/move`, move)
    await send('POST', `/visits/${one.id}/cancel`, { version: 2, by: 'ours', reason: 'Ill' })
    const rows = await written(one.id)
    expect(rows.map(row => [row.method, row.sequence, row.email, row.state])).toEqual([
      ['REQUEST', 0, 'liu@harbour.test', 'to_send'],
      ['REQUEST', 1, 'liu@harbour.test', 'to_send'],
      ['CANCEL', 2, 'liu@harbour.test', 'to_send'],
    ])
    expect(rows[2].icalendar).toContain(`UID:visit-${one.id}@vitalfew.test`)
  })

  test('a visit of a cadence that somebody was invited to is called off rather than taken away', async () => {
    const { body } = await send(
      'POST',
      '/cadences',
      weekly({ rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=FR', localTime: '16:00' }),
    )
    const [first] = (await planned(mine)).filter((each: { cadenceId: number }) => each.cadenceId === body.cadence.id)
    await send('POST', `/visits/${first.id}/invite`, { version: 1 })
    await send('PATCH', `/cadences/${body.cadence.id}`, { version: 1, until: '2026-11-02' })
    const left = (await planned(mine)).filter((each: { cadenceId: number }) => each.cadenceId === body.cadence.id)
    expect(left).toEqual([expect.objectContaining({ id: first.id, state: 'cancelled', cancelledBy: 'cadence' })])
  })
})

test('the kept rate counts by person and account; a bystander’s visits are their own', async () => {
  const { body } = await send('GET', `/kept-visits?from=2026-10-01&to=2026-11-02&accountId=${mine}`)
  expect(body.whole).toMatchObject({ kept: 1, broken: 1, rate: 0.5, unreported: 1 })
  expect(body.people).toEqual([expect.objectContaining({ personId: manager, kept: 1 })])
  const other = await send('GET', `/kept-visits?from=2026-10-01&to=2026-11-02&accountId=${foreign}`)
  expect(other.body.whole).toMatchObject({ kept: 0, broken: 0 })
})

test('the day’s route keeps promised hours and says what the road does not allow', async () => {
  const day = '2026-12-30'
  const site = (name: string, longitude: number) =>
    send('POST', `/accounts/${mine}/sites`, { name, kind: 'warehouse', latitude: 28, longitude })
  const near = (await site('Near', 120)).body.id
  const far = (await site('Far', 121)).body.id
  await planOne({ day, time: '09:00', siteId: near })
  await planOne({ day, time: '10:30', siteId: far })
  const { body } = await send('GET', `/day-route?personId=${manager}&day=${day}`)
  expect(body.stops.map((each: { start: string; lateMinutes: number }) => [each.start, each.lateMinutes])).toEqual([
    ['09:00', 0],
    ['12:55', 145],
  ])
  expect(body.stops[1].place.name).toBe('Far')
})

test('rules change for all by the head alone, and by the version that was read', async () => {
  const { body } = await send('GET', '/visit-rules')
  expect((await send('PATCH', '/visit-rules', { version: body.version, horizonWeeks: 4 })).status).toBe(403)
  const changed = await send('PATCH', '/visit-rules', { version: body.version, toleranceMinutes: 30 }, 'head')
  expect(changed.body).toMatchObject({ version: 1, rules: { toleranceMinutes: 30, horizonWeeks: 8 } })
  const stale = await send('PATCH', '/visit-rules', { version: 0, toleranceMinutes: 15 }, 'head')
  expect(stale.status).toBe(412)
})
