import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { commandsOn } from './import-command.fixture.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

test('undoing an import removes the accounts it made, but not one that people have judged', async () => {
  const commands = commandsOn(api)
  await commands.importText(
    'document,line,account,account_name,day,net\nA1,1,C1,Alpha,2014-03-05,10\nA2,1,C2,Beta,2014-03-05,20\n',
  )
  const { body } = await api.as('head', 'GET', '/accounts')
  const alpha = body.items.find((item: { code: string }) => item.code === 'C1')
  const judged = await api.as('head', 'POST', `/accounts/${alpha.id}/judgements`, {
    measure: 'strategicFit',
    value: 4,
    note: 'Opens the region',
  })
  expect(judged.status).toBe(200)
  await commands.imports('undo', '1')
  const { body: after } = await api.as('head', 'GET', '/accounts')
  expect(after.items.map((item: { code: string }) => item.code)).toEqual(['C1'])
})
