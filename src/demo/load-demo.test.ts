import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { demoCompany } from './demo-company.ts'
import { type DemoProgress, loadDemo } from './load-demo.use.ts'

describe('loading the demo company', () => {
  let database: TestDatabase
  const told: DemoProgress[] = []

  beforeAll(async () => {
    database = await createTestDatabase()
    await loadDemo({ db: database.db, pool: database.pool, onProgress: progress => told.push(progress) })
  })

  afterAll(() => database.close())

  const rows = async (statement: string) => (await database.pool.query(statement)).rows

  it('books every line of the company, through imports that tell what they did', async () => {
    const lines = [...demoCompany().invoiceLines()].length
    expect(await rows('select count(*) as n from ledger.line')).toEqual([{ n: lines }])
    const imports = await rows(
      'select state, file_name, rows, added, set_aside as "setAside" from imports.import order by id',
    )
    expect(imports).toHaveLength(10)
    expect(imports.every(each => each.state === 'finished')).toBe(true)
    const [corrections] = imports.filter(each => each.file_name.endsWith('corrections.csv'))
    expect(corrections).toMatchObject({ added: 0, setAside: 6 })
    expect(imports.reduce((sum, each) => sum + each.setAside, 0)).toBe(6)
  })

  it('knows the companies above their subsidiaries, the owners and the people', async () => {
    const made = demoCompany()
    const count = (yes: (account: (typeof made.accounts)[number]) => boolean) => made.accounts.filter(yes).length
    expect(await rows('select count(parent_id) as parents, count(owner_id) as owners from accounts.account')).toEqual([
      { parents: count(account => account.parentCode !== null), owners: count(account => account.ownerKey !== null) },
    ])
    expect(await rows(`select count(*) as n from auth."user" where role not like 'portal%'`)).toEqual([{ n: 21 }])
    expect(await rows('select count(*) as n from accounts.contact')).toEqual([{ n: made.contacts.length }])
  })

  it('has three confirmed reviews with movement up and down, and a vital few in each tier', async () => {
    expect(await rows('select as_of, state from identify.review order by as_of')).toEqual([
      { as_of: '2026-03-31', state: 'confirmed' },
      { as_of: '2026-06-30', state: 'confirmed' },
      { as_of: '2026-09-30', state: 'confirmed' },
    ])
    const reasons = await rows(`
      select distinct s.reason from identify.standing s join identify.review r on r.id = s.review_id where r.as_of = '2026-09-30'`)
    expect(reasons.map(row => row.reason)).toEqual(
      expect.arrayContaining(['promoted', 'demoted', 'kept by margin', 'invited', 'override', 'not qualified']),
    )
    const tiers = await rows(`
      select s.tier, count(*) as n from identify.standing s join identify.review r on r.id = s.review_id
      where r.as_of = '2026-09-30' group by s.tier order by s.tier`)
    expect(tiers.map(row => row.tier)).toEqual([0, 1, 2, 3, 4])
    const key = tiers.filter(row => row.tier > 0).reduce((sum, row) => sum + row.n, 0)
    expect(key).toBeGreaterThan(90)
    expect(key).toBeLessThan(160)
  })

  it('leaves what people entered in the trail under their names', async () => {
    const operations = await rows('select distinct operation from platform.change')
    expect(operations.map(row => row.operation)).toEqual(
      expect.arrayContaining([
        'import',
        'set owner',
        'judge',
        'invite',
        'override tier',
        'decide value type',
        'confirm review',
      ]),
    )
    expect(
      await rows(`select count(*) as n from platform.change where actor_id is null and via not in ('job', 'command')`),
    ).toEqual([{ n: 0 }])
  })

  it('tells how far it is, from nothing to nearly all', () => {
    const shares = told.map(progress => progress.share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBe(0)
    expect(told.map(progress => progress.file)).toContain('invoices-2025.csv')
  })
})
