import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { makeSignInLink } from './doors.use.ts'
import { cookieOf, knock, portalPerson, secretOf, withCookie } from './portal.fixture.ts'

let api: TestApi
let now = new Date('2026-11-02T08:00:00Z')
let account: number

beforeEach(async () => {
  now = new Date('2026-11-02T08:00:00Z')
  api = await startTestApi({ clock: { now: () => now } })
  account = (await api.as('head', 'POST', '/accounts', { code: 'A', name: 'Alpha Trading' })).body.id
})
afterEach(() => api.close())

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const invite = (email = 'wu@alpha.example', right = 'buyer') =>
  api.as('head', 'POST', `/accounts/${account}/portal/invitations`, { name: 'Wu Min', email, right, language: 'en' })
const accept = (link: string, password: string | null = null) =>
  knock(api, '/portal/accept', { secret: secretOf(link), name: 'Wu Min', password })

describe('an invitation', () => {
  test('lets somebody in once, for their account', async () => {
    const { body } = await invite()
    expect((await api.as(null, 'POST', '/portal/invitation', { secret: secretOf(body.link) })).body).toMatchObject({
      email: 'wu@alpha.example',
      account: 'Alpha Trading',
    })
    const accepted = await accept(body.link)
    const session = await withCookie(api, cookieOf(accepted))('GET', '/portal/session')
    expect(session.body).toMatchObject({
      person: { name: 'Wu Min', right: 'buyer' },
      accounts: [{ code: 'A', name: 'Alpha Trading' }],
    })
    expect((await accept(body.link)).body.code).toBe('link_invalid')
  })

  test('is good for 72 hours and not a minute longer', async () => {
    const { body } = await invite()
    later(72 * 60 - 1)
    expect((await api.as(null, 'POST', '/portal/invitation', { secret: secretOf(body.link) })).status).toBe(200)
    later(1)
    expect((await accept(body.link)).body.code).toBe('link_invalid')
  })

  test('with one letter changed opens nothing, in the selector or in the secret', async () => {
    const secret = secretOf((await invite()).body.link)
    const turned = (at: number) => `${secret.slice(0, at)}${secret[at] === 'A' ? 'B' : 'A'}${secret.slice(at + 1)}`
    for (const wrong of [turned(0), turned(20), secret.slice(0, -1), `${secret}A`, ''])
      expect((await knock(api, '/portal/accept', { secret: wrong, name: 'Wu', password: null })).body.code).toBe(
        'link_invalid',
      )
  })

  test('renewed ends the older link; withdrawn ends it altogether', async () => {
    const first = (await invite()).body
    const second = (await api.as('head', 'POST', `/portal-invitations/${first.id}/link`)).body
    expect((await accept(first.link)).body.code).toBe('link_invalid')
    await api.as('head', 'DELETE', `/portal-invitations/${first.id}`)
    expect((await accept(second.link)).body.code).toBe('link_invalid')
  })

  test('of two at the same moment one comes in', async () => {
    const { body } = await invite()
    const answers = await Promise.all([accept(body.link), accept(body.link)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422])
    expect((await api.pool.query('select 1 from portal.member')).rowCount).toBe(1)
  })

  test('is refused for an address of the department, of another account, or one invited already', async () => {
    expect((await invite('head@vitalfew.test')).body.code).toBe('portal_person_elsewhere')
    await invite()
    expect((await invite('WU@alpha.example')).body.code).toBe('portal_invitation_known')
    const other = (await api.as('head', 'POST', '/accounts', { code: 'B', name: 'Beta' })).body.id
    await portalPerson(api, other, { name: 'Sun Li', right: 'staff' })
    expect((await invite('sun.li@dealer.example')).body.code).toBe('portal_person_elsewhere')
  })

  test('is the owner’s to give, not another manager’s', async () => {
    const draft = { name: 'Wu Min', email: 'wu@alpha.example', right: 'staff', language: 'en' }
    const path = `/accounts/${account}/portal/invitations`
    expect((await api.as('manager', 'POST', path, draft)).body.code).toBe('account_not_yours')
    await api.as('head', 'POST', '/accounts/owner', { accounts: [account], ownerId: api.people.manager })
    expect((await api.as('manager', 'POST', path, draft)).status).toBe(200)
  })
})

