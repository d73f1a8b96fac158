import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import type { Role } from '../../platform/roles.ts'

let api: TestApi
let group = 0
let branch = 0
let stranger = 0

const send = (method: string, path: string, body?: unknown, role: Role = 'manager') => api.as(role, method, path, body)
const get = async (path: string) => (await send('GET', path, undefined, 'reader')).body

async function account(code: string, parentId: number | null = null): Promise<number> {
  const { body } = await send('POST', '/accounts', { code, name: `Company ${code}`, parentId })
  return body.id
}
async function contact(accountId: number, name: string): Promise<number> {
  return (await send('POST', `/accounts/${accountId}/contacts`, { name })).body.id
}
const line = (fromContactId: number, toContactId: number, kind = 'reports to', said: object = {}) =>
  send('POST', '/relationships/lines', { fromContactId, toContactId, kind, ...said })
const place = (accountId: number, places: object[], wide = false) =>
  send('PUT', `/accounts/${accountId}/relationships/places`, { places, wide })
const map = (id: number, wide = false) => get(`/accounts/${id}/relationships?wide=${wide}`)
const gaps = async (id: number, role: Role = 'manager') =>
  (await send('GET', `/accounts/${id}/relationship-gaps`, undefined, role)).body
const kinds = async (id: number) => (await gaps(id)).gaps.map((gap: { kind: string }) => gap.kind)

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  group = await account('G')
  branch = await account('B', group)
  stranger = await account('S')
})

describe('a line', () => {
  test('leads from one person to another and is there for everybody who reads', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(group, 'Liu')]
    expect((await line(liu, chen)).body).toMatchObject({ kind: 'reports to', strength: null, version: 1 })
    expect((await line(chen, liu, 'influences')).body).toMatchObject({ strength: 2 })
    expect((await map(group)).lines).toMatchObject([
      { fromContactId: liu, toContactId: chen },
      { fromContactId: chen, toContactId: liu, kind: 'influences' },
    ])
    expect((await map(stranger)).lines).toEqual([])
  })

  test('that would let somebody report to their own people is refused by their names', async () => {
    const [chen, liu, wang] = [await contact(group, 'Chen'), await contact(group, 'Liu'), await contact(group, 'Wang')]
    await line(wang, liu)
    await line(liu, chen)
    const { status, body } = await line(chen, wang)
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'line_closes_ring' })
    expect(body.detail).toContain('Chen → Wang → Liu → Chen')
    expect((await line(chen, wang, 'influences')).status).toBe(200)
  })

  test('of which two are drawn at once never closes a ring', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(branch, 'Liu')]
    const answers = await Promise.all([line(chen, liu), line(liu, chen)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  test('may join companies of one group, and no others', async () => {
    const [chen, liu, wang] = [
      await contact(group, 'Chen'),
      await contact(branch, 'Liu'),
      await contact(stranger, 'Wang'),
    ]
    expect((await line(liu, chen)).status).toBe(200)
    expect((await line(wang, chen)).body.code).toBe('line_apart')
  })

  test('to oneself, to nobody, or there already is refused', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(group, 'Liu')]
    await line(liu, chen)
    expect((await line(chen, chen)).body.code).toBe('line_to_itself')
    expect((await line(chen, 999_999)).body.code).toBe('contact_unknown')
    expect((await line(liu, chen)).body.code).toBe('line_there')
  })

  test('is edited in the version that was read', async () => {
    const { body } = await line(await contact(group, 'Chen'), await contact(group, 'Liu'), 'influences')
    const edit = (version: number, said: object) =>
      send('PATCH', `/relationships/lines/${body.id}`, { version, ...said })
    expect((await edit(1, { strength: 3 })).body).toMatchObject({ strength: 3, note: null, version: 2 })
    expect((await edit(1, { note: 'Schoolmates' })).body.code).toBe('line_changed_meanwhile')
    expect((await edit(2, { strength: 3 })).body.version).toBe(2)
  })

  test('once removed can be drawn again as it was', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(group, 'Liu')]
    const { body } = await line(liu, chen, 'influences', { strength: 3, note: 'Schoolmates' })
    const removed = (await send('DELETE', `/relationships/lines/${body.id}`)).body
    expect((await map(group)).lines).toEqual([])
    expect((await line(removed.fromContactId, removed.toContactId, removed.kind, removed)).body).toMatchObject({
      strength: 3,
      note: 'Schoolmates',
    })
    expect((await send('DELETE', `/relationships/lines/${body.id}`)).body.code).toBe('line_unknown')
  })

  test('goes with the person it leads to', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(group, 'Liu')]
    await line(liu, chen)
    expect((await send('DELETE', `/contacts/${chen}`)).body).toEqual({ removed: true })
    expect((await map(group)).lines).toEqual([])
  })
})

