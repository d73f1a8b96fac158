import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.server.ts'
import { isAlive, waitUntilGone } from './living-process.server.ts'

// Real initialisations and recoveries, on a disk that others use as well.
vi.setConfig({ testTimeout: 180_000 })

const directory = mkdtempSync(join(tmpdir(), 'vitalfew-embedded-'))
const start = () => startEmbeddedPostgres({ directory })
const pidFile = join(directory, 'cluster', 'postmaster.pid')

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows[0] ? Object.values(rows[0])[0] : undefined
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  const { url } = await start()
  await ask(url, 'create table kept (note text)')
})
afterEach(() => stopEmbeddedPostgres(directory))
afterAll(async () => {
  await stopEmbeddedPostgres(directory)
  rmSync(directory, { recursive: true, force: true })
})

test('what was acknowledged is there after a clean stop and a start', async () => {
  const first = await start()
  await ask(first.url, `insert into kept values ('clean')`)
  await stopEmbeddedPostgres(directory)
  expect(isAlive(first.pid)).toBe(false)
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, `select note from kept where note = 'clean'`)).toBe('clean')
})

test('it is durable, speaks UTF-8 and lets nobody in without the password', async () => {
  const { url } = await start()
  expect(await ask(url, 'show fsync')).toBe('on')
  expect(await ask(url, 'show synchronous_commit')).toBe('on')
  expect(await ask(url, 'show server_encoding')).toBe('UTF8')
  const stranger = new URL(url)
  stranger.password = 'guess'
  await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a second start adopts the running server instead of starting another', async () => {
  const first = await start()
  const second = await start()
  expect(second).toEqual({ ...first, adopted: true })
})

test('a start alone ends the sessions that a killed process left in the server', async () => {
  const { url } = await start()
  const orphan = new pg.Client({ connectionString: url })
  orphan.on('error', () => undefined)
  await orphan.connect()
  await orphan.query('begin; lock table kept')
  await startEmbeddedPostgres({ directory, alone: true })
  expect(await ask(url, "select count(*)::int from pg_locks where relation = 'kept'::regclass")).toBe(0)
  await orphan.end().catch(() => undefined)
})

test('a killed postgres leaves a stale pid file, is started again and lost nothing', async () => {
  const first = await start()
  await ask(first.url, `insert into kept values ('killed')`)
  process.kill(first.pid, 'SIGKILL')
  await waitUntilGone(first.pid, 5_000)
  expect(existsSync(pidFile)).toBe(true)
  const second = await start()
  expect(second.pid).not.toBe(first.pid)
  expect(await ask(second.url, `select note from kept where note = 'killed'`)).toBe('killed')
})

test('a stale pid file whose number another process got since does not stop the start, nor harm that process', async () => {
  const first = await start()
  process.kill(first.pid, 'SIGKILL')
  await waitUntilGone(first.pid, 5_000)
  const bystander = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { cwd: tmpdir() })
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  writeFileSync(pidFile, [bystander.pid, ...lines.slice(1)].join('\n'))
  try {
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(isAlive(bystander.pid!)).toBe(true)
  } finally {
    bystander.kill()
  }
})

test('an initialisation killed in the middle is made again', async () => {
  const other = mkdtempSync(join(tmpdir(), 'vitalfew-embedded-'))
  try {
    const half = join(other, 'cluster.new')
    mkdirSync(half)
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    const { url } = await startEmbeddedPostgres({ directory: other, throwAway: true })
    expect(await ask(url, 'select 1')).toBe(1)
  } finally {
    await stopEmbeddedPostgres(other)
    rmSync(other, { recursive: true, force: true })
  }
})

test.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'as root it works in a directory that the user of postgres cannot reach',
  async () => {
    const closed = mkdtempSync(join(tmpdir(), 'vitalfew-closed-'))
    const hidden = join(closed, 'inner')
    mkdirSync(hidden)
    try {
      const first = await startEmbeddedPostgres({ directory: hidden })
      await ask(first.url, 'create table kept (note text)')
      await ask(first.url, `insert into kept values ('hidden')`)
      process.kill(first.pid, 'SIGKILL')
      await waitUntilGone(first.pid, 5_000)
      const second = await startEmbeddedPostgres({ directory: hidden })
      expect(await ask(second.url, 'select note from kept')).toBe('hidden')
    } finally {
      await stopEmbeddedPostgres(hidden)
      rmSync(closed, { recursive: true, force: true })
    }
  },
)

test('a database of another major version is refused in one sentence', async () => {
  const version = join(directory, 'cluster', 'PG_VERSION')
  writeFileSync(version, '19\n')
  try {
    await expect(start()).rejects.toMatchObject({
      code: 'postgres_other_version',
      values: { found: '19', brought: '18' },
    })
  } finally {
    writeFileSync(version, '18\n')
  }
})
