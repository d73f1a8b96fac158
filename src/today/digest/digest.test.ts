import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { writeSettings } from '../../platform/settings.server.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { isDigestTime } from './digest.ts'
import { digestWords } from './digest-words.ts'
import { sendDigestsJob } from './send-digests.job.ts'

let api: TestApi
let account: number
let now = '2026-11-02T01:00:00Z'
const clock = { now: () => new Date(now) }

beforeAll(async () => {
  api = await startTestApi({ clock })
  await writeSettings(api.db, { timeZone: 'Asia/Shanghai', address: 'https://kam.example.com' })
  account = (await startWithDealers(api)).get('D10')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [account], ownerId: api.people.manager })
  await api.as('manager', 'POST', `/accounts/${account}/promises`, {
    side: 'ours',
    what: 'Send the drawing',
    due: '2026-10-30',
    value: '82000',
  })
})
afterAll(() => api.close())

const run = () =>
  sendDigestsJob.run(
    {},
    {
      db: api.db,
      pool: api.pool,
      clock,
      dataDirectory: api.dataDirectory,
      log: () => undefined,
      signal: new AbortController().signal,
    },
  )

test('from seven until noon on working days it is time for the digest', () => {
  expect([6, 7, 11, 12].map(hour => isDigestTime(1, hour))).toEqual([false, true, true, false])
  expect([5, 6, 7].map(weekday => isDigestTime(weekday, 8))).toEqual([true, false, false])
})

test('whoever has something to do gets one mail that morning, with the reason and the way to it', async () => {
  // 07:00 in Shanghai is 23:00 of the day before in UTC.
  now = '2026-11-01T22:59:00Z'
  await run()
  expect((await api.as('manager', 'GET', '/mail')).body.items).toEqual([])
  now = '2026-11-01T23:00:00Z'
  await run()
  await run()
  const { items } = (await api.as('manager', 'GET', '/mail')).body
  expect(items).toHaveLength(1)
  const mail = (await api.as('manager', 'GET', `/mail/${items[0].id}`)).body
  expect(mail.text).toContain('Send the drawing')
  expect(mail.text).toContain('https://kam.example.com/')
  expect((await api.as('reader', 'GET', '/mail')).body.items).toEqual([])
})

test('the next morning brings the next, unless one wants no more', async () => {
  now = '2026-11-03T00:00:00Z'
  await api.as('manager', 'PUT', '/me/mail', { kind: 'digest', wanted: false })
  await run()
  expect((await api.as('manager', 'GET', '/mail')).body.items).toHaveLength(1)
  await api.as('manager', 'PUT', '/me/mail', { kind: 'digest', wanted: true })
  await run()
  expect((await api.as('manager', 'GET', '/mail')).body.items).toHaveLength(2)
})

test('visits stand first, and what is overdue is said', () => {
  const digest = {
    total: 9,
    overdue: 1,
    today: '2026-11-02',
    items: [
      {
        title: 'Promise due',
        account: { name: 'Hanchuan' },
        reason: 'The drawing.',
        value: '82000',
        due: '2026-10-30',
        path: '/a',
      },
    ],
    visits: [{ time: '09:00', account: 'Yuantuo', path: '/visits/7/brief' }],
  }
  const english = digestWords(digest, sentenceFormat('en', 'CNY'))
  expect(english.subject).toBe('Today: 9 open, 1 overdue, 1 visit')
  expect(english.blocks.map(block => block.kind)).toEqual([
    'paragraph',
    'heading',
    'items',
    'heading',
    'items',
    'action',
  ])
  expect(JSON.stringify(english.blocks)).toContain('was due')
  expect(digestWords(digest, sentenceFormat('zh-Hans', 'CNY')).subject).toBe('今日：9 项待办，1 项逾期，1 次拜访')
})