describe('a person of an account', () => {
  test('signs in with the password they chose', async () => {
    await accept((await invite()).body.link, 'correct horse battery')
    const signedIn = await knock(api, '/sign-in/email', {
      email: 'wu@alpha.example',
      password: 'correct horse battery',
    })
    expect((await withCookie(api, cookieOf(signedIn))('GET', '/portal/session')).status).toBe(200)
    const wrong = await knock(api, '/sign-in/email', { email: 'wu@alpha.example', password: 'correct horse batterz' })
    expect(wrong.status).toBe(401)
  })

  test('needs ten characters for a password', async () => {
    const { link } = (await invite()).body
    expect((await accept(link, 'nine char')).body.code).toBe('password_short')
    expect((await accept(link, 'ten charac')).status).toBe(200)
  })

  test('is signed out everywhere once their access is ended, and comes back by it being given back', async () => {
    const wu = await portalPerson(api, account, { name: 'Wu Min', right: 'buyer', password: 'correct horse battery' })
    const [{ id, version }] = (await api.as('head', 'GET', `/accounts/${account}/portal`)).body.people
    const ended = await api.as('head', 'PATCH', `/portal-people/${id}`, { version, disabled: true })
    expect(ended.body.disabled).toBe(true)
    expect((await wu.as('GET', '/portal/session')).status).toBe(401)
    const credentials = { email: wu.email, password: 'correct horse battery' }
    expect((await knock(api, '/sign-in/email', credentials)).status).toBe(403)
    await api.as('head', 'PATCH', `/portal-people/${id}`, { version: version + 1, disabled: false })
    expect((await knock(api, '/sign-in/email', credentials)).status).toBe(200)
  })

  test('is nobody to the department: neither its operations nor its files open', async () => {
    const wu = await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
    for (const path of ['/session', '/accounts', `/accounts/${account}`, '/people', '/changes'])
      expect((await wu.as('GET', path)).body.code).toBe('not_allowed')
    for (const path of ['/accounts/export', `/accounts/${account}/people.csv`, `/accounts/${account}/brief.pdf`])
      expect((await wu.as('GET', path)).status).toBe(401)
    expect(
      (await api.as('head', 'GET', '/people')).body.items.map((each: { name: string }) => each.name),
    ).not.toContain('Wu Min')
  })

  test('has no key to the portal of the department’s people, nor they to theirs', async () => {
    expect((await api.as('administrator', 'GET', '/portal/session')).body.code).toBe('not_allowed')
    expect((await api.as(null, 'GET', '/portal/session')).status).toBe(401)
  })
})

describe('a link that signs in', () => {
  const open = (secret: string) => knock(api, '/portal/open', { secret })
  const userId = async () => (await api.pool.query('select user_id from portal.member')).rows[0].user_id

  test('works once, for fifteen minutes', async () => {
    await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
    const [{ id }] = (await api.as('head', 'GET', `/accounts/${account}/portal`)).body.people
    const given = await api.as('head', 'POST', `/portal-people/${id}/link`)
    expect(given.headers.get('cache-control')).toBe('no-store')
    later(14)
    expect((await open(secretOf(given.body.link))).status).toBe(200)
    expect((await open(secretOf(given.body.link))).body.code).toBe('link_invalid')
    const second = (await api.as('head', 'POST', `/portal-people/${id}/link`)).body
    later(15)
    expect((await open(secretOf(second.link))).body.code).toBe('link_invalid')
  })

  test('made anew ends the older one', async () => {
    await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
    const first = await makeSignInLink(api.db, await userId(), now)
    const second = await makeSignInLink(api.db, await userId(), now)
    expect((await open(first)).body.code).toBe('link_invalid')
    expect((await open(second)).status).toBe(200)
  })

  test('does not go around a second factor', async () => {
    await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
    const link = await makeSignInLink(api.db, await userId(), now)
    await api.pool.query('update auth."user" set "twoFactorEnabled" = true where id = $1', [await userId()])
    expect((await open(link)).body.code).toBe('link_invalid')
    const [{ id }] = (await api.as('head', 'GET', `/accounts/${account}/portal`)).body.people
    expect((await api.as('head', 'POST', `/portal-people/${id}/link`)).body.code).toBe('portal_second_factor')
  })

  test('asked for says the same of every address, and five times a minute', async () => {
    await portalPerson(api, account, { name: 'Wu Min', right: 'buyer' })
    const known = await knock(api, '/portal/link', { email: 'wu.min@dealer.example' })
    const unknown = await knock(api, '/portal/link', { email: 'nobody@dealer.example' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const rest = []
    for (let i = 0; i < 4; i++) rest.push((await knock(api, '/portal/link', { email: `n${i}@dealer.example` })).status)
    expect(rest).toEqual([200, 200, 200, 429])
  })
})
