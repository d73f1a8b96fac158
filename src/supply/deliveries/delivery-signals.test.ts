import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { claimDeliveries } from './deliveries.server.ts'
import source from './deliveries.signals.server.ts'

let api: TestApi
let account: number
const today = '2026-11-02'

beforeAll(async () => {
  api = await startTestApi()
  account = (await startWithDealers(api)).get('D10')!
  await claimDeliveries(api.db, { via: 'system', source: 'erp', at: new Date(`${today}T00:00:00Z`) }, [
    { accountId: account, key: 'gone', promisedOn: '2026-08-01', value: '7' },
    { accountId: account, key: 'first', promisedOn: '2026-10-20', value: '1200' },
    { accountId: account, key: 'second', promisedOn: '2026-11-01', value: '300' },
    { accountId: account, key: 'abroad', promisedOn: '2026-11-01', value: '999', currency: 'USD' },
    { accountId: account, key: 'today', promisedOn: today, value: '50' },
    { accountId: account, key: 'here', promisedOn: '2026-11-01', arrivedOn: '2026-11-01', value: '60' },
  ])
})
afterAll(() => api.close())

const read = (accountIds: number[] | null) =>
  source.read({ db: api.db, pool: api.pool, clock: { now: () => new Date(`${today}T02:00:00Z`) }, today, accountIds })

test('what was promised within two months and has not come is said with its goods and its first day', async () => {
  const [signal, ...others] = await read(null)
  expect(others).toEqual([])
  expect(signal).toMatchObject({
    kind: 'supply.delivery_overdue',
    accountId: account,
    due: '2026-10-20',
    value: '1500',
    values: { lines: 3, oldest: '2026-10-20' },
  })
  expect(await read([account])).toHaveLength(1)
  expect(await read([account + 1])).toEqual([])
})

test('its sentence stands in both languages', async () => {
  const [signal] = await read([account])
  const words = source.kinds['supply.delivery_overdue']
  expect(words.reason(signal!, sentenceFormat('en', 'CNY'))).toBe(
    '3 delivery lines have not arrived although promised, the first for 20 Oct 2026, ¥1.5K of goods.',
  )
  expect(words.reason(signal!, sentenceFormat('zh-Hans', 'CNY'))).toBe(
    '3 行交货逾期未到，最早承诺2026年10月20日，货值 ¥1500。',
  )
})
