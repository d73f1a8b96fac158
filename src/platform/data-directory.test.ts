import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDataDirectory } from './data-directory.server.ts'
import { stopEmbeddedPostgres } from './embedded-postgres.server.ts'
import { isAlive, waitUntilGone } from './living-process.server.ts'

// Real initialisations and recoveries, on a disk that others use as well.
vi.setConfig({ testTimeout: 180_000 })

let data: string
let children: ChildProcess[]

beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'vitalfew-data-')), 'inner')
  children = []
})
afterEach(async () => {
  for (const child of children) {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  await stopEmbeddedPostgres(join(data, 'postgres'))
  rmSync(join(data, '..'), { recursive: true, force: true })
})

const open = (as: 'system' | 'command', databaseUrl = '') =>
  openDataDirectory({ data, as, databaseUrl: databaseUrl || undefined })

/** Another process that opens the directory and stays until it is killed; resolves once it has it open. */
async function openElsewhere(as: 'system' | 'command'): Promise<{ child: ChildProcess; databaseUrl: string }> {
  const module = new URL('./data-directory.server.ts', import.meta.url).href
  const code = `
    const { openDataDirectory } = await import(${JSON.stringify(module)})
    const opened = await openDataDirectory({ data: ${JSON.stringify(data)}, as: '${as}' })
    opened.announce('http://127.0.0.1:4780')
    process.send(opened.databaseUrl)
    process.on('SIGTERM', async () => { await opened.close(); process.exit(0) })
    setInterval(() => {}, 1000)`
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  })
  children.push(child)
  const [databaseUrl] = await once(child, 'message')
  return { child, databaseUrl: String(databaseUrl) }
}

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
const backendOf = (url: string) => ask(url, 'select pg_postmaster_start_time()::text').then(String)

function withoutDatabaseUrl() {
  const kept = process.env.DATABASE_URL
  delete process.env.DATABASE_URL
  return () => {
    if (kept !== undefined) process.env.DATABASE_URL = kept
  }
}
let restore: () => void
beforeEach(() => {
  restore = withoutDatabaseUrl()
})
afterEach(() => restore())

test('a second start on the same directory is refused and told which process has it', async () => {
  const { child } = await openElsewhere('system')
  await expect(open('system')).rejects.toMatchObject({
    code: 'data_directory_in_use',
    values: { pid: child.pid, address: 'http://127.0.0.1:4780' },
  })
})

test('a killed system leaves no lock, its database is adopted and nothing acknowledged is lost', async () => {
  const { child, databaseUrl } = await openElsewhere('system')
  await ask(databaseUrl, `create table kept as select 'here' as note`)
  const before = await backendOf(databaseUrl)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const again = await open('system')
  try {
    expect(await ask(again.databaseUrl, 'select note from kept')).toBe('here')
    expect(await backendOf(again.databaseUrl)).toBe(before)
  } finally {
    await again.close()
  }
})

test('a command works on the running system, and leaves its database running', async () => {
  const { databaseUrl } = await openElsewhere('system')
  const before = await backendOf(databaseUrl)
  const command = await open('command')
  expect(command.databaseUrl).toBe(databaseUrl)
  await command.close()
  expect(await backendOf(databaseUrl)).toBe(before)
})

test('the system stops while a command works: the command keeps its database and stops it at its end', async () => {
  const { child } = await openElsewhere('system')
  const command = await open('command')
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(await ask(command.databaseUrl, 'select 1')).toBe(1)
  const pid = Number(await ask(command.databaseUrl, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)`))
  await command.close()
  expect(await waitUntilGone(pid, 5_000)).toBe(true)
})

test('two commands at once on a directory that never ran share one database', async () => {
  const [first, second] = await Promise.all([open('command'), openElsewhere('command')])
  expect(second.databaseUrl).toBe(first.databaseUrl)
  await first.close()
  expect(await ask(second.databaseUrl, 'select 1')).toBe(1)
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
})

test('a command alone starts the database for its call and stops it after', async () => {
  const command = await open('command')
  const pid = Number(await ask(command.databaseUrl, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)`))
  expect(isAlive(pid)).toBe(true)
  await command.close()
  expect(isAlive(pid)).toBe(false)
})

test('a directory with other things in it is not taken over', async () => {
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'thesis.doc'), 'years of work')
  await expect(open('system')).rejects.toMatchObject({ code: 'data_directory_foreign' })
})

test('a directory of a newer version is refused', async () => {
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'format'), '2\n')
  await expect(open('system')).rejects.toMatchObject({
    code: 'data_directory_newer',
    values: { format: 2, readable: 1 },
  })
})

test('a file in place of the directory is refused as unwritable, with the reason', async () => {
  mkdirSync(join(data, '..'), { recursive: true })
  writeFileSync(data, '')
  await expect(open('command')).rejects.toMatchObject({
    code: 'data_directory_unwritable',
    values: { reason: 'not a directory' },
  })
})

test.each([
  ['mysql://root@localhost/x', 'database_url_wrong'],
  ['nonsense', 'database_url_wrong'],
  ['postgres://someone@127.0.0.1:1/x', 'database_unreachable'],
  ['postgres://someone@no-such-host.invalid/x', 'database_unreachable'],
])('DATABASE_URL %s is refused as %s', async (databaseUrl, code) => {
  await expect(open('command', databaseUrl)).rejects.toMatchObject({ code })
})

test('a wrong password and a missing database of DATABASE_URL are told apart, and the password is not repeated', async () => {
  const served = await open('command')
  try {
    const stranger = new URL(served.databaseUrl)
    stranger.password = 'not-the-password'
    const failure = await open('command', stranger.href).catch(error => error)
    expect(failure).toMatchObject({ code: 'database_password_wrong', values: { user: 'vitalfew' } })
    expect(JSON.stringify(failure.values)).not.toContain('not-the-password')
    const elsewhere = new URL(served.databaseUrl)
    elsewhere.pathname = '/elsewhere'
    await expect(open('command', elsewhere.href)).rejects.toMatchObject({
      code: 'database_missing',
      values: { database: 'elsewhere' },
    })
    const external = await open('command', served.databaseUrl)
    expect(external).toMatchObject({ embedded: false, databaseUrl: served.databaseUrl })
    await external.close()
  } finally {
    await served.close()
  }
})
