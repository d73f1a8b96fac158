import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { type RunningServer, startServer } from '../server.ts'
import { createPerson } from './people.use.ts'

type Profile = { sub: string; email: string; email_verified?: boolean; name: string }

let database: TestDatabase
let provider: Server
let server: RunningServer
/** Whom the provider's own page signs in next. */
let visitor: Profile
const kept: Record<string, string | undefined> = {}

/** A small OpenID provider: discovery, authorize, token with a signed id token, keys, userinfo. */
async function startProvider(): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  const nonces = new Map<string, string | null>()
  provider = createServer(async (request, response) => {
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
    const url = new URL(request.url!, issuer)
    const json = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys') return json({ keys: [jwk] })
    if (url.pathname === '/userinfo') return json(visitor)
    if (url.pathname === '/authorize') {
      const code = `code-${nonces.size}`
      nonces.set(code, url.searchParams.get('nonce'))
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state')!)
      return response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    for await (const piece of request) body += piece
    const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
    const now = Math.floor(Date.now() / 1000)
    const claims = { ...visitor, iss: issuer, aud: 'vitalfew', iat: now, exp: now + 300, ...(nonce ? { nonce } : {}) }
    const signed = [{ alg: 'RS256', kid: 'one' }, claims]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')
    const idToken = `${signed}.${signature}`
    json({ access_token: 'an access token', token_type: 'Bearer', id_token: idToken, expires_in: 300 })
  })
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
}

beforeAll(async () => {
  database = await createTestDatabase()
  const issuer = await startProvider()
  const told = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'vitalfew', OIDC_CLIENT_SECRET: 'a secret', OIDC_LABEL: 'Acme' }
  for (const [name, value] of Object.entries(told)) {
    kept[name] = process.env[name]
    process.env[name] = value
  }
  process.env.VITALFEW_SECRET ??= 'a secret that only tests know, 32+ characters'
  server = await startServer({ databaseUrl: database.url, dataDirectory: '/nonexistent', port: 0 })
  await createPerson(database.db, { name: 'Lin Yue', email: 'lin.yue@acme.example', role: 'head' })
})
afterAll(async () => {
  for (const [name, value] of Object.entries(kept)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  await server.close()
  await new Promise(resolve => provider.close(resolve))
  await database.close()
})

const cookiesOf = (response: Response) => response.headers.getSetCookie().map(text => text.split(';')[0]!)

/** What a browser does after a click on the button: there, to the provider, and back. */
async function signInAtCompany(profile: Profile): Promise<{ cookie: string; landed: string }> {
  visitor = profile
  const begun = await fetch(`${server.url}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ provider: 'company', callbackURL: '/', errorCallbackURL: '/sign-in' }),
  })
  expect(begun.status).toBe(200)
  const { url } = (await begun.json()) as { url: string }
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')
  const there = await fetch(url, { redirect: 'manual' })
  const back = await fetch(there.headers.get('location')!, {
    redirect: 'manual',
    headers: { cookie: cookiesOf(begun).join('; ') },
  })
  return { cookie: cookiesOf(back).join('; '), landed: back.headers.get('location') ?? '' }
}

async function personOf(cookie: string) {
  const response = await fetch(`${server.url}/api/session`, { headers: { cookie } })
  return response.ok ? ((await response.json()) as { person: { name: string; role: string } }).person : null
}

test('the sign-in page shows the company’s own button', async () => {
  const facts = await (await fetch(`${server.url}/api/sign-in`)).json()
  expect(facts).toMatchObject({ singleSignOn: 'Acme' })
})

test('an invited person gets in, also from a provider that says nothing of verified addresses', async () => {
  for (const verified of [{ email_verified: true }, {}]) {
    const { cookie } = await signInAtCompany({
      sub: 'u1',
      email: 'Lin.Yue@acme.example',
      name: 'Lin Yue',
      ...verified,
    })
    expect(await personOf(cookie)).toMatchObject({ name: 'Lin Yue', role: 'head' })
  }
})

test('a stranger does not, and lands on the sign-in page', async () => {
  const { cookie, landed } = await signInAtCompany({
    sub: 'u2',
    email: 'stranger@acme.example',
    email_verified: true,
    name: 'Stranger',
  })
  expect(await personOf(cookie)).toBeNull()
  expect(landed).toContain('/sign-in?error=')
  const { rows } = await database.pool.query(`select 1 from auth."user" where email = 'stranger@acme.example'`)
  expect(rows).toHaveLength(0)
})

test('a person who was disabled does not', async () => {
  const id = await createPerson(database.db, { name: 'Gao', email: 'gao@acme.example', role: 'manager' })
  await database.pool.query('update auth."user" set disabled = true where id = $1', [id])
  const { cookie } = await signInAtCompany({ sub: 'u3', email: 'gao@acme.example', email_verified: true, name: 'Gao' })
  expect(await personOf(cookie)).toBeNull()
})

test('an address that the provider calls unverified opens nobody’s account', async () => {
  await createPerson(database.db, { name: 'Wei', email: 'wei@acme.example', role: 'administrator' })
  const { cookie } = await signInAtCompany({ sub: 'u4', email: 'wei@acme.example', email_verified: false, name: 'Wei' })
  expect(await personOf(cookie)).toBeNull()
})
