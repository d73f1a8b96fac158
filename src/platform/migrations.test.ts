import { expect, test } from 'vitest'
import { createTestDatabase } from '../../tests/support/database.ts'
import { migrate, splitStatements } from './migrations.server.ts'

test('a statement ends with a semicolon before an empty line, so a function body stays whole', () => {
  expect(
    splitStatements('create table a (b int);\n\ncreate function f() as $$ begin x; y; end $$;\n\n-- end\n'),
  ).toEqual(['create table a (b int)', 'create function f() as $$ begin x; y; end $$'])
})

test('migrating twice changes nothing, and a database from a newer program is refused', async () => {
  const database = await createTestDatabase()
  try {
    expect(await migrate(database.pool)).toEqual([])
    await database.pool.query(`insert into platform.migration (name, hash) values ('9999-future.sql', '')`)
    await expect(migrate(database.pool)).rejects.toMatchObject({ code: 'database_newer' })
  } finally {
    await database.close()
  }
})

test('the trail of changes can be added to and never changed', async () => {
  const database = await createTestDatabase()
  try {
    await database.pool.query(
      `insert into platform.change (actor_name, via, room, subject, subject_id, operation) values ('Lin', 'web', 'accounts', 'account', '1', 'edit')`,
    )
    await expect(database.pool.query(`update platform.change set actor_name = 'Wu'`)).rejects.toThrow(/trail/)
    await expect(database.pool.query('delete from platform.change')).rejects.toThrow(/trail/)
    await expect(database.pool.query('truncate platform.change')).rejects.toThrow(/trail/)
  } finally {
    await database.close()
  }
})
