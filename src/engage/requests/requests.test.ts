import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { createPerson } from '../../platform/people.use.ts'
import type { Role } from '../../platform/roles.ts'
import source from './requests.signals.server.ts'

let api: TestApi
let own: number
let foreign: number
let day: string
let other: string
const clock = { now: () => new Date(`${day}T02:00:00Z`) }

beforeAll(async () => {
  day = '2026-11-02'
  api = await startTestApi({ clock })
  const ids = await startWithDealers(api)
  own = ids.get('D10')!
  foreign = ids.get('D11')!
  await api.as('head', 'POST', '/accounts/owner', { accounts: [own], ownerId: api.people.manager })
  await api.as('head', 'POST', '/accounts/owner', { accounts: [foreign], ownerId: api.people.head })
  other = await createPerson(api.db, { name: 'Another executive', email: 'other@vitalfew.test', role: 'executive' })
})
beforeEach(async () => {
  day = '2026-11-02'
  await api.pool.query(
    'delete from engage.request; delete from engage.visit; delete from engage.request_rules; delete from platform.absence',
  )
})
afterAll(() => api.close())

const said = (more: object = {}) => ({
  kind: 'executive',
  what: 'The president opens their new shop',
  reason: 'Their tenth anniversary; the mayor comes',
  wantedOn: '2026-11-20',
  executiveId: api.people.executive,
  cost: '3000',
  worth: '800000',
  ...more,
})

const ask = (more: object = {}, role: Role = 'manager', account = own) =>
  api.as(role, 'POST', `/accounts/${account}/requests`, said(more))

const decide = (role: Role, request: { id: number; version: number }, approve = true) =>
  api.as(role, 'POST', `/requests/${request.id}/decide`, { version: request.version, approve })

const toDecide = async (role: Role) =>
  (await api.as(role, 'GET', '/requests?whose=to+decide')).body.items.map((item: { id: number }) => item.id)

test('the head agrees, then the president over his own calendar; his visit is planned', async () => {
  const { body: asked } = await ask()
  expect(asked.state).toBe('waiting')
  expect(asked.steps.map((step: { role: string; due: string }) => [step.role, step.due])).toEqual([
    ['head', '2026-11-05'],
    [null, '2026-11-10'],
  ])
  expect([await toDecide('head'), await toDecide('executive'), await toDecide('manager')]).toEqual([[asked.id], [], []])
  expect((await decide('executive', asked)).body.code).toBe('request_not_yours')
  const { body: agreed } = await decide('head', asked)
  expect([agreed.state, await toDecide('executive')]).toEqual(['waiting', [asked.id]])
  const { body: approved } = await decide('executive', agreed)
  expect(approved.state).toBe('approved')
  const { rows } = await api.pool.query('select kind, person_id, state, starts_at from engage.visit where id = $1', [
    approved.visitId,
  ])
  expect(rows[0]).toMatchObject({ kind: 'executive', person_id: api.people.executive, state: 'planned' })
})

test('withdrawn after all, the visit is called off', async () => {
  const { body: asked } = await ask()
  const { body: agreed } = await decide('head', asked)
  const { body: approved } = await decide('executive', agreed)
  const { body } = await api.as('manager', 'POST', `/requests/${asked.id}/withdraw`, { version: approved.version })
  expect(body.state).toBe('withdrawn')
  const { rows } = await api.pool.query('select state, cancel_reason from engage.visit where id = $1', [body.visitId])
  expect(rows).toEqual([{ state: 'cancelled', cancel_reason: 'The president opens their new shop' }])
})

test('one no ends it, and it stays ended', async () => {
  const { body: asked } = await ask()
  const { body: declined } = await decide('head', asked, false)
  expect([declined.state, declined.visitId]).toEqual(['declined', null])
  expect((await decide('head', declined)).body.code).toBe('request_decided_already')
})

test('a deputy decides while the head is away, and not the day after', async () => {
  const { body: asked } = await ask()
  await api.as('head', 'POST', '/absences', {
    deputyId: api.people['back office'],
    from: '2026-11-02',
    to: '2026-11-03',
  })
  expect(await toDecide('back office')).toEqual([asked.id])
  day = '2026-11-04'
  expect(await toDecide('back office')).toEqual([])
  expect((await decide('back office', asked)).body.code).toBe('request_not_yours')
  day = '2026-11-03'
  const { body } = await decide('back office', asked)
  expect(body.steps[0]).toMatchObject({ state: 'approved', decidedAs: 'deputy', decidedByName: 'The back office' })
})

