import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { speaking, startWithDealers, today } from './dealers.fixture.ts'
import { spend } from './ledger.fixture.ts'

let api: TestApi
let ids: Map<string, number>
const id = (code: string) => ids.get(code)!
const { get, post } = speaking({ as: (...given: Parameters<TestApi['as']>) => api.as(...given) } as TestApi)
const standingOf = (code: string) => get(`/accounts/${id(code)}/standing`)

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
  ids = await startWithDealers(api)
})
afterAll(() => api.close())

describe('what people decide', () => {
  test('an invitation makes an account Special at once and until its end, whatever its points', async () => {
    expect(
      await post(`/accounts/${id('D30')}/invitation`, { reason: 'Opinion leader of the port', until: '2026-07-09' }),
    ).toMatchObject({ body: { code: 'term_over' } })
    const invited = await post(`/accounts/${id('D30')}/invitation`, {
      reason: 'Opinion leader of the port',
      until: '2026-12-31',
    })
    expect(invited).toMatchObject({
      status: 200,
      body: { inviter: 'The head', from: '2026-07-10', until: '2026-12-31' },
    })
    expect(await standingOf('D30')).toMatchObject({
      tier: 'special',
      earned: 'regular',
      reason: 'invited',
      invitation: { reason: 'Opinion leader of the port' },
    })
    expect(await post(`/accounts/${id('D30')}/invitation`, { reason: 'Again', until: '2027-12-31' })).toMatchObject({
      body: { code: 'term_overlaps' },
    })
    expect((await post(`/accounts/${id('D30')}/invitation/end`)).body.endedOn).toBe('2026-07-10')
    expect(await standingOf('D30')).toMatchObject({ tier: 'regular', invitation: null })
    expect(await post(`/accounts/${id('D30')}/invitation/end`)).toMatchObject({ body: { code: 'term_not_running' } })
    expect(await standingOf('D29'), 'the bystander').toMatchObject({ tier: 'regular', reason: 'first' })
  })

  test('an override needs a reason and an end', async () => {
    const path = `/accounts/${id('D28')}/override`
    expect((await post(path, { tier: 'gold', until: '2026-12-31' })).status).toBe(400)
    expect((await post(path, { tier: 'gold', reason: 'Merger under way' })).status).toBe(400)
    expect(await post(path, { tier: 'gold', reason: 'Merger under way', until: '2026-12-31' })).toMatchObject({
      status: 200,
      body: { tier: 'gold', author: 'The head' },
    })
    expect(await standingOf('D28')).toMatchObject({ tier: 'gold', earned: 'regular', reason: 'override' })
    await post(`${path}/end`)
    expect(await standingOf('D28')).toMatchObject({ tier: 'regular' })
  })

  test('a manager judges the own account only; the grade counts and leaves a trail', async () => {
    const path = `/accounts/${id('D06')}/judgements`
    const grade = { measure: 'loyalty', value: 8.5, note: 'Never bought elsewhere' }
    expect(await post(path, grade, 'manager')).toMatchObject({ status: 403, body: { code: 'judging_not_yours' } })
    await api.as('head', 'POST', '/accounts/owner', { accounts: [id('D06')], ownerId: api.people.manager })
    expect(await post(path, grade, 'manager')).toMatchObject({
      status: 200,
      body: { value: 8.5, judgedOn: '2026-07-10', author: 'The manager' },
    })
    expect(await post(path, { ...grade, judgedOn: '2026-07-11' }, 'manager')).toMatchObject({
      body: { code: 'judged_in_future' },
    })
    expect((await post(path, { ...grade, value: 11 }, 'manager')).status).toBe(400)
    const owned = await get(`/vital-few/accounts?ownerId=${api.people.manager}`)
    expect(owned.items.map((each: any) => each.code)).toEqual(['D06'])
    expect((await standingOf('D06')).judgements).toMatchObject([{ measure: 'loyalty', value: 8.5 }])
    const trail = await get(`/accounts/${id('D06')}/changes`, 'administrator')
    expect(trail.items.find((each: any) => each.operation === 'judge')).toMatchObject({
      actor: 'The manager',
      after: { measure: 'loyalty', value: 8.5 },
    })
  })

  test('a value type is suggested by behaviour and decided by a person', async () => {
    const before = (await standingOf('D01')).valueType
    expect(before).toMatchObject({ decided: null, suggested: null })
    expect(
      (await api.as('manager', 'PUT', `/accounts/${id('D01')}/value-type`, { valueType: 'strategic' })).status,
    ).toBe(403)
    await api.as('head', 'PUT', `/accounts/${id('D01')}/value-type`, {
      valueType: 'strategic',
      reason: 'Joint gateway',
    })
    expect((await standingOf('D01')).valueType).toMatchObject({
      decided: 'strategic',
      decidedBy: 'The head',
      reason: 'Joint gateway',
      play: expect.stringContaining('Plan together'),
    })
  })

  test('an unknown account is refused by name', async () => {
    expect(await api.as('reader', 'GET', '/accounts/999999/standing')).toMatchObject({
      status: 404,
      body: { code: 'account_unknown' },
    })
  })
})

describe('guards', () => {
  test('a large account that loses money after cost to serve is listed with its loss and its reason', async () => {
    await spend(api, ids, [{ account: 'D01', day: '2026-06-01', amount: '400000.55' }])
    const { items } = await get('/vital-few/guards?guard=losing')
    expect(items).toMatchObject([{ account: { code: 'D01' }, tier: 'regular', atStake: '40000.55', stake: 'loss' }])
    expect(items[0].reason).toContain('it contributes −40,001')
    const overview = await get('/vital-few')
    expect(overview.guards.find((each: any) => each.guard === 'losing')).toEqual({
      guard: 'losing',
      findings: 1,
      atStake: '40000.55',
    })
    expect((await get('/vital-few/guards?guard=ownerless')).items.map((each: any) => each.account.code)).not.toContain(
      'D06',
    )
  })

  test('the department counts its key accounts and the load of each manager', async () => {
    const department = await get('/vital-few/department')
    expect(department).toMatchObject({ keyAccounts: 15, worthFounding: false, keyAccountsWithoutOwner: 14 })
    expect(department.managers).toMatchObject([{ ownerName: 'The manager', accounts: { gold: 1 } }])
  })
})
