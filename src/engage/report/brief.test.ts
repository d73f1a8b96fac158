import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { suggestTopics } from '../../platform/brief.ts'
import { markHeld, scheduleVisit } from '../visits/visits.server.ts'
import { readPdf } from './read-pdf.fixture.ts'

let api: TestApi
let account: number
let contact: number
let next: number

const boss = () => ({ id: api.people.head, name: 'The head', role: 'head' as const, via: 'web' as const })
const plan = (startsAt: string, endsAt: string, personId = api.people.manager) =>
  scheduleVisit(
    api.db,
    boss(),
    { accountId: account, personId, startsAt, endsAt, timeZone: 'Asia/Shanghai', contactIds: [contact] },
    new Date('2026-10-01T00:00:00Z'),
  )

beforeAll(async () => {
  api = await startTestApi()
  account = (await api.as('head', 'POST', '/accounts', { code: 'A', name: '宁波港机' })).body.id
  await api.as('head', 'POST', '/accounts/owner', { accounts: [account], ownerId: api.people.manager })
  contact = (await api.as('head', 'POST', `/accounts/${account}/contacts`, { name: 'Wang Hai', role: 'Buyer' })).body.id
  await api.as('administrator', 'POST', '/imports/push', {
    source: 'erp',
    lines: [
      { account: 'A', document: 'D1', day: '2026-10-30', product: 'P1', net: '1000' },
      { account: 'A', document: 'D0', day: '2025-10-30', product: 'P1', net: '4000' },
      { account: 'B', document: 'D2', day: '2026-10-30', product: 'P1', net: '9999' },
    ],
  })
  const held = await plan('2026-10-20T01:00:00Z', '2026-10-20T02:00:00Z')
  const hours = { startedAt: '2026-10-20T01:00:00Z', endedAt: '2026-10-20T02:00:00Z' }
  await markHeld(api.db, boss(), held.id, hours)
  next = (await plan('2026-11-03T06:00:00Z', '2026-11-03T07:00:00Z')).id
  const promise = (fields: object) => api.as('manager', 'POST', `/accounts/${account}/promises`, fields)
  await promise({ side: 'ours', what: 'Send two samples', due: '2026-11-01' })
  await promise({ side: 'theirs', what: 'Name the tender’s day', due: '2026-11-20', contactId: contact })
})
afterAll(() => api.close())

const brief = async () => (await api.as('manager', 'GET', `/visits/${next}/brief`)).body
const section = async (name: string) => (await brief()).sections.find((each: { name: string }) => each.name === name)

describe('the brief of a visit', () => {
  test('counts from the last visit that was held', async () => {
    expect(await brief()).toMatchObject({
      account: { name: '宁波港机' },
      personName: 'The manager',
      since: '2026-10-20',
      asOf: '2026-11-02',
    })
  })

  test('holds sales since then and of twelve months against the same days a year before, of this account alone', async () => {
    const { figures, items } = await section('figures')
    const sales = figures.filter((row: { label: { en: string } }) => row.label.en.startsWith('Sales'))
    expect(sales.map((row: { amount: string; before: string }) => [row.amount, row.before])).toEqual([
      ['1000', '4000'],
      ['1000', '4000'],
    ])
    expect(items[0].text.en).toContain('D1')
  })

  test('names whom to meet and says who owes what, in both languages', async () => {
    const people = await section('people')
    expect(people.items[0].text.en).toBe('Wang Hai · Buyer')
    const promises = await section('promises')
    expect(promises.items.map((each: { text: object; mark: string }) => [each.text, each.mark])).toEqual([
      [{ en: 'We promised: Send two samples', 'zh-Hans': '我方承诺：Send two samples' }, 'bad'],
      [{ en: 'They promised: Name the tender’s day', 'zh-Hans': '对方承诺：Name the tender’s day' }, null],
    ])
  })

  test('suggests to own up to what is late before anything else', async () => {
    const { topics } = await brief()
    expect(topics[0].text.en).toBe('Own up to what is late: Send two samples')
  })

  test('is printed', async () => {
    const response = await api.fetch('manager', `/visits/${next}/brief.pdf?language=zh-Hans`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const { pages, text } = readPdf(Buffer.from(await response.arrayBuffer()))
    expect(pages).toBe(1)
    expect(text).toContain('我方承诺：Send two samples')
    expect((await api.fetch(null, `/visits/${next}/brief.pdf`)).status).toBe(401)
  })
})

test('an account has its brief without a visit', async () => {
  const { body } = await api.as('reader', 'GET', `/accounts/${account}/brief`)
  expect(body).toMatchObject({ visit: null, personName: 'The manager', since: '2026-10-20' })
})

test('the offline kit takes along one’s own visits to come, and past ones that want a report, nobody else’s', async () => {
  await plan('2026-11-03T08:00:00Z', '2026-11-03T09:00:00Z', api.people.executive)
  await plan('2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z')
  const { body } = await api.as('manager', 'GET', '/offline-kit?days=7')
  const taken = body.visits.map((each: { reported: { visit: { startsAt: string } }; brief: object | null }) => [
    each.reported.visit.startsAt,
    each.brief !== null,
  ])
  expect(taken).toEqual([
    ['2026-10-20T01:00:00Z', false],
    ['2026-11-03T06:00:00Z', true],
  ])
  expect(body.visits[1].reported.people).toEqual([{ contactId: contact, name: 'Wang Hai', title: 'Buyer' }])
})

test('topics stand by weight, each once', () => {
  const words = (text: string) => ({ en: text, 'zh-Hans': text })
  const topic = (text: string, weight: number) => ({ text: words(text), reason: words('because'), weight })
  const title = words('Part')
  const suggested = suggestTopics(
    [
      { title, items: [], topics: [topic('a', 30), topic('b', 90), topic('c', 30)] },
      { title, items: [], topics: [topic('a', 50)] },
    ],
    2,
  )
  expect(suggested.map(each => [each.text.en, each.weight])).toEqual([
    ['b', 90],
    ['a', 50],
  ])
})
