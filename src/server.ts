import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { createAuth } from './platform/auth.server.ts'
import { companyClock } from './platform/business-day.server.ts'
import type { Clock } from './platform/clock.ts'
import { keptSecret } from './platform/data-directory.server.ts'
import { openDatabase } from './platform/database.server.ts'
import { createApi } from './platform/http.server.ts'
import { openApiDocument } from './platform/openapi.server.ts'
import { portalDatabase } from './platform/portal-database.server.ts'
import { readSettings, writeSettings } from './platform/settings.server.ts'
import { singleSignOnFrom } from './platform/single-sign-on.ts'
import { serveWebFiles } from './platform/web-files.server.ts'
import { createPortalDoors } from './portal/doors.use.ts'
import { refusalSentence } from './refusals.ts'
import { keepWarm } from './report/keep-warm.server.ts'
import { readColumns, router, streams } from './router.ts'
import { keepCurrent } from './today/today.server.ts'

export type ServerOptions = {
  databaseUrl: string
  dataDirectory: string
  /** 0 takes any free port. */
  port: number
  /** 127.0.0.1 unless told. */
  host?: string
  /** The address people use, where a proxy stands before us. */
  publicUrl?: string
  clock?: Clock
  log?: (message: string, details?: object) => void
}

export type RunningServer = { url: string; port: number; close: () => Promise<void> }

const webFolder = fileURLToPath(new URL('../dist/web/', import.meta.url))

/** The API and the pages in one listener. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const log = options.log ?? (() => undefined)
  const host = options.host ?? '127.0.0.1'
  const database = openDatabase(options.databaseUrl, {
    max: 20,
    onIdleError: error => log('database connection lost', { error: error.message }),
  })
  // Cookies and links carry the address, so listen first and learn the port.
  let answer: (request: Request, bindings: object) => Response | Promise<Response> = () =>
    new Response('Starting', { status: 503 })
  const listener = serve({
    fetch: (request, bindings) => answer(request, bindings),
    port: options.port,
    hostname: host,
  })
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve)
    listener.once('error', reject)
  }).catch(async error => {
    await database.close()
    throw error
  })
  const { port } = listener.address() as AddressInfo
  const url = options.publicUrl ?? `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`
  const clock = await companyClock(database.db, options.clock)
  await writeSettings(database.db, { address: url })
  const secret = process.env.VITALFEW_SECRET ?? keptSecret(options.dataDirectory)
  const portal = portalDatabase({
    databaseUrl: options.databaseUrl,
    pool: database.pool,
    secret,
    portalUrl: process.env.VITALFEW_PORTAL_DATABASE_URL || undefined,
  })
  // The department works without it; portal people are told.
  await portal.open().catch(error => log('the portal is closed: see docs/operating.md', { error: String(error) }))
  const auth = createAuth({
    portalDoors: createPortalDoors({ db: database.db, clock }),
    databaseUrl: options.databaseUrl,
    secret,
    baseUrl: url,
    singleSignOn: singleSignOnFrom(process.env),
    isDemo: async () => (await readSettings(database.db)).demo,
  })
  let document: Promise<object> | undefined
  const app = createApi({
    db: database.db,
    pool: database.pool,
    auth,
    portalDatabase: portal,
    clock,
    baseUrl: url,
    dataDirectory: options.dataDirectory,
    router,
    streams,
    openApiDocument: () => (document ??= openApiDocument(router)),
    sentence: refusalSentence,
    log,
    secure: url.startsWith('https:'),
    behindProxy: process.env.VITALFEW_BEHIND_PROXY === '1',
  })
  serveWebFiles(app, webFolder)
  answer = (request, bindings) => app.fetch(request, bindings)
  const letCool = keepWarm({ db: database.db, pool: database.pool, clock }, readColumns, log)
  const letRest = keepCurrent({ db: database.db, pool: database.pool, clock }, log)
  return {
    url,
    port,
    close: async () => {
      await new Promise<void>(resolve => {
        listener.close(() => resolve())
        if ('closeAllConnections' in listener) setTimeout(() => listener.closeAllConnections(), 2_000).unref()
      })
      await Promise.all([letCool(), letRest()])
      await Promise.all([auth.close(), portal.close()])
      await database.close()
    },
  }
}
