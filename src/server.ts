import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { contract } from './contract.ts'
import { createAuth } from './platform/auth.server.ts'
import type { Clock } from './platform/clock.ts'
import { openDatabase } from './platform/database.server.ts'
import { createApi } from './platform/http.server.ts'
import { openApiDocument } from './platform/openapi.server.ts'
import { readSettings } from './platform/settings.server.ts'
import { singleSignOnFrom } from './platform/single-sign-on.ts'
import { serveWebFiles } from './platform/web-files.server.ts'
import { refusalSentence } from './refusals.ts'
import { router, streams } from './router.ts'

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
  const database = openDatabase(options.databaseUrl, { max: 20, onIdleError: error => log('database connection lost', { error: error.message }) })
  // Cookies and links carry the address, so listen first and learn the port.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response('Starting', { status: 503 })
  const listener = serve({ fetch: request => answer(request), port: options.port, hostname: host })
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve)
    listener.once('error', reject)
  }).catch(async error => {
    await database.close()
    throw error
  })
  const { port } = listener.address() as AddressInfo
  const url = options.publicUrl ?? `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`
  const auth = createAuth({
    databaseUrl: options.databaseUrl,
    secret: await secretOf(options.dataDirectory),
    baseUrl: url,
    singleSignOn: singleSignOnFrom(process.env),
    isDemo: async () => (await readSettings(database.db)).demo,
  })
  let document: Promise<object> | undefined
  const app = createApi({
    db: database.db,
    pool: database.pool,
    auth,
    clock: options.clock ?? { now: () => new Date() },
    baseUrl: url,
    dataDirectory: options.dataDirectory,
    router,
    streams,
    openApiDocument: () => (document ??= openApiDocument(contract)),
    sentence: refusalSentence,
    log,
    secure: url.startsWith('https:'),
  })
  serveWebFiles(app, webFolder)
  answer = request => app.fetch(request)
  return {
    url,
    port,
    close: async () => {
      await new Promise<void>(resolve => {
        listener.close(() => resolve())
        if ('closeAllConnections' in listener) setTimeout(() => listener.closeAllConnections(), 2_000).unref()
      })
      await Promise.all([auth.close(), database.close()])
    },
  }
}

/** What signs the cookies: made once, kept in the data directory where only its owner reads. */
async function secretOf(dataDirectory: string): Promise<string> {
  if (process.env.VITALFEW_SECRET) return process.env.VITALFEW_SECRET
  const file = join(dataDirectory, 'secret')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(error => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
