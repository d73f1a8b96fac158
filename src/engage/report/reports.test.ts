import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import type { Role } from '../../platform/roles.ts'
import { scheduleVisit } from '../visits/visits.server.ts'

let api: TestApi
let account: number
let contact: number
let foreignContact: number
let visitId: number

const startsAt = '2026-11-02T01:00:00Z'
const endsAt = '2026-11-02T02:00:00Z'
const boss = () => ({ id: api.people.head, name: 'The head', role: 'head' as const, via: 'web' as const })

beforeAll(async () => {
  api = await startTestApi()
  const create = async (code: string) =>
    (await api.as('head', 'POST', '/accounts', { code, name: `${code} Trading` })).body.id as number
  account = await create('A')
  await api.as('head', 'POST', '/accounts/owner', { accounts: [account], ownerId: api.people.manager })
  const add = async (id: number, name: string) =>
    (await api.as('head', 'POST', `/accounts/${id}/contacts`, { name })).body.id as number
  contact = await add(account, 'Wang Hai')
  foreignContact = await add(await create('B'), 'Nguyen Thi Mai')
})
afterAll(() => api.close())

beforeEach(async () => {
  visitId = await plan(startsAt, endsAt)
})

const plan = async (from: string, to: string) =>
  (
    await scheduleVisit(
      api.db,
      boss(),
      {
        accountId: account,
        personId: api.people.manager,
        startsAt: from,
        endsAt: to,
        timeZone: 'Asia/Shanghai',
        contactIds: [contact],
      },
      new Date(`${startsAt.slice(0, 10)}T00:00:00Z`),
    )
  ).id

const draft = (more: object = {}) => ({
  draftKey: randomUUID(),
  visitStartsAt: startsAt,
  startedAt: '2026-11-02T01:10:00Z',
  endedAt: '2026-11-02T02:20:00Z',
  contactIds: [contact],
  said: 'They wait for the **tender** of the port.',
  opinions: [{ subject: 'delivery', tone: 'negative', words: 'Two late in October' }],
  competitors: [{ name: 'Northline', words: 'Offers 60 days' }],
  promises: [
    { side: 'ours', what: 'Send two samples', due: '2026-11-09' },
    { side: 'theirs', what: 'Name the tender’s day', contactId: contact },
  ],
  ...more,
})
const send = (body: object, role: Role = 'manager') => api.as(role, 'POST', `/visits/${visitId}/report`, body)
const read = async (id = visitId) => (await api.as('reader', 'GET', `/visits/${id}/report`)).body
const reports = async () =>
  Number(
    (await api.pool.query('select count(*) as n from engage.visit_report where visit_id = $1', [visitId])).rows[0].n,
  )

describe('a report', () => {
  test('marks the visit held at the real hours, keeps what was said and enters the promises', async () => {
    expect((await read()).report).toBeNull()
    const { body, status } = await send(draft())
    expect({ status, body }).toMatchObject({ status: 200, body: { visitId, sentAt: '2026-11-02T08:00:00Z' } })
    const { visit, report } = await read()
    expect(visit).toMatchObject({ state: 'held' })
    expect(report).toMatchObject({
      authorName: 'The manager',
      attendance: [{ contactId: contact, name: 'Wang Hai' }],
      said: 'They wait for the **tender** of the port.',
      competitors: [{ name: 'Northline', words: 'Offers 60 days' }],
      startedAt: '2026-11-02T01:10:00Z',
    })
    expect(report.promises.map((each: { what: string; state: string }) => [each.what, each.state])).toEqual([
      ['Send two samples', 'open'],
      ['Name the tender’s day', 'open'],
    ])
  })

  test('freshens who of ours knows whom on the day of the visit, not of its sending', async () => {
    await api.pool.query('delete from know.acquaintance')
    visitId = await plan('2026-10-29T01:00:00Z', '2026-10-29T02:00:00Z')
    await send(
      draft({
        visitStartsAt: '2026-10-29T01:00:00Z',
        startedAt: '2026-10-29T01:00:00Z',
        endedAt: '2026-10-29T02:00:00Z',
        colleagueIds: [api.people.executive],
      }),
    )
    const { rows } = await api.pool.query(
      'select contact_id, person_id, last_contact_on from know.acquaintance order by person_id',
    )
    const met = { contact_id: contact, last_contact_on: '2026-10-29' }
    expect(rows).toEqual([api.people.executive, api.people.manager].sort().map(person_id => ({ ...met, person_id })))
  })

  test('makes a contact of somebody new, who may be the one that promised', async () => {
    await send(
      draft({
        newPeople: [{ key: 'n1', name: 'Chen Jie', role: 'Warehouse keeper' }],
        promises: [{ side: 'theirs', what: 'Count the stock', personKey: 'n1' }],
      }),
    )
    const { report } = await read()
    expect(report.attendance.map((each: { name: string }) => each.name)).toEqual(['Wang Hai', 'Chen Jie'])
    const { items } = (await api.as('manager', 'GET', `/promises?accountId=${account}`)).body
    expect(items.find((each: { what: string }) => each.what === 'Count the stock').contactName).toBe('Chen Jie')
  })

  test('is refused whole where somebody present is of another account: nothing is kept by halves', async () => {
    const answer = await send(draft({ contactIds: [contact, foreignContact] }))
    expect(answer.body.code).toBe('report_contact_unknown')
    const { visit, report } = await read()
    expect([visit.state, report]).toEqual(['planned', null])
  })

  test('of a day still to come is refused', async () => {
    const answer = await send(draft({ startedAt: '2026-11-02T16:00:00Z', endedAt: '2026-11-02T17:00:00Z' }))
    expect(answer.body.code).toBe('report_in_future')
    expect((await send(draft({ startedAt: '2026-11-02T15:00:00Z', endedAt: '2026-11-02T15:59:00Z' }))).status).toBe(200)
  })

  test('is for whoever goes and whoever keeps the account', async () => {
    expect((await send(draft(), 'executive')).body.code).toBe('visit_not_yours')
    expect((await send(draft(), 'reader')).body.code).toBe('not_allowed')
    expect((await send(draft(), 'head')).status).toBe(200)
  })
})

