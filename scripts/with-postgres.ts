/**
 * Runs a command with DATABASE_URL set to a PostgreSQL started for it and gone after it:
 *   node scripts/with-postgres.ts embedded|external COMMAND …
 * `external` is a server as a user would have one: Debian's where it is installed, else the one of npm started
 * plainly; its role is an ordinary one that may create databases and nothing more, and the portal's role was made by
 * the operator, as docs/operating.md says.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../src/platform/embedded-postgres.server.ts'
import { preparePostgresBinaries } from '../src/platform/postgres-binaries.server.ts'
import { unprivilegedUser } from '../src/platform/unprivileged-user.server.ts'

const [kind, command, ...parameters] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'vitalfew-ci-'))
const debian = '/usr/lib/postgresql'

type Server = { url: string; portalUrl?: string; stop: () => Promise<void> }

async function embedded(): Promise<Server> {
  const { url } = await startEmbeddedPostgres({ directory, throwAway: true })
  return { url, stop: () => stopEmbeddedPostgres(directory) }
}

function installed(): string | null {
  if (!existsSync(debian)) return null
  const versions = readdirSync(debian).filter(version => Number(version) >= 15)
  return versions.length > 0 ? join(debian, versions.sort((a, b) => Number(b) - Number(a))[0]!, 'bin') : null
}

async function external(): Promise<Server> {
  const user = unprivilegedUser(null)
  const as = user ? { uid: user.uid, gid: user.gid } : {}
  const own = installed()
  const brought = own ? null : preparePostgresBinaries(join(directory, 'libraries'), user)
  const environment = brought?.environment ?? { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }
  const cluster = join(directory, 'cluster')
  const passwords = join(directory, 'password')
  writeFileSync(passwords, 'ci-superuser\n')
  if (user) for (const path of [directory, passwords]) chownSync(path, user.uid, user.gid)
  const initdb = brought?.initdb ?? join(own!, 'initdb')
  const made = spawnSync(
    initdb,
    [
      '-D',
      cluster,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwords}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '-N',
    ],
    { env: environment, cwd: directory, encoding: 'utf8', ...as },
  )
  if (made.status !== 0) throw new Error(made.stderr || String(made.error))
  const port = 20_000 + (process.pid % 30_000)
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    fsync: 'off',
    max_connections: 200,
  }
  const server = spawn(
    brought?.postgres ?? join(own!, 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { env: environment, cwd: directory, stdio: 'ignore', ...as },
  )
  await makeRole(`postgres://postgres:ci-superuser@127.0.0.1:${port}/postgres`)
  return {
    url: `postgres://company:ci-company@127.0.0.1:${port}/company`,
    portalUrl: `postgres://vitalfew_portal:ci-portal@127.0.0.1:${port}/company`,
    stop: async () => {
      server.kill('SIGINT')
      if (server.exitCode === null) await once(server, 'exit')
    },
  }
}

async function makeRole(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.query(`create role company login createdb password 'ci-company'`)
      await client.query(`create role vitalfew_portal login noinherit password 'ci-portal'`)
      await client.query('create database company owner company')
      const { rows } = await client.query('show server_version')
      process.stdout.write(`PostgreSQL ${rows[0].server_version}, as an ordinary role\n`)
      return
    } catch (error) {
      if (attempt > 100) throw error
      await sleep(100)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

if ((kind !== 'embedded' && kind !== 'external') || !command)
  throw new Error('with-postgres embedded|external COMMAND …')
const server = await (kind === 'embedded' ? embedded() : external())
try {
  const { url: DATABASE_URL, portalUrl: VITALFEW_PORTAL_DATABASE_URL } = server
  const env = { ...process.env, DATABASE_URL, ...(VITALFEW_PORTAL_DATABASE_URL && { VITALFEW_PORTAL_DATABASE_URL }) }
  const child = spawn(command, parameters, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 1
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
