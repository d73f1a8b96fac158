import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { lockLedger } from '../../ledger/bookkeeping.store.ts'
import { postedLine, postFile } from '../../ledger/posting.fixture.ts'
import { inTransaction } from '../../platform/database.server.ts'

let api: TestApi
let ids: number[]
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

let round = 0
beforeEach(async () => {
  round++
  ids = []
  for (const name of ['Haitian', 'Haitan', 'Bystander']) {
    const { body } = await api.as('head', 'POST', '/accounts', { code: `${name}-${round}`, name, city: 'Ningbo' })
    ids.push(body.id)
  }
})

const read = async (id: number) => (await api.as('reader', 'GET', `/accounts/${id}`)).body
const mergeInto = async (
  survivor: number,
  loser: number,
  take: string[] = [],
  as: 'head' | 'manager' | 'reader' = 'head',
) => {
  const [one, other] = [await read(survivor), await read(loser)]
  return api.as(as, 'POST', `/accounts/${survivor}/merge`, {
    loserId: loser,
    version: one.version,
    loserVersion: other.version,
    take,
  })
}
const undo = (id: number) => api.as('head', 'POST', `/merges/${id}/undo`)
const of = async (table: string, id: number) =>
  Number((await api.pool.query(`select count(*) as n from ${table} where account_id = $1`, [id])).rows[0].n)

test('the merged account answers with the survivor, is in no list, and is found under its old name and code', async () => {
  const [survivor, loser] = ids as [number, number, number]
  expect(await mergeInto(survivor, loser)).toMatchObject({
    status: 200,
    body: { survivorId: survivor, loserName: 'Haitan' },
  })
  expect(await read(loser)).toMatchObject({ id: survivor, merged: [{ id: loser, code: `Haitan-${round}` }] })
  const listed = await api.as('reader', 'GET', '/accounts?limit=500')
  expect(listed.body.items.map((item: { id: number }) => item.id)).not.toContain(loser)
  const found = await api.as('reader', 'GET', `/accounts/search?text=Haitan-${round}`)
  expect(found.body.items.map((item: { id: number }) => item.id)).toEqual([survivor])
  expect((await api.as('head', 'POST', '/accounts', { code: `Haitan-${round}`, name: 'New' })).body.code).toBe(
    'account_code_taken',
  )
  expect((await api.as('head', 'PATCH', `/accounts/${loser}`, { version: 1, city: 'Beijing' })).body.code).toBe(
    'account_merged',
  )
})

test('what hangs on it in any room goes along and comes back; what both have stays apart; a bystander is not touched', async () => {
  const [survivor, loser, bystander] = ids as [number, number, number]
  for (const id of ids) {
    await api.as('head', 'POST', `/accounts/${id}/judgements`, { measure: 'loyalty', value: 7 })
    await api.as('head', 'POST', `/accounts/${id}/contacts`, { name: `Li of ${id}` })
    await api.as('head', 'POST', `/accounts/${id}/promises`, { side: 'ours', what: 'Send samples' })
    await api.pool.query(`insert into know.site (account_id, code, name) values ($1, 'HQ', 'Head office')`, [id])
  }
  const { body } = await mergeInto(survivor, loser)
  expect(body.counts).toMatchObject({ contacts: 1, 'identify.judgement': 1, 'engage.promise': 1 })
  expect(await of('identify.judgement', survivor)).toBe(2)
  expect(await of('engage.promise', survivor)).toBe(2)
  // Both have a site HQ: the survivor's stands, the other waits where it is.
  expect([await of('know.site', survivor), await of('know.site', loser)]).toEqual([1, 1])
  await api.as('head', 'POST', `/accounts/${survivor}/contacts`, { name: 'New since' })
  expect((await undo(body.id)).status).toBe(200)
  for (const table of ['identify.judgement', 'engage.promise', 'know.site'])
    expect([await of(table, survivor), await of(table, loser), await of(table, bystander)]).toEqual([1, 1, 1])
  expect([await of('accounts.contact', survivor), await of('accounts.contact', loser)]).toEqual([2, 1])
  expect((await undo(body.id)).body.code).toBe('merge_undone')
})

