import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.close())

const origin = 'http://vitalfew.test'
const password = 'correct horse battery'

function post(path: string, body: object, cookie = '') {
  return api.fetch(null, `/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(body),
  })
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')

test('with a second factor the password alone opens nothing, and a wrong code neither', async () => {
  const { body } = await api.as('administrator', 'POST', '/people', {
    name: 'Zhou',
    email: 'zhou@example.com',
    role: 'head',
  })
  const secret = body.link.split('#')[1]
  await api.as(null, 'POST', '/people/accept', { secret, name: 'Zhou', email: 'zhou@example.com', password })
  const cookie = cookiesOf(await post('/sign-in/email', { email: 'zhou@example.com', password }))
  const enabled = (await (await post('/two-factor/enable', { password }, cookie)).json()) as { totpURI: string }
  const shared = new URL(enabled.totpURI).searchParams.get('secret')!
  const seed = Buffer.from(decodeBase32(shared)).toString()
  const code = () => createOTP(seed).totp()
  expect((await post('/two-factor/verify-totp', { code: await code() }, cookie)).status).toBe(200)

  const half = await post('/sign-in/email', { email: 'zhou@example.com', password })
  expect(await half.json()).toMatchObject({ twoFactorRedirect: true })
  const halfCookie = cookiesOf(half)
  expect((await api.fetch(null, '/session', { headers: { cookie: halfCookie } })).status).toBe(401)
  const wrong = (await code()) === '000000' ? '111111' : '000000'
  expect((await post('/two-factor/verify-totp', { code: wrong }, halfCookie)).status).toBe(401)
  const whole = await post('/two-factor/verify-totp', { code: await code() }, halfCookie)
  const session = await api.fetch(null, '/session', { headers: { cookie: cookiesOf(whole) } })
  expect(await session.json()).toMatchObject({ person: { name: 'Zhou', twoFactor: true } })
})

function decodeBase32(text: string): number[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/=+$/, '')]
    .map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2))
}
