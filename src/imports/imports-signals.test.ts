import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { writeSettings } from '../platform/settings.server.ts'
import source from './imports.signals.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await writeSettings(database.db, { timeZone: 'Asia/Shanghai' })
})
afterAll(() => database.close())
beforeEach(() => database.pool.query('truncate imports.import cascade'))

const add = async (given: { state: string; at: string; source?: string; setAside?: number; actor?: string | null }) => {
  const { rows } = await database.pool.query(
    `insert into imports.import (kind, source, file_name, state, rows, set_aside, actor_id, actor_name, via, created_at, finished_at)
     values ('invoices', $1, 'lines.csv', $2::text, 100, $3, $4, 'Tang', 'web', $5::timestamptz,
       case when $2::text in ('asking', 'running') then null else $5::timestamptz end)
     returning id`,
    [given.source ?? 'erp', given.state, given.setAside ?? 0, given.actor ?? null, given.at],
  )
  return rows[0].id as number
}
const read = async (today: string, accountIds: number[] | null = null) => {
  const clock = { now: () => new Date(`${today}T08:00:00Z`) }
  const { db, pool } = database
  const signals = await source.read({ db, pool, clock, today, accountIds })
  return signals.map(({ kind, key, personId, role, due }) => ({ kind, key, personId, role, due }))
}

test('figures of a nightly source are missed by its own rhythm, in the company’s days; another source is not', async () => {
  // 17:00 UTC is the day after in Shanghai: the last came on Friday the 30th.
  for (const day of ['26', '27', '28', '29']) await add({ state: 'finished', at: `2026-10-${day}T17:00:00Z` })
  await add({ state: 'finished', at: '2026-08-01T00:00:00Z', source: 'once' })
  expect(await read('2026-11-02')).toEqual([])
  expect(await read('2026-11-03')).toEqual([
    { kind: 'imports.figures_old', key: 'erp', personId: null, role: 'back office', due: '2026-11-02' },
  ])
  expect(await read('2026-11-03', [1])).toEqual([])
})

test('a failed import is told to who began it, until one of its source goes well', async () => {
  const failed = await add({ state: 'failed', at: '2026-11-01T20:00:00Z', actor: 'tang' })
  const told = {
    kind: 'imports.failed',
    key: String(failed),
    personId: 'tang',
    role: 'administrator',
    due: '2026-11-02',
  }
  expect(await read('2026-11-02')).toEqual([told])
  await add({ state: 'finished', at: '2026-11-02T01:00:00Z', source: 'crm' })
  expect(await read('2026-11-02')).toEqual([told])
  await add({ state: 'finished', at: '2026-11-02T02:00:00Z' })
  expect(await read('2026-11-02')).toEqual([])
})

test('waiting for an answer and rows set aside are told; settled rows are not, nor what lies a month back', async () => {
  await add({ state: 'asking', at: '2026-11-02T00:00:00Z', source: 'crm' })
  const aside = await add({ state: 'finished', at: '2026-10-03T20:00:00Z', setAside: 2 })
  await database.pool.query(
    `insert into imports.set_aside (import_id, row, reason, raw)
     values ($1, 2, 'x', ''), ($1, 3, 'x', '')`,
    [aside],
  )
  const kinds = async (today: string) => (await read(today)).map(each => each.kind)
  expect(await kinds('2026-11-03')).toEqual(['imports.set_aside', 'imports.asking'])
  expect(await kinds('2026-11-04')).toEqual(['imports.asking'])
  await database.pool.query("update imports.set_aside set state = 'left' where row = 2")
  expect(await kinds('2026-11-03')).toEqual(['imports.set_aside', 'imports.asking'])
  await database.pool.query("update imports.set_aside set state = 'booked'")
  expect(await kinds('2026-11-03')).toEqual(['imports.asking'])
})
