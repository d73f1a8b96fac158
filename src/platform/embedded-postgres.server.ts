import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster, stopLeftovers, terminateSessions, tryConnection } from './embedded-postmaster.server.ts'
import { isAlive, waitUntilGone } from './living-process.server.ts'
import { type PostgresBinaries, postgresPlatform, preparePostgresBinaries } from './postgres-binaries.server.ts'
import { postgresConfiguration, postgresSettings, throwAwaySettings } from './postgres-settings.ts'
import { Refusal } from './refusal.ts'
import { canReach, type UnprivilegedUser, unprivilegedUser } from './unprivileged-user.server.ts'

/** Of the database in the directory; a later major version needs a dump and a load. */
const majorVersion = '18'
const databaseName = 'vitalfew'

export type EmbeddedPostgres = {
  url: string
  pid: number
  /** Found running: its starter was killed, or another of our processes uses it. */
  adopted: boolean
}

export type EmbeddedPostgresOptions = {
  /** Holds cluster, password, port and log; made if missing. */
  directory: string
  /** For tests: nothing is synced to disk. Default false. */
  throwAway?: boolean
  /** We are the only user: sessions of killed processes that an adopted server still serves are ended. Default false. */
  alone?: boolean
}

/**
 * Starts the PostgreSQL of the directory, or adopts the one that runs there. It is a process of its own that
 * outlives a kill of ours; `stopEmbeddedPostgres` ends it. The caller sees to it that no two start at once.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const directory = realpathSync(options.directory)
  const cluster = join(directory, 'cluster')
  const running = await findPostmaster(cluster, keptPassword(directory))
  if (running) {
    const url = addressOf(directory, running.port)
    if (options.alone) await terminateSessions(url)
    return { url, pid: running.pid, adopted: true }
  }
  const home = prepareHome(directory)
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(home)
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion)
    throw new Refusal('postgres_other_version', { directory, found: version, brought: majorVersion })
  return await launch(home, options.throwAway ?? false)
}

/** Ends the PostgreSQL of the directory, if one runs: open transactions are rolled back, the rest is on disk. */
export async function stopEmbeddedPostgres(directory: string): Promise<void> {
  if (!existsSync(directory)) return
  const root = realpathSync(directory)
  const running = await findPostmaster(join(root, 'cluster'), keptPassword(root))
  if (!running) return
  for (const [signal, time] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(running.pid, signal)
    } catch {
      return
    }
    if (await waitUntilGone(running.pid, time)) return
  }
}

type Home = { directory: string; cluster: string; user: UnprivilegedUser | null; binaries: PostgresBinaries }

function prepareHome(directory: string): Home {
  const cluster = join(directory, 'cluster')
  const owner = existsSync(cluster) ? statSync(cluster).uid : null
  const user = unprivilegedUser(owner)
  return { directory, cluster, user, binaries: preparePostgresBinaries(join(directory, 'libraries'), user) }
}

/**
 * How postgres is told its directory. Where its user cannot pass the parents (a checkout under /root), it is put
 * into the directory before it gives up root, and names it by the kernel's link to the place it stands in.
 */
function directoryArgument(directory: string, user: UnprivilegedUser | null): string {
  if (!user || canReach(directory, user)) return directory
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new Refusal('postgres_failed', { reason: `the user ${user.name} cannot reach ${directory}` })
}

/** Makes the cluster under another name and renames it, so that a kill in the middle leaves nothing half-made. */
function initialise({ directory, cluster, user, binaries }: Home): void {
  const half = `${cluster}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const secret = mkdtempSync(join(tmpdir(), 'vitalfew-'))
  const passwordFile = join(secret, 'password')
  try {
    writeFileSync(passwordFile, makePassword(directory), { mode: 0o600 })
    if (user) for (const path of [half, secret, passwordFile]) chownSync(path, user.uid, user.gid)
    const run = spawnSync(
      binaries.initdb,
      [
        ...['-D', directoryArgument(half, user), '-U', databaseName, `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...[process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C', '--no-instructions'],
      ],
      { cwd: half, env: binaries.environment, encoding: 'utf8', ...asUser(user) },
    )
    if (run.error || run.status !== 0) throw startFailure(run.error, run.stderr ?? '', user)
    renameSync(half, cluster)
  } finally {
    rmSync(secret, { recursive: true, force: true })
  }
}

