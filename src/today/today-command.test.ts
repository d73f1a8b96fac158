import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { recordChange } from '../platform/audit.server.ts'
import { createPerson } from '../platform/people.use.ts'
import { jobActor } from '../platform/roles.ts'
import { writeSettings } from '../platform/settings.server.ts'
import { todayCommand } from './today.command.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await writeSettings(database.db, { demoDay: '2026-11-02', baseCurrency: 'CNY' })
  await createPerson(database.db, { id: 'ye', name: 'Ye', email: 'Ye@x.cn', role: 'back office' })
  await createPerson(database.db, { name: 'Shen', email: 'shen@x.cn', role: 'manager' })
  await database.pool.query(
    `insert into imports.import (kind, source, file_name, state, actor_name, via, created_at, finished_at, rows)
     values ('invoices', 'erp', 'lines.csv', 'failed', 'Job', 'job', '2026-11-01', '2026-11-01', 0),
       ('invoices', 'crm', 'more.csv', 'asking', 'Job', 'job', '2026-11-02', null, 0)`,
  )
  await recordChange(database.db, jobActor('Test'), { room: 'imports', subject: 'x', subjectId: 1, operation: 'x' })
})
afterAll(() => database.close())

async function run(args: string[], language: 'en' | 'zh-Hans' = 'en') {
  const told: string[] = []
  const wrong: string[] = []
  const code = await todayCommand.run(args, {
    openDatabase: async () => ({ ...database, close: async () => undefined }),
    dataDirectory: '',
    out: text => told.push(text),
    error: text => wrong.push(text),
    isTerminal: false,
    language,
  })
  return { code, told: told.join('\n'), wrong: wrong.join('\n') }
}

test('lists the department’s queue, or one person’s by email or id, best first', async () => {
  const all = JSON.parse((await run(['--json'])).told)
  expect(all).toEqual([
    {
      kind: 'imports.failed',
      account: null,
      due: '2026-11-01',
      value: null,
      reason: 'lines.csv of erp failed on 1 Nov 2026; nothing of it is in the ledger',
    },
    {
      kind: 'imports.asking',
      account: null,
      due: '2026-11-02',
      value: null,
      reason: 'more.csv of crm has waited since 2 Nov 2026 and is not in the ledger yet',
    },
  ])
  for (const login of ['ye@x.cn', 'YE@X.cn', 'ye'])
    expect(JSON.parse((await run(['--user', login, '--json'])).told)).toEqual([all[1]])
  expect(JSON.parse((await run(['--user', 'shen@x.cn', '--json'])).told)).toEqual([])
  expect(JSON.parse((await run(['--limit', '1', '--json'])).told)).toEqual([all[0]])
})

test('for people it says the same in lines, in their language', async () => {
  expect((await run(['--limit', '1'])).told).toBe(
    '  1. Import failed · 1 day overdue (2026-11-01)\n     lines.csv of erp failed on 1 Nov 2026; nothing of it is in the ledger',
  )
  expect((await run(['--user', 'shen@x.cn'], 'zh-Hans')).told).toBe('没有待办事项。')
})

test('says what is wrong with the call', async () => {
  const stranger = await run(['--user', 'nobody@x.cn'])
  expect([stranger.code, stranger.wrong]).toEqual([
    1,
    'Nobody here signs in as “nobody@x.cn”. People: shen@x.cn, ye@x.cn.',
  ])
  expect((await run(['--limit', '0'])).code).toBe(1)
  expect((await run(['me'])).wrong).toContain('Usage: vitalfew today')
})