describe('the map of a group', () => {
  test('takes in the people of the subsidiaries when asked', async () => {
    const [chen, liu] = [await contact(group, 'Chen'), await contact(branch, 'Liu')]
    await line(liu, chen)
    expect(await map(group)).toMatchObject({ subsidiaries: 1, people: [{ name: 'Chen' }], lines: [] })
    const wide = await map(group, true)
    expect(wide.accounts.map((each: { code: string }) => each.code)).toEqual(['G', 'B'])
    expect(wide.people.map((person: { name: string }) => person.name).sort()).toEqual(['Chen', 'Liu'])
    expect(wide.lines).toHaveLength(1)
  })

  test('keeps its places apart from those of the account alone', async () => {
    const chen = await contact(group, 'Chen')
    await place(group, [{ contactId: chen, x: 10, y: 20 }])
    await place(group, [{ contactId: chen, x: 300, y: 400 }], true)
    expect((await map(group)).positions).toMatchObject([{ contactId: chen, x: 10, y: 20 }])
    expect((await map(group, true)).positions).toMatchObject([{ contactId: chen, x: 300, y: 400 }])
  })
})

test('a place is kept until the map is laid out anew, which can be taken back', async () => {
  const chen = await contact(group, 'Chen')
  await send('POST', `/contacts/${chen}/contact-days`, {})
  await place(group, [
    { contactId: chen, x: 10, y: 20 },
    { personId: api.people.manager, x: 0, y: 400 },
  ])
  expect((await place(group, [{ contactId: chen, x: 15, y: 25 }])).body).toEqual({ placed: 1 })
  const kept = (await map(group)).positions
  expect(kept).toHaveLength(2)
  expect(kept).toContainEqual({ contactId: chen, personId: null, x: 15, y: 25 })
  const { body } = await send('DELETE', `/accounts/${group}/relationships/places`, {})
  expect((await map(group)).positions).toEqual([])
  expect((await place(group, body.removed)).status).toBe(200)
  expect((await map(group)).positions).toEqual(kept)
})

test('somebody who is not on the map has no place there', async () => {
  const wang = await contact(stranger, 'Wang')
  expect((await place(group, [{ contactId: wang, x: 0, y: 0 }])).body.code).toBe('person_not_on_map')
  expect((await place(group, [{ personId: 'nobody', x: 0, y: 0 }])).body.code).toBe('person_not_on_map')
})

describe('a recorded contact', () => {
  test('is of today, or of a day that is past', async () => {
    const chen = await contact(group, 'Chen')
    const record = (said: object) => send('POST', `/contacts/${chen}/contact-days`, said)
    expect((await record({})).body).toMatchObject({ day: '2026-11-02', personId: api.people.manager })
    expect((await record({ day: '2026-11-03' })).body.code).toBe('contact_day_ahead')
    expect((await record({ day: '2026-10-01', personId: api.people.executive })).status).toBe(200)
    expect((await record({ personId: 'nobody' })).body.code).toBe('person_unknown')
    expect((await map(group)).ours.map((person: { name: string }) => person.name).sort()).toEqual([
      'The executive',
      'The manager',
    ])
    const { rows } = await api.pool.query('select day::text from know.contact_day where contact_id = $1 order by day', [
      chen,
    ])
    expect(rows.map(row => row.day)).toEqual(['2026-10-01', '2026-11-02'])
  })

  test('warms up who had gone cold by their own rhythm', async () => {
    const chen = await contact(group, 'Chen')
    for (const day of ['2026-08-01', '2026-08-11', '2026-08-21', '2026-08-31', '2026-09-10'])
      await send('POST', `/contacts/${chen}/contact-days`, { day })
    const cold = (await gaps(group)).gaps.find((gap: { kind: string }) => gap.kind === 'gone cold')
    expect(cold).toMatchObject({ values: { days: 53, usual: 10, contacts: 5 } })
    expect(cold.reason).toBe('Nobody there has heard from us for 53 days; usual is every 10 days, by 5 contacts')
    await send('POST', `/contacts/${chen}/contact-days`, {})
    expect(await kinds(group)).not.toContain('gone cold')
  })
})

