import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const origin = 'http://vitalfew.test'

function post(path: string, body: object, headers: Record<string, string> = {}) {
  return api.as(null, 'POST', `/auth${path}`, body, { origin, ...headers })
}

async function cookieOf(personId: string): Promise<string> {
  const { headers } = await post('/sign-in/demo', { personId })
  return headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')
}

describe('what the sign-in library could do besides signing in', () => {
  test.each([
    ['POST', '/api-key/create'],
    ['POST', '/api-key/update'],
    ['GET', '/api-key/list'],
    ['POST', '/update-user'],
    ['POST', '/change-email'],
    ['POST', '/delete-user'],
    ['POST', '/sign-up/email'],
    ['POST', '/link-social'],
    ['GET', '/list-accounts'],
  ])('is closed: %s %s', async (method, path) => {
    const cookie = await cookieOf(api.people.reader)
    const body = method === 'GET' ? undefined : { name: 'x', metadata: { role: 'administrator', scope: 'write' } }
    const answer = await api.as(null, method, `/auth${path}`, body, { origin, cookie })
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 404, code: 'not_found' })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a key acts with the role of its service user, whatever it says about itself', async () => {
    const key = await api.keyOf('reader')
    await api.pool.query(`update auth.apikey set metadata = replace(metadata, 'reader', 'administrator')`)
    const { body } = await api.as(null, 'GET', '/session', undefined, { authorization: `Bearer ${key}` })
    expect(body.person.role).toBe('reader')
  })

  test('a key that belongs to a person and not to a service is nobody', async () => {
    const key = await api.keyOf('administrator')
    await api.pool.query(`update auth.apikey set "referenceId" = $1`, [api.people.reader])
    expect((await api.as(null, 'GET', '/session', undefined, { authorization: `Bearer ${key}` })).status).toBe(401)
  })
})

test('an expired key is refused', async () => {
  const { body } = await api.as('administrator', 'POST', '/keys', {
    name: 'Nightly',
    role: 'reader',
    scope: 'read',
    days: 1,
  })
  const headers = { authorization: `Bearer ${body.key}` }
  expect((await api.as(null, 'GET', '/session', undefined, headers)).status).toBe(200)
  await api.pool.query(`update auth.apikey set "expiresAt" = now() - interval '1 second' where id = $1`, [body.id])
  expect((await api.as(null, 'GET', '/session', undefined, headers)).status).toBe(401)
})

test('a refused sign-in is a problem document', async () => {
  const { status, body, headers } = await post('/sign-in/email', {
    email: 'nobody@vitalfew.test',
    password: 'whatever it is',
  })
  expect(status).toBe(401)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ status: 401, code: 'sign_in_failed', title: 'sign in failed' })
})

test('a disabled person gets no session', async () => {
  const { body: invited } = await api.as('administrator', 'POST', '/people', {
    name: 'Gao',
    email: 'gao@example.com',
    role: 'manager',
  })
  const password = 'correct horse battery'
  const secret = invited.link.split('#')[1]
  await api.as(null, 'POST', '/people/accept', { secret, name: 'Gao', email: 'gao@example.com', password })
  expect((await post('/sign-in/email', { email: 'gao@example.com', password })).status).toBe(200)
  await api.as('administrator', 'PATCH', `/people/${invited.id}`, { disabled: true })
  expect((await post('/sign-in/email', { email: 'gao@example.com', password })).status).toBe(403)
  const { rows } = await api.pool.query('select 1 from auth.session where "userId" = $1', [invited.id])
  expect(rows).toHaveLength(0)
})

describe('a write with our cookie', () => {
  const write = (headers: Record<string, string>, body: string) =>
    api.fetch('administrator', '/settings', { method: 'PATCH', headers, body })
  const json = { 'content-type': 'application/json' }

  test('is refused when the browser says that another site sends it', async () => {
    const refused = await write({ ...json, 'sec-fetch-site': 'cross-site' }, '{"companyName":"Stolen"}')
    expect(refused.status).toBe(403)
    expect((await write({ ...json, 'sec-fetch-site': 'same-origin' }, '{"companyName":"Own"}')).status).toBe(200)
  })

  test.each([
    ['application/x-www-form-urlencoded', 'companyName=Stolen'],
    ['text/plain', '{"companyName":"Stolen"}'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="companyName"\r\n\r\nStolen\r\n--x--\r\n',
    ],
  ])('is refused as a form without an origin (%s)', async (type, body) => {
    const refused = await api.fetch('administrator', '/people', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect({ status: refused.status, code: (await refused.json()).code }).toEqual({
      status: 403,
      code: 'form_not_allowed',
    })
  })
})

test('cookies of a session cannot be read by scripts nor sent by another site', async () => {
  const { headers } = await post('/sign-in/demo', { personId: api.people.reader })
  const cookie = headers.getSetCookie().find(text => text.startsWith('vitalfew.session_token'))
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
})
