import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { timelineBegin } from '../../platform/timeline.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import source from './promises.signals.server.ts'
import timeline from './report.timeline.server.ts'

let api: TestApi
let account: number
let other: number
const today = '2026-11-02'

beforeAll(async () => {
  api = await startTestApi()
  const create = async (code: string) =>
    (await api.as('head', 'POST', '/accounts', { code, name: code })).body.id as number
  account = await create('A')
  other = await create('B')
  const promise = async (fields: object, of = account) =>
    (await api.as('head', 'POST', `/accounts/${of}/promises`, { side: 'ours', ...fields })).body
  await promise({ what: 'overdue', due: '2026-10-30', ownerId: api.people.manager, value: '5000' })
  await promise({ what: 'last day of notice', due: '2026-11-09' })
  await promise({ what: 'too early', due: '2026-11-10' })
  await promise({ what: 'no day' })
  await promise({ side: 'theirs', what: 'theirs', due: '2026-11-02' }, other)
  const kept = await promise({ what: 'kept', due: '2026-10-30' })
  await api.as('head', 'POST', `/promises/${kept.id}/settle`, { version: kept.version, state: 'kept' })
})
afterAll(() => api.close())

const read = (accountIds: number[] | null) =>
  source.read({ db: api.db, pool: api.pool, clock: { now: () => new Date(`${today}T08:00:00Z`) }, today, accountIds })

test('open promises are due from a week before their day on; settled ones and those without a day are not', async () => {
  const signals = await read(null)
  expect(signals.map(signal => signal.values.what)).toEqual(['overdue', 'theirs', 'last day of notice'])
  expect(signals[0]).toMatchObject({ personId: api.people.manager, value: '5000', values: { daysLate: 3 } })
  expect(signals[1]).toMatchObject({ personId: null, confidence: 0.7, values: { daysLate: 0 } })
})

test('one account’s alone are read alone', async () => {
  expect((await read([other])).map(signal => signal.values.what)).toEqual(['theirs'])
})

test('the reason says who promised what, how late it is and what hangs on it', async () => {
  const [late] = await read([account])
  const kind = source.kinds['engage.promise_due']
  expect(kind.reason(late!, sentenceFormat('en', 'CNY'))).toBe(
    'We promised “overdue”; it was due 30 Oct 2026, 3 days ago; ¥5K hang on it.',
  )
  expect(kind.reason(late!, sentenceFormat('zh-Hans', 'CNY'))).toBe(
    '我方承诺“overdue”，应于 2026年10月30日 完成，已逾期 3 天；涉及 ¥5000。',
  )
})

test('the timeline tells when promises were made and settled, page by page without repeating', async () => {
  const ask = (bound = timelineBegin, limit = 100) =>
    timeline.read({
      db: api.db,
      accountIds: [account],
      limit,
      below: kind => (kind === 'engage.promise_made' ? bound : null),
    })
  const whole = await ask()
  expect(whole.map(event => event.values.what)).toEqual([
    'kept',
    'no day',
    'too early',
    'last day of notice',
    'overdue',
  ])
  const first = await ask(timelineBegin, 2)
  const { at, key } = first.at(-1)!
  expect((await ask({ at, key }, 2)).map(event => event.values.what)).toEqual(['too early', 'last day of notice'])
  const settled = await timeline.read({
    db: api.db,
    accountIds: [account],
    limit: 10,
    below: kind => (kind === 'engage.promise_settled' ? timelineBegin : null),
  })
  expect(settled.map(event => [event.values.what, event.values.state])).toEqual([['kept', 'kept']])
})
