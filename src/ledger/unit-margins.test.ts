import { expect, test } from 'vitest'
import { createTestDatabase } from '../../tests/support/database.ts'
import { unitMargins } from './ledger.server.ts'
import { postedLine, postFile } from './posting.fixture.ts'

test('a unit earns what its lines earned, over the window, returns taken off, lines without cost left out', async () => {
  const database = await createTestDatabase()
  await postFile(database, { importId: 1 }, [
    postedLine({ line: '1', quantity: '2', net: '10', cost: '6' }),
    postedLine({ line: '2', quantity: '4', net: '22', cost: '10' }),
    postedLine({ line: '3', kind: 'return', quantity: '-1', net: '-5', cost: '-3' }),
    postedLine({ line: '4', quantity: '100', net: '1000', cost: null }),
    postedLine({ document: 'B', day: '2023-12-31', quantity: '10', net: '10', cost: '1' }),
    postedLine({ document: 'C', accountId: 2, quantity: '1', net: '3', cost: '4' }),
    postedLine({ document: 'D', accountId: 2, productId: 8, kind: 'return', quantity: '-1', net: '-3', cost: '-1' }),
  ])
  const window = { from: '2024-01-01', to: '2024-12-31' }
  const first = { accountId: 1, productId: 7, quantity: '5', margin: '2.800000', price: '5.400000' }
  const second = { accountId: 2, productId: 7, quantity: '1', margin: '-1.000000', price: '3.000000' }
  expect(await unitMargins(database.db, window)).toEqual([first, second])
  expect(await unitMargins(database.db, { ...window, accountIds: [2] })).toEqual([second])
  await database.close()
})
