import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { mergingRooms } from '../../merging-rooms.ts'
import { moveNamingRows, moveNamingRowsBack, namingColumns } from './merging-tables.store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const named = new Set(mergingRooms.flatMap(room => Object.keys(room.tables)))

test('every table of any room that names accounts either moves row by row or its room says what happens to it', async () => {
  const columns = await namingColumns(database.pool)
  const moving = columns.filter(({ table }) => !named.has(table))
  // Without a primary key nobody could say afterwards which rows have moved.
  expect(moving.filter(({ key }) => key.length === 0)).toEqual([])
  // A rule of the table that holds rows together by the account would break when one of them moves first.
  const { rows: together } = await database.pool.query(
    `select conrelid::regclass::text as "table", conname from pg_constraint c
     where (contype = 'x' or (contype = 'f' and cardinality(conkey) > 1)) and exists (
       select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'account_id' and a.attnum = any(c.conkey))`,
  )
  expect(together.filter(({ table }) => !named.has(table))).toEqual([])
  expect(moving.length).toBeGreaterThan(10)
})

test('what rooms say of their tables is about tables that there are', async () => {
  const tables = new Set((await namingColumns(database.pool)).map(({ table }) => table))
  expect([...named].filter(table => !tables.has(table))).toEqual([])
})

test('rows that the survivor leaves no place for stay: by a key, a partial index, an expression', async () => {
  await database.pool.query(`create schema trial;
    create table trial.plan (account_id bigint not null, year int not null, part text, primary key (account_id, year));
    create table trial.seal (id bigint primary key, account_id bigint not null, kind text, ended boolean not null);
    create unique index on trial.seal (account_id, lower(kind)) where not ended;
    insert into trial.plan values (1, 2025, 'one'), (2, 2025, 'other'), (2, 2026, 'other'), (3, 2026, 'bystander');
    insert into trial.seal values (1, 1, 'Gold', false), (2, 2, 'gold', false), (3, 2, 'gold', true), (4, 2, null, false)`)
  const columns = (await namingColumns(database.pool)).filter(({ table }) => table.startsWith('trial.'))
  const before = await rows()
  const moved = new Map<string, object[]>()
  for (const naming of columns) {
    const outcome = await moveNamingRows(database.pool, naming, 2, 1)
    expect(outcome.left).toBe(1)
    moved.set(naming.table, outcome.moved)
  }
  expect(moved.get('trial.plan')).toEqual([{ year: 2026 }])
  expect(moved.get('trial.seal')).toEqual([{ id: 3 }, { id: 4 }])
  for (const naming of columns) await moveNamingRowsBack(database.pool, naming, 1, 2, moved.get(naming.table)!)
  expect(await rows()).toEqual(before)
})

async function rows() {
  const plans = await database.pool.query('select * from trial.plan order by account_id, year')
  const seals = await database.pool.query('select * from trial.seal order by id')
  return [plans.rows, seals.rows]
}
