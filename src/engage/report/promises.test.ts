import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'

let api: TestApi
let mine: number
let others: number
let contactId: number

beforeAll(async () => {
  api = await startTestApi()
  const create = async (code: string) =>
    (await api.as('head', 'POST', '/accounts', { code, name: `${code} Trading` })).body.id as number
  mine = await create('MINE')
  others = await create('OTHERS')
  await api.as('head', 'POST', '/accounts/owner', { accounts: [mine], ownerId: api.people.manager })
  contactId = (await api.as('head', 'POST', `/accounts/${mine}/contacts`, { name: 'Wang Hai' })).body.id
})
afterAll(() => api.close())

const promise = (fields: object, role: Parameters<TestApi['as']>[0] = 'manager', accountId = mine) =>
  api.as(role, 'POST', `/accounts/${accountId}/promises`, { side: 'ours', what: 'Send two samples', ...fields })
const settle = (id: number, version: number, state: string, more: object = {}) =>
  api.as('manager', 'POST', `/promises/${id}/settle`, { version, state, ...more })
const list = async (query: string) => (await api.as('manager', 'GET', `/promises?${query}`)).body

describe('a promise', () => {
  test('of ours belongs to whoever enters it; one of theirs to nobody of ours', async () => {
    expect((await promise({ due: '2026-11-09', value: '1200.50' })).body).toMatchObject({
      ownerId: api.people.manager,
      ownerName: 'The manager',
      state: 'open',
      madeOn: '2026-11-02',
      value: '1200.5',
      mayEdit: true,
    })
    const theirs = await promise({ side: 'theirs', ownerId: api.people.head, contactId })
    expect(theirs.body).toMatchObject({ ownerId: null, contactName: 'Wang Hai' })
  })

  test('is kept by somebody who works here and made to a contact of the account', async () => {
    expect((await promise({ ownerId: 'nobody' })).body.code).toBe('promise_owner_unknown')
    expect((await promise({ contactId }, 'head', others)).body.code).toBe('promise_contact_unknown')
  })

  test('of another manager’s account is not for this manager to make, edit or settle', async () => {
    expect((await promise({}, 'manager', others)).body.code).toBe('account_not_yours')
    const { body } = await promise({}, 'head', others)
    expect((await settle(body.id, body.version, 'kept')).body.code).toBe('account_not_yours')
  })

  test('that is given to a manager at another’s account is theirs to keep', async () => {
    const { body } = await promise({ ownerId: api.people.manager }, 'head', others)
    expect((await settle(body.id, body.version, 'kept')).body).toMatchObject({ state: 'kept', closedOn: '2026-11-02' })
  })

  test('settled by mistake is opened again as it was', async () => {
    const { body } = await promise({})
    const kept = await settle(body.id, body.version, 'kept', { outcome: 'Sent by courier' })
    expect(kept.body).toMatchObject({ state: 'kept', outcome: 'Sent by courier' })
    const open = await settle(body.id, kept.body.version, 'open')
    expect(open.body).toMatchObject({ state: 'open', closedOn: null, outcome: null })
    expect((await settle(body.id, kept.body.version, 'kept')).body.code).toBe('promise_changed_meanwhile')
  })

  test('goes from kept to broken only by being opened first', async () => {
    const { body } = await promise({})
    const kept = await settle(body.id, body.version, 'kept')
    expect((await settle(body.id, kept.body.version, 'broken')).body.code).toBe('promise_move_odd')
  })

  test('was kept neither tomorrow nor before it was made', async () => {
    const { body } = await promise({})
    for (const on of ['2026-11-03', '2026-11-01'])
      expect((await settle(body.id, body.version, 'kept', { on })).body.code).toBe('promise_day_invalid')
    expect((await settle(body.id, body.version, 'kept', { on: '2026-11-02' })).status).toBe(200)
  })

  test('is edited while it is open', async () => {
    const { body } = await promise({})
    const edited = await api.as('manager', 'PATCH', `/promises/${body.id}`, {
      version: body.version,
      due: '2026-12-01',
      what: 'Send three samples',
    })
    expect(edited.body).toMatchObject({ due: '2026-12-01', what: 'Send three samples' })
    const kept = await settle(body.id, edited.body.version, 'kept')
    const late = await api.as('manager', 'PATCH', `/promises/${body.id}`, { version: kept.body.version, due: null })
    expect(late.body.code).toBe('promise_not_open')
  })
})

describe('the list', () => {
  test('of one’s own holds ours that one keeps and theirs of one’s accounts', async () => {
    await promise({ what: 'Ours of the head', ownerId: api.people.head })
    await promise({ side: 'theirs', what: 'Theirs elsewhere' }, 'head', others)
    const { items } = await list('whose=mine')
    const words = items.map((each: { what: string }) => each.what)
    expect(words).not.toContain('Ours of the head')
    expect(words).not.toContain('Theirs elsewhere')
    expect(items.some((each: { side: string }) => each.side === 'theirs')).toBe(true)
  })

  test('of overdue ones ends the day before today', async () => {
    await promise({ what: 'Yesterday', due: '2026-11-01' })
    await promise({ what: 'Today', due: '2026-11-02' })
    const words = (await list(`state=overdue&accountId=${mine}`)).items.map((each: { what: string }) => each.what)
    expect(words).toContain('Yesterday')
    expect(words).not.toContain('Today')
  })

  test.each(['open', 'settled'])('of %s ones goes on where the page ended, without repeating', async state => {
    const whole = (await list(`state=${state}`)).items.map((each: { id: number }) => each.id)
    const paged: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { id: number }[]; nextCursor: string | null } = await list(
        `state=${state}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      paged.push(...page.items.map(each => each.id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(whole.length)
  })
})

test('the kept rate of a person counts what was late against them, and leaves a bystander alone', async () => {
  const before = (await api.as('head', 'GET', '/promises/kept')).body
  const head = async (fields: object) => (await promise(fields, 'head', others)).body
  const onTime = await head({ due: '2026-11-02' })
  const late = await head({ due: '2026-11-01' })
  await head({ due: '2026-11-01' })
  for (const { id, version } of [onTime, late])
    await api.as('head', 'POST', `/promises/${id}/settle`, { version, state: 'kept' })
  const after = (await api.as('head', 'GET', '/promises/kept')).body
  const of = (answer: typeof after, role: 'head' | 'manager') =>
    answer.people.find((each: { personId: string }) => each.personId === api.people[role]) ?? {}
  expect(of(after, 'head').kept - of(before, 'head').kept).toBe(1)
  expect(of(after, 'head').keptLate - (of(before, 'head').keptLate ?? 0)).toBe(1)
  expect(of(after, 'head').overdue - (of(before, 'head').overdue ?? 0)).toBe(1)
  expect(of(after, 'manager')).toEqual(of(before, 'manager'))
})