describe('gaps', () => {
  test('of an account with nobody known are closed by people, roles and relationships', async () => {
    expect(await kinds(group)).toEqual(['no decision maker', 'nobody on the floor'])
    const [chen, liu] = [await contact(group, 'Chen'), await contact(group, 'Liu')]
    const say = (id: number, role: string) =>
      api.pool.query('insert into know.profile (contact_id, buying_role) values ($1, $2)', [id, role])
    await say(chen, 'decision maker')
    await say(liu, 'floor staff')
    expect(await kinds(group)).toEqual(['no decision maker'])
    const know = (id: number, person: string, strength: number) =>
      api.pool.query('insert into know.acquaintance (contact_id, person_id, strength) values ($1, $2, $3)', [
        id,
        person,
        strength,
      ])
    await know(chen, api.people.manager, 2)
    expect(await kinds(group)).toEqual(['single thread'])
    await know(liu, api.people.head, 3)
    expect(await kinds(group)).toEqual([])
    await api.pool.query('update auth."user" set disabled = true where id = $1', [api.people.head])
    expect(await kinds(group)).toEqual(['single thread'])
    await api.pool.query('update auth."user" set disabled = false where id = $1', [api.people.head])
  })

  test('name the champion who left, wherever they went', async () => {
    const chen = await contact(stranger, 'Chen')
    await api.pool.query(`insert into know.profile (contact_id, buying_role) values ($1, 'champion')`, [chen])
    await api.pool.query(
      `insert into know.employment (contact_id, account_id, from_day, to_day) values ($1, $2, '2020-01-01', '2026-09-30')`,
      [chen, group],
    )
    expect((await gaps(group)).gaps[0]).toMatchObject({
      kind: 'champion left',
      contactId: chen,
      reason: 'Chen, our champion, left on 2026-09-30, 33 days ago, and no other champion is known',
    })
    expect(await kinds(stranger)).not.toContain('champion left')
  })

  test('said to be none are set aside with reason and end, and count again when restored', async () => {
    const dismiss = (said: object, role: Role = 'manager') =>
      send('POST', `/accounts/${group}/relationship-gaps/dismissals`, { kind: 'nobody on the floor', ...said }, role)
    const said = { reason: 'They have no warehouse', until: '2026-12-31' }
    expect((await dismiss({ ...said, until: '2026-11-01' })).body.code).toBe('dismissal_day_odd')
    expect((await dismiss({ ...said, until: '2028-11-03' })).body.code).toBe('dismissal_day_odd')
    expect((await dismiss(said, 'back office')).status).toBe(403)
    const { body } = await dismiss(said)
    expect(await kinds(group)).toEqual(['no decision maker'])
    expect(await kinds(branch)).toEqual(['no decision maker', 'nobody on the floor'])
    expect((await gaps(group)).dismissed).toMatchObject([{ kind: 'nobody on the floor', dismissal: said }])
    const restore = () => send('DELETE', `/relationship-gaps/dismissals/${body.id}`)
    expect((await restore()).status).toBe(200)
    expect((await restore()).body.code).toBe('dismissal_unknown')
    expect(await kinds(group)).toEqual(['no decision maker', 'nobody on the floor'])
  })

  test('count again by themselves the day after a dismissal ends', async () => {
    await send('POST', `/accounts/${group}/relationship-gaps/dismissals`, {
      kind: 'no decision maker',
      reason: 'New company',
      until: '2026-11-02',
    })
    expect(await kinds(group)).toEqual(['nobody on the floor'])
    await api.pool.query(`update know.gap_dismissal set said_on = '2026-10-01', until = '2026-11-01'`)
    expect(await kinds(group)).toEqual(['no decision maker', 'nobody on the floor'])
  })

  test('of all accounts are those of accounts with a tier or an owner, by manager and kind', async () => {
    await send('POST', '/accounts', { code: 'N', name: 'Nobody cares' }, 'head')
    const list = (query = '') => get(`/relationship-gaps?limit=2${query}`)
    expect(await list()).toMatchObject({ total: 6, accounts: 3, nextCursor: 2 })
    expect(await list('&cursor=4')).toMatchObject({ nextCursor: null })
    expect(await list('&kind=nobody%20on%20the%20floor')).toMatchObject({ total: 3 })
    expect(await list(`&ownerId=${api.people.manager}`)).toMatchObject({ total: 6 })
    expect(await list(`&ownerId=${api.people.head}`)).toMatchObject({ total: 0, items: [] })
    expect(await list('&tier=gold')).toMatchObject({ total: 0 })
    expect((await list()).counts).toContainEqual({ kind: 'nobody on the floor', gaps: 3 })
  })
})