test('figures of the survivor are the sum of both, also where both have an invoice of one number, and a file sent again doubles nothing', async () => {
  const [survivor, loser] = ids as [number, number, number]
  const file = [postedLine({ accountId: survivor, net: '10' }), postedLine({ accountId: loser, net: '5' })]
  await postFile(api, { importId: 9000 + round, source: `erp${round}` }, file)
  const { body: merge } = await mergeInto(survivor, loser)
  const sums = async (id: number) =>
    (await api.pool.query('select lines, trim_scale(net) as net from ledger.account_year where account_id = $1', [id]))
      .rows
  expect(await sums(survivor)).toEqual([{ lines: 2, net: '15' }])
  expect(await sums(loser)).toEqual([])
  const again = [...file, postedLine({ accountId: loser, document: 'B', net: '3' })]
  expect(await postFile(api, { importId: 9500 + round, source: `erp${round}` }, again)).toMatchObject({
    added: 1,
    unchanged: 2,
  })
  expect(await sums(survivor)).toEqual([{ lines: 3, net: '18' }])
  const compared = await api.as('reader', 'GET', `/duplicates/compare?one=${survivor}&other=${ids[2]}`)
  expect(compared.body).toMatchObject({ survivorId: survivor, sharedDocuments: 0, mayMerge: false })
  await undo(merge.id)
  // What came under its code since is its own.
  expect([await sums(survivor), await sums(loser)]).toEqual([[{ lines: 1, net: '10' }], [{ lines: 2, net: '8' }]])
})

test('a value taken from the other goes with the undo, unless somebody has said otherwise since', async () => {
  const [survivor, loser] = ids as [number, number, number]
  await api.as('head', 'PATCH', `/accounts/${loser}`, {
    version: (await read(loser)).version,
    taxNumber: '91330206MA2AF1XX3K',
    city: 'Taizhou',
  })
  const { body } = await mergeInto(survivor, loser, ['taxNumber', 'city'])
  expect(body.taken.sort()).toEqual(['city', 'taxNumber'])
  const merged = await read(survivor)
  expect(merged).toMatchObject({ taxNumber: '91330206MA2AF1XX3K', city: 'Taizhou', name: 'Haitian' })
  await api.as('head', 'PATCH', `/accounts/${survivor}`, { version: merged.version, city: 'Wenzhou' })
  expect((await undo(body.id)).body.kept).toEqual(['city'])
  expect(await read(survivor)).toMatchObject({ taxNumber: null, city: 'Wenzhou' })
})

test('sites follow, and no ring comes of it whichever of the two stood above', async () => {
  const [top, middle, site] = ids as [number, number, number]
  const below = async (id: number, parentId: number | null) =>
    api.as('head', 'PATCH', `/accounts/${id}`, { version: (await read(id)).version, parentId })
  await below(middle, top)
  await below(site, middle)
  // The lowest survives the highest: it takes its place, and the middle one stands below it.
  const { body } = await mergeInto(site, top)
  expect((await read(site)).parent).toBeNull()
  expect((await read(middle)).parent).toMatchObject({ id: site })
  await undo(body.id)
  expect((await read(site)).parent).toMatchObject({ id: middle })
  expect((await read(middle)).parent).toMatchObject({ id: top })
  const { body: up } = await mergeInto(top, middle)
  expect((await read(site)).parent).toMatchObject({ id: top })
  expect((await read(top)).parent).toBeNull()
  await undo(up.id)
  expect((await read(site)).parent).toMatchObject({ id: middle })
})

test('merges within merges are undone from the outside in', async () => {
  const [a, b, c] = ids as [number, number, number]
  const { body: inner } = await mergeInto(b, c)
  const { body: outer } = await mergeInto(a, b)
  expect(await read(c)).toMatchObject({ id: a })
  expect((await undo(inner.id)).body.code).toBe('merge_within_merge')
  await undo(outer.id)
  expect(await read(c)).toMatchObject({ id: b })
  await undo(inner.id)
  expect(await read(c)).toMatchObject({ id: c })
})

