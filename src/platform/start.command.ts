import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { destination, pino } from 'pino'
import type { Command, CommandContext } from './command.server.ts'
import { openDataDirectory } from './data-directory.server.ts'
import { type Database, openDatabase } from './database.server.ts'
import { clearHalfDemo, decideCompany, loadWhole } from './first-start.server.ts'
import { migrate } from './migrations.server.ts'
import { firstAdministratorLink } from './people.use.ts'
import { Refusal } from './refusal.ts'
import { onStopSignal } from './stop-signal.server.ts'
import { keepRunning } from './supervise.server.ts'
import { version } from './version.server.ts'
import { buildWeb } from './web-build.server.ts'

const defaultPort = 4780

/** What the rooms above the platform give to the start. */
export type StartParts = {
  startServer: (options: {
    databaseUrl: string
    dataDirectory: string
    port: number
    host: string
    publicUrl?: string
    log: (message: string, details?: object) => void
  }) => Promise<{ url: string; close: () => Promise<void> }>
  worker: URL
  /** Whether rooms hold business data; the platform's own tables are looked at here. */
  holdsBusiness: (database: Database) => Promise<boolean>
  loadDemo: (database: Database, dataDirectory: string) => Promise<void>
}

export const startCommand = (parts: StartParts): Command => ({
  name: 'start',
  summary: 'Start Vitalfew: database, worker, API and web app',
  usage: 'vitalfew start [--data DIR] [--port N] [--host ADDRESS] [--url PUBLIC] [--demo | --empty]',
  run: async (args, context) => {
    const options = readOptions(args, context)
    if (!options) return 1
    const closers: (() => Promise<void> | void)[] = []
    const closeAll = async () => {
      for (let close = closers.pop(); close; close = closers.pop()) await close()
    }
    const stop = onStopSignal({
      first: () => context.out('Stopping …'),
      harder: () => process.exit(130),
    })
    try {
      await Promise.race([start(parts, options, context, closers), stop.asked])
      await stop.asked
      return 0
    } finally {
      await closeAll()
      stop.forget()
      // Whatever still waits for something that is closed now must not keep us.
      setTimeout(() => process.exit(), 2_000).unref()
    }
  },
})

type Options = { port: number; host: string; publicUrl?: string; wish?: 'demo' | 'empty' }

function readOptions(args: string[], context: CommandContext): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: String(defaultPort) },
      host: { type: 'string', default: '127.0.0.1' },
      url: { type: 'string', default: process.env.VITALFEW_URL },
      demo: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    context.error(`--port ${values.port} is not a port: 1 to 65535, or 0 for any that is free.`)
  else if (values.demo && values.empty) context.error('--demo and --empty exclude each other.')
  else {
    const wish = values.demo ? 'demo' : values.empty ? 'empty' : undefined
    return { port, host: values.host, publicUrl: values.url?.replace(/\/$/, ''), wish }
  }
  return null
}

async function start(
  parts: StartParts,
  options: Options,
  context: CommandContext,
  closers: (() => Promise<void> | void)[],
): Promise<void> {
  const directory = await openDataDirectory({ data: context.dataDirectory, as: 'system' })
  closers.push(directory.close)
  await checkPort(options.port, options.host)
  const logger = pino(destination({ dest: join(directory.path, 'vitalfew.log'), mode: 0o600, sync: true }))
  const log = (message: string, details: object = {}) => logger.info(details, message)
  context.out(`Vitalfew ${version}, data in ${directory.path}${directory.embedded ? '' : ', database of DATABASE_URL'}`)

  const database = openDatabase(directory.databaseUrl, { onIdleError: error => log(error.message) })
  closers.push(() => Promise.race([database.close(), sleep(2_000)]))
  await migrate(database.pool)
  if (await clearHalfDemo(database)) await migrate(database.pool)
  const company = await decideCompany(database, {
    wish: options.wish,
    directory: directory.path,
    holdsBusiness: () => parts.holdsBusiness(database),
  })
  if (await buildWeb(() => context.out('Building the web app …'))) log('web app built')
  if (company === 'demo to load') {
    context.out('Making the demo company …')
    const began = Date.now()
    await loadWhole(database, () => parts.loadDemo(database, directory.path))
    context.out(`The demo company is there (${Math.round((Date.now() - began) / 1000)} s).`)
  }

  const environment = { DATABASE_URL: directory.databaseUrl, VITALFEW_DATA: directory.path }
  const worker = keepRunning(parts.worker, environment, message => log(message))
  process.once('exit', worker.kill)
  closers.push(worker.stop)
  // Its connections and the lock that says it works went with the database.
  directory.guard(message => log(`database: ${message}`), worker.renew)
  const server = await parts.startServer({
    databaseUrl: directory.databaseUrl,
    dataDirectory: directory.path,
    port: options.port,
    host: options.host,
    publicUrl: options.publicUrl,
    log,
  })
  closers.push(server.close)
  await worker.ready
  directory.announce(server.url)
  log(`ready at ${server.url}`)
  context.out(`\nReady: ${server.url}`)
  context.out(await howToSignIn(database, server.url, company !== 'own'))
  context.out('Ctrl-C stops it.')
}

async function howToSignIn(database: Database, url: string, isDemo: boolean): Promise<string> {
  if (isDemo) return 'Open it and choose one of the demo’s people: one click signs you in, no password.'
  const link = await firstAdministratorLink(database.db, url, new Date())
  if (!link) return 'Sign in with your e-mail address and password.'
  return `First administrator: open this link once, within a day, to choose name and password:\n  ${link}`
}

/** Before anything that takes long: the server itself listens only when everything is ready. */
async function checkPort(port: number, host: string): Promise<void> {
  if (port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Refusal('port_taken', { port })
          : new Refusal('address_not_allowed', { host, port, reason: error.code ?? error.message }),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