async function launch(home: Home, throwAway: boolean): Promise<EmbeddedPostgres> {
  const { directory, cluster, user } = home
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(directory)
    writeConfiguration(cluster, port, throwAway)
    const { child, log, logStart } = spawnPostgres(home)
    const url = addressOf(directory, port)
    const end = await becomesReady(child, url)
    if (end === 'ready') return { url, pid: child.pid!, adopted: false }
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(logStart) : ''
    // Children of a killed postgres may still work on the files; they end once they notice.
    const retry = /pre-existing shared memory|still in use|could not bind/.test(said) && attempt < 20
    if (!retry) throw startFailure(end, said, user)
    stopLeftovers(cluster)
    await sleep(250)
  }
}

function spawnPostgres({ directory, cluster, user, binaries }: Home) {
  const log = join(directory, 'log')
  const tooLong = existsSync(log) && statSync(log).size > 10_000_000
  const descriptor = openSync(log, tooLong ? 'w' : 'a', 0o600)
  const logStart = statSync(log).size
  const child = spawn(binaries.postgres, ['-D', directoryArgument(cluster, user)], {
    cwd: cluster,
    env: binaries.environment,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', descriptor, descriptor],
    ...asUser(user),
  })
  closeSync(descriptor)
  child.unref()
  return { child, log, logStart }
}

/** Waits as long as it lives: after a crash it first repeats its log, which may take minutes. */
async function becomesReady(child: ChildProcess, url: string): Promise<'ready' | Error | undefined> {
  let failure: Error | undefined
  let over = false
  child.once('error', error => {
    failure = error
    over = true
  })
  child.once('exit', () => {
    over = true
  })
  while (!over && (child.pid === undefined || isAlive(child.pid))) {
    const answer = await tryConnection(url)
    if (answer === 'connected') return 'ready'
    if (answer === 'no database') await makeDatabase(url)
    else await sleep(15)
  }
  return failure
}

async function makeDatabase(url: string): Promise<void> {
  const { Client } = (await import('pg')).default
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.href })
  await client.connect()
  await client.query(`create database ${databaseName}`)
  await client.end()
}

function writeConfiguration(cluster: string, port: number, throwAway: boolean): void {
  const settings = {
    ...postgresSettings({ memory: usableMemory(), sharedMemory: sharedMemorySize() }),
    ...(throwAway ? throwAwaySettings : {}),
    port: String(port),
    'vitalfew.directory': cluster,
  }
  // Overwritten in place: the files keep their owner, as whom postgres reads them.
  writeFileSync(join(cluster, 'postgresql.conf'), postgresConfiguration(settings))
  writeFileSync(join(cluster, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
}

function usableMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

function sharedMemorySize(): number | null {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize
  } catch {
    return null
  }
}

/** The port of the last start if it is still free, so that tools keep their connection; else any free one. */
async function choosePort(directory: string): Promise<number> {
  const file = join(directory, 'port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = (kept > 0 && (await freePort(kept))) || (await freePort(0))
  if (port === null) throw new Refusal('postgres_failed', { reason: 'no port of 127.0.0.1 is free' })
  writeFileSync(file, `${port}\n`)
  return port
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null))
    })
  })
}

function keptPassword(directory: string): string {
  const file = join(directory, 'password')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

function makePassword(directory: string): string {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(directory, 'password'), `${password}\n`, { mode: 0o600 })
  return password
}

function addressOf(directory: string, port: number): string {
  return `postgres://${databaseName}:${keptPassword(directory)}@127.0.0.1:${port}/${databaseName}`
}

const asUser = (user: UnprivilegedUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

function startFailure(error: Error | undefined, said: string, user: UnprivilegedUser | null): Refusal {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT') return new Refusal('postgres_absent', { platform: postgresPlatform })
  if (code === 'EPERM' || code === 'EINVAL')
    return new Refusal('postgres_as_root', { user: user?.name ?? 'another user', reason: code })
  const lines = said.split('\n').filter(line => /FATAL|PANIC|error|No space/.test(line))
  const reason = lines.at(-1)?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') ?? error?.message ?? 'it gave no reason'
  return new Refusal('postgres_failed', { reason: reason.trim().replace(/\.$/, '') })
}