test('of two merges of one account at once one wins, the other is told', async () => {
  const [a, b, c] = ids as [number, number, number]
  const answers = await Promise.all([mergeInto(a, b), mergeInto(c, b)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('account_merged')
})

test('a merge waits for an import that runs', async () => {
  const [a, b] = ids as [number, number, number]
  let waiting!: ReturnType<typeof mergeInto>
  await inTransaction(api.pool, async client => {
    await lockLedger(client)
    waiting = mergeInto(a, b)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await read(b)).toMatchObject({ id: b })
  })
  expect((await waiting).status).toBe(200)
})

test('heads and administrators merge; a manager proposes for an account of theirs', async () => {
  const [mine, foreign, third] = ids as [number, number, number]
  await api.as('head', 'POST', '/accounts/owner', { accounts: [mine], ownerId: api.people.manager })
  expect((await mergeInto(mine, foreign, [], 'manager')).status).toBe(403)
  const proposal = { one: mine, other: foreign, reason: 'Same buyer, same yard' }
  expect((await api.as('reader', 'POST', '/duplicates', proposal)).status).toBe(403)
  expect((await api.as('manager', 'POST', '/duplicates', { ...proposal, one: third })).body.code).toBe(
    'account_not_yours',
  )
  const { body: pair } = await api.as('manager', 'POST', '/duplicates', proposal)
  expect(pair).toMatchObject({ state: 'proposed', reason: 'Same buyer, same yard', decidedBy: 'The manager' })
  const { body: list } = await api.as('head', 'GET', '/duplicates')
  expect(list.items[0]).toMatchObject({ id: pair.id })
  await api.as('head', 'POST', `/duplicates/${pair.id}/decide`, { state: 'not duplicates', reason: 'Two yards' })
  const { body: none } = await api.as('head', 'GET', '/duplicates?state=not%20duplicates')
  expect(none.items[0]).toMatchObject({ id: pair.id, reason: 'Two yards', decidedBy: 'The head' })
})

test('both accounts tell of the merge and of its undo', async () => {
  const [survivor, loser] = ids as [number, number, number]
  const { body } = await mergeInto(survivor, loser)
  await undo(body.id)
  for (const id of [survivor, loser]) {
    const { body: trail } = await api.as('reader', 'GET', `/accounts/${id}/changes`)
    expect(trail.items.map((item: { operation: string }) => item.operation).slice(0, 2)).toEqual([
      'undo merge',
      'merge',
    ])
  }
})

test('an account that only an import undone meanwhile had named goes when the merge is undone', async () => {
  const [survivor] = ids as [number, number, number]
  const { rows: imports } = await api.pool.query(
    `insert into imports.import (source, file_name, kind, state, actor_name, via) values ('erp', 'a.csv', 'accounts', 'undone', 'Grace', 'web') returning id`,
  )
  const { rows: named } = await api.pool.query(
    `insert into accounts.account (code, name, created_by_import) values ($1, 'Named once', $2) returning id`,
    [`ONCE-${round}`, imports[0].id],
  )
  const { body } = await mergeInto(survivor, named[0].id)
  await undo(body.id)
  expect((await api.as('reader', 'GET', `/accounts/${named[0].id}`)).status).toBe(404)
  expect((await api.as('reader', 'GET', `/accounts/${survivor}`)).status).toBe(200)
})

test('an account compared before somebody changed it is not merged', async () => {
  const [survivor, loser] = ids as [number, number, number]
  const refused = await api.as('head', 'POST', `/accounts/${survivor}/merge`, {
    loserId: loser,
    version: 1,
    loserVersion: 99,
  })
  expect(refused).toMatchObject({ status: 412, body: { code: 'account_changed_meanwhile' } })
})