test('after the deadline it goes one level higher', async () => {
  const { body: asked } = await ask()
  day = '2026-11-05'
  expect((await decide('executive', asked)).body.code).toBe('request_not_yours')
  day = '2026-11-06'
  const { body } = await decide('executive', asked)
  expect(body.steps[0]).toMatchObject({ decidedAs: 'escalation' })
})

test('signals wait at whoever may decide, and at the next level once overdue', async () => {
  const { body: asked } = await ask()
  const signals = async () =>
    (
      await source.read({
        db: api.db,
        pool: api.pool,
        clock,
        today: await businessDay({ db: api.db, clock }),
        accountIds: null,
      })
    ).map(signal => [signal.kind, signal.personId, signal.due])
  expect(await signals()).toEqual([['engage.request', api.people.head, '2026-11-05']])
  day = '2026-11-06'
  expect((await signals()).map(([, person]) => person).sort()).toEqual(
    [api.people.head, api.people.executive, other].sort(),
  )
  day = '2026-11-02'
  const { body: agreed } = await decide('head', asked)
  await decide('executive', agreed)
  expect(await signals()).toEqual([])
  day = '2026-11-21'
  expect(await signals()).toEqual([['engage.request_outcome', api.people.manager, '2026-11-20']])
})

test('what came of it is recorded by whoever asked, and can be taken back', async () => {
  const { body: asked } = await ask({ kind: 'celebration', executiveId: null, cost: '499' })
  expect([asked.state, asked.steps]).toEqual(['approved', []])
  const settle = (role: Role, request: { version: number }, act: string) =>
    api.as(role, 'POST', `/requests/${asked.id}/outcome`, {
      version: request.version,
      act,
      outcome: 'They were moved',
      cost: '520.50',
    })
  expect((await settle('back office', asked, 'succeed')).body.code).toBe('request_not_yours')
  const { body: done } = await settle('manager', asked, 'succeed')
  expect(done).toMatchObject({ state: 'done', outcome: 'They were moved', costInTheEnd: '520.5', outcomeOn: day })
  const { body: again } = await settle('manager', done, 'reopen')
  expect(again).toMatchObject({ state: 'approved', outcome: null, costInTheEnd: null, outcomeOn: null })
})

test('two who decide at once: one is told that somebody was quicker', async () => {
  const { body: asked } = await ask()
  const answers = await Promise.all([decide('head', asked), decide('administrator', asked)])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 412])
})

test('a manager asks for their own accounts, for a day to come, with people who are there', async () => {
  expect((await ask({}, 'manager', foreign)).body.code).toBe('account_not_yours')
  expect((await ask({}, 'reader')).status).toBe(403)
  expect((await ask({ wantedOn: '2026-11-01' })).body.code).toBe('request_day_invalid')
  expect((await ask({ wantedOn: '2026-11-02' })).status).toBe(200)
  expect((await ask({ executiveId: null })).status).toBe(400)
  expect((await ask({ executiveId: api.people.manager })).body.code).toBe('request_executive_unknown')
})

test('the rules are the head’s to change, and hold for what is asked from then on', async () => {
  const { body: before } = await ask({ kind: 'terms', executiveId: null, cost: '9000' })
  expect(before.steps).toHaveLength(1)
  const rules = { freeBelow: '0', executiveFrom: '5000', daysToDecide: 2 }
  expect((await api.as('manager', 'PUT', '/requests/rules', { ...rules, version: 0 })).status).toBe(403)
  expect((await api.as('head', 'PUT', '/requests/rules', { ...rules, version: 0 })).status).toBe(200)
  expect((await api.as('head', 'PUT', '/requests/rules', { ...rules, version: 0 })).status).toBe(412)
  expect((await ask({ kind: 'terms', executiveId: null, cost: '9000' })).body.steps).toHaveLength(2)
  expect((await api.as('reader', 'GET', `/requests/${before.id}`)).body.steps).toHaveLength(1)
  const crossed = await api.as('head', 'PUT', '/requests/rules', { ...rules, freeBelow: '6000', version: 1 })
  expect(crossed.status).toBe(422)
})

test('before asking one sees who must agree, and what the executive has on that day', async () => {
  const { body: first } = await ask({ wantedOn: '2026-11-20' })
  const { body: agreed } = await decide('head', first)
  await decide('executive', agreed)
  const { body } = await api.as(
    'manager',
    'GET',
    `/requests/path?kind=executive&wantedOn=2026-11-20&cost=100&executiveId=${api.people.executive}`,
  )
  expect(body.steps.map((step: { because: string }) => step.because)).toEqual(['always', 'presence'])
  expect(body.executiveDay.visits).toEqual([expect.objectContaining({ time: '10:00', endTime: '12:00' })])
})
