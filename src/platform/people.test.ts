import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { firstAdministratorLink } from './people.use.ts'
import { writeSettings } from './settings.server.ts'

let api: TestApi
let now = new Date('2026-11-02T08:00:00Z')
beforeEach(async () => {
  now = new Date('2026-11-02T08:00:00Z')
  api = await startTestApi({ clock: { now: () => now } })
})
afterEach(async () => {
  await api.close()
})

const secretOf = (link: string) => link.split('#')[1]!
const password = 'correct horse battery'

async function signIn(email: string, withPassword: string) {
  const response = await api.fetch(null, '/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://vitalfew.test' },
    body: JSON.stringify({ email, password: withPassword }),
  })
  return {
    status: response.status,
    cookie: response.headers
      .getSetCookie()
      .map(text => text.split(';')[0])
      .join('; '),
  }
}

describe('an invited person', () => {
  test('sets a password by a link that works once, and signs in with it', async () => {
    const { body: invited } = await api.as('administrator', 'POST', '/people', {
      name: 'Chen Mei',
      email: 'Chen.Mei@example.com',
      role: 'manager',
    })
    const secret = secretOf(invited.link)
    expect((await api.as(null, 'GET', `/people/link?secret=${secret}`)).body).toMatchObject({
      purpose: 'invitation',
      name: 'Chen Mei',
    })
    const accept = { secret, name: 'Chen Mei', email: 'chen.mei@example.com', password }
    expect((await api.as(null, 'POST', '/people/accept', { ...accept, password: 'short' })).body.code).toBe(
      'password_short',
    )
    expect((await api.as(null, 'POST', '/people/accept', accept)).status).toBe(200)
    expect((await api.as(null, 'POST', '/people/accept', accept)).body.code).toBe('link_invalid')
    const { status, cookie } = await signIn('chen.mei@example.com', password)
    expect(status).toBe(200)
    const session = await api.fetch(null, '/session', { headers: { cookie } })
    expect(await session.json()).toMatchObject({ person: { name: 'Chen Mei', role: 'manager' } })
    expect((await signIn('chen.mei@example.com', 'another password')).status).toBe(401)
  })

  test('cannot use the link after three days', async () => {
    const { body } = await api.as('administrator', 'POST', '/people', {
      name: 'Wu',
      email: 'wu@example.com',
      role: 'reader',
    })
    now = new Date('2026-11-05T08:00:01Z')
    const accept = { secret: secretOf(body.link), name: 'Wu', email: 'wu@example.com', password }
    expect((await api.as(null, 'POST', '/people/accept', accept)).body.code).toBe('link_invalid')
  })

  test('is refused when the address belongs to somebody', async () => {
    const again = { name: 'Head', email: 'HEAD@vitalfew.test', role: 'reader' }
    const { status, body } = await api.as('administrator', 'POST', '/people', again)
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'email_taken' })
  })
})

test('a disabled person is out at once and the others stay in', async () => {
  expect((await api.as('reader', 'GET', '/people')).status).toBe(200)
  await api.as('administrator', 'PATCH', `/people/${api.people.reader}`, { disabled: true })
  expect((await api.as('reader', 'GET', '/people')).status).toBe(401)
  expect((await api.as('manager', 'GET', '/people')).status).toBe(200)
})

test('the last administrator stays administrator', async () => {
  const id = api.people.administrator
  expect((await api.as('administrator', 'PATCH', `/people/${id}`, { role: 'reader' })).body.code).toBe(
    'last_administrator',
  )
  expect((await api.as('administrator', 'PATCH', `/people/${id}`, { disabled: true })).body.code).toBe(
    'last_administrator',
  )
  await api.as('administrator', 'PATCH', `/people/${api.people.head}`, { role: 'administrator' })
  expect((await api.as('administrator', 'PATCH', `/people/${id}`, { role: 'reader' })).status).toBe(200)
})

test('a company with an administrator has no link for a first one', async () => {
  expect(await firstAdministratorLink(api.db, 'http://vitalfew.test', now)).toBeNull()
})

test('what people change about people is in the trail', async () => {
  await api.as('administrator', 'PATCH', `/people/${api.people.manager}`, { role: 'head' })
  const { body } = await api.as('head', 'GET', '/changes?subject=person')
  expect(body.items[0]).toMatchObject({
    actor: 'The administrator',
    operation: 'change',
    before: { role: 'manager' },
    after: { role: 'head' },
  })
})

describe('an API key', () => {
  test('acts with its role until it is revoked', async () => {
    const { body } = await api.as('administrator', 'POST', '/keys', {
      name: 'ERP',
      role: 'back office',
      scope: 'write',
      days: 30,
    })
    const headers = { authorization: `Bearer ${body.key}` }
    expect((await api.as(null, 'GET', '/session', undefined, headers)).body.person.role).toBe('back office')
    const { body: listed } = await api.as('administrator', 'GET', '/keys')
    expect(listed.items).toMatchObject([{ id: body.id, name: 'ERP', role: 'back office', scope: 'write' }])
    expect(JSON.stringify(listed)).not.toContain(body.key)
    await api.as('administrator', 'DELETE', `/keys/${body.id}`)
    expect((await api.as(null, 'GET', '/session', undefined, headers)).status).toBe(401)
  })

  test('is not kept as it is', async () => {
    const key = await api.keyOf('reader')
    const { rows } = await api.pool.query('select key from auth.apikey')
    expect(rows[0].key).not.toBe(key)
    expect(rows[0].key.length).toBeGreaterThan(20)
  })
})

test('a real company has no one-click sign-in and names nobody on its sign-in page', async () => {
  await writeSettings(api.db, { demo: false })
  expect((await api.as(null, 'GET', '/sign-in')).body).toMatchObject({ demo: false, people: [] })
})
