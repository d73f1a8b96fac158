import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { contextOf, person } from './acting.fixture.ts'
import { savedViewsRoutes } from './saved-views.routes.ts'

let database: TestDatabase
const as = (name: string) =>
  createRouterClient(savedViewsRoutes, { context: contextOf(database, person(name, 'reader')) })

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.close())

test('a saved view is one person’s own, and saving under its name again replaces it', async () => {
  const saved = await as('Li').save({
    page: 'accounts',
    name: 'Slipping',
    search: { tier: ['gold'], sort: '-revenue' },
  })
  await as('Li').save({ page: 'accounts', name: 'Slipping', search: { tier: ['silver'] } })
  await as('Li').save({ page: 'guards', name: 'Slipping', search: {} })
  expect((await as('Li').list({ page: 'accounts' })).items).toEqual([
    { id: saved.id, page: 'accounts', name: 'Slipping', search: { tier: ['silver'] } },
  ])
  expect((await as('Wang').list({ page: 'accounts' })).items).toEqual([])
  await expect(as('Wang').remove({ id: saved.id })).rejects.toMatchObject({ code: 'saved_view_unknown' })
  expect(await as('Li').remove({ id: saved.id })).toEqual({ removed: true })
  expect((await as('Li').list({ page: 'accounts' })).items).toEqual([])
  expect((await as('Li').list({ page: 'guards' })).items).toHaveLength(1)
})
