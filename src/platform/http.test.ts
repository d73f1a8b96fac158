import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

test('a refusal is a problem document in the language that was asked for', async () => {
  const { status, body, headers } = await api.as('reader', 'PATCH', '/settings', {}, { 'accept-language': 'zh-CN' })
  expect(status).toBe(403)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ code: 'not_allowed', status: 403, detail: '您的角色没有此操作权限，请联系部门负责人。' })
})

test('input that does not fit is named field by field', async () => {
  const { status, body } = await api.as('administrator', 'PATCH', '/settings', { fiscalYearStartMonth: 13 })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'input_invalid', issues: [{ path: 'fiscalYearStartMonth' }] })
})

test('an unknown address of the API is 404, not a page', async () => {
  const { status, body } = await api.as('reader', 'GET', '/nothing/here')
  expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' })
})

test('a page of another site cannot write with our cookie', async () => {
  const foreign = await api.as(
    'administrator',
    'PATCH',
    '/settings',
    { companyName: 'Stolen' },
    { origin: 'https://evil.test' },
  )
  expect({ status: foreign.status, code: foreign.body.code }).toEqual({ status: 403, code: 'origin_not_allowed' })
  const own = await api.as(
    'administrator',
    'PATCH',
    '/settings',
    { companyName: 'Own' },
    { origin: 'http://vitalfew.test' },
  )
  expect(own.body.companyName).toBe('Own')
})

test('the same write under the same key is done once, another one under it is refused', async () => {
  const headers = { 'idempotency-key': 'k-1' }
  const account = { code: 'C1', name: 'Lin Networks' }
  const first = await api.as('administrator', 'POST', '/accounts', account, headers)
  expect(first.status).toBe(200)
  const second = await api.as('administrator', 'POST', '/accounts', account, headers)
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  const other = await api.as('administrator', 'POST', '/accounts', { ...account, name: 'Other' }, headers)
  expect({ status: other.status, code: other.body.code }).toEqual({ status: 409, code: 'idempotency_key_reused' })
  const byAnother = await api.as('head', 'POST', '/accounts', { code: 'C2', name: 'Gao Networks' }, headers)
  expect(byAnother.status).toBe(200)
  const { rows } = await api.pool.query(
    `select 1 from platform.change where room = 'accounts' and operation = 'create'`,
  )
  expect(rows).toHaveLength(2)
})

test('a list that did not change is answered with 304', async () => {
  const first = await api.as('reader', 'GET', '/settings')
  const etag = first.headers.get('etag')
  expect(etag).toBeTruthy()
  expect((await api.as('reader', 'GET', '/settings', undefined, { 'if-none-match': etag! })).status).toBe(304)
})

test('every answer carries the security headers, with a fresh nonce', async () => {
  const [one, two] = await Promise.all([api.as('reader', 'GET', '/session'), api.as('reader', 'GET', '/session')])
  expect(one.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(one.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(one.headers.get('content-security-policy')).not.toBe(two.headers.get('content-security-policy'))
  expect(one.headers.get('x-content-type-options')).toBe('nosniff')
})

test('guessing passwords is slowed down after ten tries', async () => {
  const tries: number[] = []
  for (let i = 0; i < 12; i++) {
    const response = await api.fetch(null, '/auth/sign-in/email', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'http://vitalfew.test',
        'x-vitalfew-client': `10.0.0.${i}`,
      },
      body: JSON.stringify({ email: 'head@vitalfew.test', password: `guess number ${i}` }),
    })
    tries.push(response.status)
  }
  expect(tries.slice(0, 10)).not.toContain(429)
  expect(tries.slice(10)).toEqual([429, 429])
})

test('a body beyond the limit is refused before it is read', async () => {
  const { status, body } = await api.as('administrator', 'PATCH', '/settings', {
    companyName: 'x'.repeat(17 * 1024 * 1024),
  })
  expect({ status, code: body.code }).toEqual({ status: 413, code: 'request_too_large' })
})

test('a HEAD is answered like its GET, without a body', async () => {
  const head = await api.fetch('reader', '/settings', { method: 'HEAD' })
  const get = await api.fetch('reader', '/settings')
  expect(head.status).toBe(200)
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  expect(await head.text()).toBe('')
})

test('a text that PostgreSQL cannot keep is named, in a query and in a body', async () => {
  const read = await api.as('reader', 'GET', '/changes?subject=%00')
  expect({ status: read.status, code: read.body.code }).toEqual({ status: 400, code: 'input_invalid' })
  const written = await api.as('administrator', 'PATCH', '/settings', { companyName: 'a\u0000b' })
  expect({ status: written.status, code: written.body.code }).toEqual({ status: 400, code: 'input_invalid' })
})

test('half a character and days before the first year are refused as input, wherever they stand', async () => {
  const account = await api.as('head', 'POST', '/accounts', { code: 'H', name: 'Half' })
  const answers = [
    await api.as('head', 'POST', `/accounts/${account.body.id}/notes`, { text: 'a\ud800b' }),
    await api.as('head', 'GET', '/vital-few?from=0000-01-01'),
    await api.as('head', 'GET', '/promises?cursor=2026-13-45|1'),
  ]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [400, 'input_invalid']))
  expect(api.failures).toEqual([])
})

test('a secret that was answered under an Idempotency-Key is kept nowhere, and not made twice', async () => {
  const headers = { 'idempotency-key': 'k-secret' }
  const wanted = { name: 'ERP', role: 'reader', scope: 'read', days: 30 }
  const first = await api.as('administrator', 'POST', '/keys', wanted, headers)
  expect(first.body.key).toMatch(/^vf_/)
  const { rows } = await api.pool.query(`select answer::text from platform.idempotent_answer where key = 'k-secret'`)
  expect(rows[0].answer).not.toContain(first.body.key)
  const again = await api.as('administrator', 'POST', '/keys', wanted, headers)
  expect({ status: again.status, code: again.body.code }).toEqual({ status: 409, code: 'answer_given_once' })
  const { body } = await api.as('administrator', 'GET', '/keys')
  expect(body.items).toHaveLength(1)
})
