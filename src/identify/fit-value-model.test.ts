import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { figuresAsOf } from './figures.server.ts'
import { fitValueModelJob } from './fit-value-model.job.ts'
import { fitValueModel } from './fit-value-model.use.ts'
import { type SoldLine, sell } from './ledger.fixture.ts'
import { newestValueModel } from './value-model.store.ts'

// Figures of shared/design/numbers.md: Fader, Hardie & Lee (2005), Fader & Hardie (2013); here through the ledger.
const file = new URL('../../../shared/data/cdnow/CDNOW_sample.txt', import.meta.url)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('an empty ledger is not fitted', async () => {
  expect(await fitValueModel(database)).toBeNull()
})

describe.skipIf(!existsSync(file))('the CDNOW sample in the ledger (absent here: ../shared/data)', () => {
  test('the job fits the published parameters, once for a version of the ledger', async () => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index): SoldLine[] => {
        const [, customer, day, , dollars] = line.trim().split(/\s+/)
        if (!customer || !day || day > '19970930') return []
        return [
          {
            account: customer,
            document: `${index}`,
            day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
            net: dollars!,
            cost: '0',
          },
        ]
      })
    await sell(database, lines)
    const logged: string[] = []
    const run = () =>
      fitValueModelJob.run(
        {},
        {
          db: database.db,
          pool: database.pool,
          dataDirectory: '',
          log: text => logged.push(text),
          clock: { now: () => new Date() },
          signal: new AbortController().signal,
        },
      )
    await run()
    const model = (await newestValueModel(database.db))!
    expect(model).toMatchObject({ asOf: '1997-09-30', accounts: 2_357, repeaters: 946 })
    const { r, alpha, a, b } = model.bgNbd!
    expect([r, alpha, a, b].map(value => value.toFixed(4))).toEqual(['0.2426', '4.4136', '0.7929', '2.4259'])
    expect(model.bgNbdLogLikelihood!.toFixed(3)).toBe('-9582.429')
    const { p, q, v } = model.gammaGamma!
    expect([p.toFixed(2), q.toFixed(3), v.toFixed(2)]).toEqual(['6.25', '3.744', '15.44'])
    expect(model.gammaGammaLogLikelihood!.toFixed(3)).toBe('-4055.918')
    await run()
    expect(logged).toHaveLength(1)
    expect((await newestValueModel(database.db))!.id).toBe(model.id)
  })

  test('every account that came back has a probability of still buying; all who paid have an expected contribution', async () => {
    const { scorer } = (await figuresAsOf(database, 12))!
    expect(scorer.known('probabilityAlive')).toHaveLength(946)
    // Eight only ever bought for nothing: they have no contribution rate.
    expect(scorer.known('expectedContribution')).toHaveLength(2_349)
    expect(scorer.known('probabilityAlive').every(value => value >= 0 && value < 1)).toBe(true)
  })
})
