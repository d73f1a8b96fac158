import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { clearHalfDemo, decideCompany, loadWhole } from './first-start.server.ts'
import { migrate } from './migrations.server.ts'
import { readSettings } from './settings.server.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const decide = (wish?: 'demo' | 'empty', holds = false) =>
  decideCompany(database, { wish, directory: '/data', holdsBusiness: async () => holds })

test('the first start of an empty database makes it a demo, the second finds it one', async () => {
  expect(await decide()).toBe('demo to load')
  await loadWhole(database, async () => undefined)
  expect((await readSettings(database.db)).demo).toBe(true)
  expect(await decide()).toBe('demo')
  expect(await decide('demo')).toBe('demo')
})

test('a company begun with --empty stays empty at the next start without it', async () => {
  expect(await decide('empty')).toBe('own')
  expect(await decide()).toBe('own')
  expect((await readSettings(database.db)).demo).toBe(false)
})

test('data imported by the command line before the first start is never mixed with the demo', async () => {
  await expect(decide('demo', true)).rejects.toMatchObject({ code: 'demo_refused' })
  expect(await decide(undefined, true)).toBe('own')
})

test('a demo cannot become a company of its own, nor the other way round', async () => {
  await loadWhole(database, async () => undefined)
  await expect(decide('empty')).rejects.toMatchObject({ code: 'empty_refused' })
  const own = await createTestDatabase()
  try {
    await decideCompany(own, { wish: 'empty', directory: '/data', holdsBusiness: async () => false })
    await expect(
      decideCompany(own, { wish: 'demo', directory: '/data', holdsBusiness: async () => false }),
    ).rejects.toMatchObject({ code: 'demo_refused' })
  } finally {
    await own.close()
  }
})

test('a demo whose loading was cut short is cleared away and loaded afresh; a whole one stays', async () => {
  const fails = loadWhole(database, async () => {
    await database.pool.query(`insert into platform.setting (name, value) values ('companyName', '"Half"')`)
    throw new Error('killed')
  })
  await expect(fails).rejects.toThrow('killed')
  expect(await clearHalfDemo(database)).toBe(true)
  await migrate(database.pool)
  expect((await readSettings(database.db)).companyName).toBe('')
  expect(await decide()).toBe('demo to load')
  await loadWhole(database, async () => undefined)
  expect(await clearHalfDemo(database)).toBe(false)
  expect(await decide()).toBe('demo')
})
