import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { readAccountClaims, sayOfAccounts } from './account-claims.store.ts'
import { carryAccounts, claimAccounts, withdrawAccountClaims } from './accounts.server.ts'
import { foldClaims } from './fold-claims.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.close())

test('the latest of the strongest wins, field by field, and the fold tells who said it', () => {
  const folded = foldClaims<{ name?: string; city?: string | null }>([
    { id: 3, strength: 0, fields: { name: 'carried', city: 'Ningbo' } },
    { id: 1, strength: 1, fields: { name: 'said' } },
    { id: 2, strength: 1, fields: { name: 'said later' } },
  ])
  expect(folded).toEqual({ fields: { name: 'said later', city: 'Ningbo' }, by: { name: 2, city: 3 } })
})

test('a value said to be none is none, not unsaid', () => {
  const folded = foldClaims<{ city?: string | null }>([
    { id: 1, strength: 1, fields: { city: 'Ningbo' } },
    { id: 2, strength: 1, fields: { city: null } },
  ])
  expect(folded.fields).toEqual({ city: null })
})

type Said = { name?: string; region?: string; cooperationSince?: string }

const codes = ['A', 'B', 'C']
const code = fc.constantFrom(...codes)
const said: fc.Arbitrary<Said> = fc.record(
  {
    name: fc.constantFrom('Alpha', 'Beta', '宁波港'),
    region: fc.constantFrom('East', 'South'),
    cooperationSince: fc.constantFrom('2019-01-31', '2020-02-29'),
  },
  { requiredKeys: [] },
)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('master' as const), code, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('carried' as const), code, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('person' as const), code, said }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }) },
)

/** Takes the steps, leaving out those of undone imports when `replayed`. */
async function take(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[], replayed: boolean) {
  const { pool } = database
  await pool.query('truncate accounts.account restart identity cascade')
  const { ids } = await claimAccounts(
    pool,
    1_000,
    'erp',
    codes.map(each => ({ code: each })),
  )
  const undone = new Set<number>()
  const imports: number[] = []
  const withdrawals: number[] = []
  steps.forEach((each, at) => {
    if (each.kind === 'master' || each.kind === 'carried') imports.push(at)
    if (each.kind !== 'undo' || imports.length === 0) return
    const target = imports[each.which % imports.length]!
    withdrawals[at] = target
    undone.add(target)
  })
  for (const [at, each] of steps.entries()) {
    if (each.kind === 'undo') {
      if (!replayed && withdrawals[at] !== undefined) await withdrawAccountClaims(pool, withdrawals[at])
      continue
    }
    if (replayed && undone.has(at)) continue
    const row = { id: ids.get(each.code)!, ...each.said }
    if (each.kind === 'master') await claimAccounts(pool, at, 'erp', [{ code: each.code, ...each.said }])
    if (each.kind === 'carried') await carryAccounts(pool, at, 'erp', [row])
    if (each.kind === 'person')
      await sayOfAccounts(pool, { importId: null, actorId: 'li', source: null, strength: 1 }, [row])
  }
  const { rows } = await pool.query(
    'select id, code, name, region, cooperation_since from accounts.account order by id',
  )
  return rows
}

test('after any interleaving of imports, edits and undos the accounts are as if the undone had never been', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
      expect(await take(steps, false)).toEqual(await take(steps, true))
    }),
    { numRuns: 60 },
  )
})

test('the database folds as the pure rule does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
      for (const row of await take(steps, false)) {
        const claims = await readAccountClaims(database.db, row.id)
        const { fields } = foldClaims(claims)
        expect({ region: row.region, cooperation_since: row.cooperation_since, name: row.name }).toEqual({
          region: fields.region ?? null,
          cooperation_since: fields.cooperation_since ?? null,
          name: fields.name ?? row.code,
        })
      }
    }),
    { numRuns: 40 },
  )
})
