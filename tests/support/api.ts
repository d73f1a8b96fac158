import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAuth } from '../../src/platform/auth.server.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { createApi } from '../../src/platform/http.server.ts'
import { createKey } from '../../src/platform/keys.use.ts'
import { createPerson } from '../../src/platform/people.use.ts'
import { ownRole, type PortalDatabase, portalDatabase, readyRole } from '../../src/platform/portal-database.server.ts'
import { operator, type Role, roles } from '../../src/platform/roles.ts'
import { writeSettings } from '../../src/platform/settings.server.ts'
import { createPortalDoors } from '../../src/portal/doors.use.ts'
import { refusalSentence } from '../../src/refusals.ts'
import { router, streams } from '../../src/router.ts'
import { createTestDatabase, dropRole, type TestDatabase } from './database.ts'

export type Answer = { status: number; body: any; headers: Headers }

export type TestApi = TestDatabase & {
  dataDirectory: string
  /** The portal's own way into the database. */
  portalDatabase: PortalDatabase
  /** How the portal's role connects. */
  portalUrl: () => Promise<string>
  /** Ids of one person per role. */
  people: Record<Role, string>
  /** Sends as the person of that role (session cookie); null is nobody. */
  as: (
    role: Role | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  /** The raw answer, for streams. */
  fetch: (role: Role | null, path: string, init?: RequestInit) => Promise<Response>
  /** The failures that reached the log: a test that expects none may look. */
  failures: object[]
  keyOf: (role: Role, scope?: 'read' | 'write') => Promise<string>
}

export const testDay = '2026-11-02'

/** The whole API on a fresh database, with one person in every role. */
export async function startTestApi(options: { clock?: Clock } = {}): Promise<TestApi> {
  const database = await createTestDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'vitalfew-test-'))
  const baseUrl = 'http://vitalfew.test'
  const secret = 'a secret that only tests know, 32+ characters'
  const portalOptions = {
    databaseUrl: database.url,
    pool: database.pool,
    secret,
    portalUrl: process.env.VITALFEW_PORTAL_DATABASE_URL,
    max: 4,
  }
  const portal = portalDatabase(portalOptions)
  const clock = options.clock ?? { now: () => new Date(`${testDay}T08:00:00Z`) }
  const auth = createAuth({
    portalDoors: createPortalDoors({ db: database.db, clock }),
    databaseUrl: database.url,
    secret,
    baseUrl,
    isDemo: async () => true,
  })
  const failures: object[] = []
  const app = createApi({
    db: database.db,
    pool: database.pool,
    auth,
    portalDatabase: portal,
    clock,
    baseUrl,
    dataDirectory,
    router,
    streams,
    openApiDocument: async () => ({}),
    sentence: refusalSentence,
    log: (message, details) => failures.push({ message, ...details }),
    secure: false,
    behindProxy: false,
  })
  await writeSettings(database.db, { demo: true })
  const people = {} as Record<Role, string>
  for (const role of roles) {
    people[role] = await createPerson(database.db, {
      name: `The ${role}`,
      email: `${role.replaceAll(' ', '.')}@vitalfew.test`,
      role,
    })
  }
  const cookies = new Map<Role, string>()
  const cookieOf = async (role: Role): Promise<string> => {
    const known = cookies.get(role)
    if (known) return known
    const response = await app.request(`${baseUrl}/api/auth/sign-in/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: baseUrl, host: 'vitalfew.test' },
      body: JSON.stringify({ personId: people[role] }),
    })
    if (!response.ok) throw new Error(`sign-in failed: ${response.status} ${await response.text()}`)
    const cookie = response.headers
      .getSetCookie()
      .map(text => text.split(';')[0])
      .join('; ')
    cookies.set(role, cookie)
    return cookie
  }
  const fetchAs = async (role: Role | null, path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('host', 'vitalfew.test')
    if (role) headers.set('cookie', await cookieOf(role))
    return app.request(`${baseUrl}/api${path}`, { ...init, headers })
  }
  return {
    ...database,
    dataDirectory,
    portalDatabase: portal,
    portalUrl: () => readyRole(portalOptions),
    people,
    failures,
    fetch: fetchAs,
    as: async (role, method, path, body, headers = {}) => {
      const response = await fetchAs(role, path, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json')
      return {
        status: response.status,
        body: isJson && text !== '' ? JSON.parse(text) : text,
        headers: response.headers,
      }
    },
    keyOf: async (role, scope = 'write') =>
      (await createKey(database.db, auth, operator(), { name: `${role} key`, role, scope, days: null })).key,
    close: async () => {
      const role = await ownRole(database.pool)
      await Promise.all([auth.close(), portal.close()])
      await database.close()
      await dropRole(role)
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