describe('the same draft', () => {
  test('sent twice at the same moment makes one report, and both hear the same', async () => {
    const body = draft()
    const answers = await Promise.all([send(body), send(body), send(body)])
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(1)
    expect(await reports()).toBe(1)
    const { rows } = await api.pool.query('select count(*)::int as n from engage.promise where visit_id = $1', [
      visitId,
    ])
    expect(rows[0].n).toBe(2)
  })

  test('tells nothing to another person', async () => {
    const body = draft()
    await send(body)
    expect((await send(body, 'head')).body.code).toBe('report_not_yours')
    expect((await send(draft({ personId: api.people.manager }), 'head')).body.code).toBe('report_not_yours')
  })
})

describe('a draft that meets a report of somebody else', () => {
  const both = async (resolution: string) => {
    await send(draft({ said: 'Said by the head', promises: [] }), 'head')
    const mine = draft({ said: 'Said by me' })
    expect((await send(mine)).body.code).toBe('report_written_already')
    const { report } = await read()
    return send({ ...mine, resolution, seenVersion: report.version })
  }

  test('is added below it', async () => {
    expect((await both('append')).status).toBe(200)
    const { report } = await read()
    expect(report.said).toBe('Said by the head\n\n**The manager**\n\nSaid by me')
    expect(report.promises).toHaveLength(2)
    expect(report.opinions).toHaveLength(2)
  })

  test('takes its place, and what was there stays in the trail', async () => {
    expect((await both('replace')).status).toBe(200)
    expect((await read()).report.said).toBe('Said by me')
    const { rows } = await api.pool.query(
      `select before ->> 'said' as said from platform.change where subject = 'visit report' order by id desc limit 1`,
    )
    expect(rows[0].said).toBe('Said by the head')
  })

  test('becomes a visit of its own', async () => {
    const { body } = await both('own visit')
    expect(body.visitId).not.toBe(visitId)
    expect((await read(body.visitId)).report.said).toBe('Said by me')
    expect((await read()).report.said).toBe('Said by the head')
  })
})

test('a report is corrected in the version that was read', async () => {
  await send(draft())
  const { report } = await read()
  const { startedAt, endedAt } = report
  const edit = (version: number) =>
    api.as('manager', 'PATCH', `/visits/${visitId}/report`, { version, startedAt, endedAt, said: 'Corrected' })
  expect((await edit(report.version)).body).toMatchObject({ said: 'Corrected', attendance: [] })
  expect((await edit(report.version)).body.code).toBe('report_changed_meanwhile')
})

test('reports of an account come latest first and go on where the page ended', async () => {
  await api.pool.query('delete from engage.visit_report')
  const days = ['2026-10-27', '2026-10-28', '2026-10-29']
  for (const day of days) {
    visitId = await plan(`${day}T01:00:00Z`, `${day}T02:00:00Z`)
    const hours = { startedAt: `${day}T01:00:00Z`, endedAt: `${day}T02:00:00Z` }
    await send(draft({ visitStartsAt: `${day}T01:00:00Z`, ...hours, said: day }))
  }
  const page = async (query: string) => (await api.as('reader', 'GET', `/accounts/${account}/reports?${query}`)).body
  const first = await page('limit=2')
  const second = await page(`limit=2&cursor=${encodeURIComponent(first.nextCursor)}`)
  expect([...first.items, ...second.items].map(each => each.said)).toEqual([...days].reverse())
  expect(second.nextCursor).toBeNull()
})
