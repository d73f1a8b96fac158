import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stopEmbeddedPostgres } from './embedded-postgres.server.ts'
import { isAlive, waitUntilGone } from './living-process.server.ts'

// Real initialisations and recoveries, on a disk that others use as well.
vi.setConfig({ testTimeout: 180_000 })

const program = fileURLToPath(new URL('../cli.ts', import.meta.url))
let data: string
let children: ChildProcess[]

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'vitalfew-start-'))
  children = []
})
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await stopEmbeddedPostgres(join(data, 'postgres'))
  rmSync(data, { recursive: true, force: true })
})

type Started = { child: ChildProcess; said: () => string; over: Promise<unknown[]> }

function run(args: string[], environment: Record<string, string> = {}): Started {
  const { DATABASE_URL: _, VITALFEW_URL: __, ...env } = process.env
  const child = spawn(process.execPath, [program, ...args, '--data', data], {
    env: { ...env, LANG: 'en', LC_ALL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let text = ''
  for (const output of [child.stdout, child.stderr])
    output?.on('data', piece => {
      text += piece
    })
  return { child, said: () => text, over: once(child, 'close') }
}

async function start(): Promise<Started & { url: string }> {
  const started = run(['start', '--empty', '--port', '0'])
  const ready = new Promise<string>((resolve, reject) => {
    const look = () => {
      const url = /Ready: (\S+)[\s\S]*Ctrl-C stops it/.exec(started.said())?.[1]
      if (url) resolve(url)
    }
    started.child.stdout?.on('data', look)
    started.over.then(() => reject(new Error(`It ended before it was ready: ${started.said()}`)))
  })
  return { ...started, url: await ready }
}

const health = async (url: string) => (await fetch(`${url}/api/health`)).status

test('a start with own data becomes healthy, prints the administrator’s link, and Ctrl-C stops everything', async () => {
  const { child, url, said, over } = await start()
  expect(await health(url)).toBe(200)
  expect(said()).toMatch(/First administrator[^\n]*\n\s+http:\/\/localhost:\d+\/welcome#\S{20,}/)
  const postgres = Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  child.kill('SIGINT')
  expect(await over).toEqual([0, null])
  expect(isAlive(postgres)).toBe(false)
  await expect(fetch(url)).rejects.toThrow()
})

test('while one runs, a second start names its process, and a taken port is named; both end with 1', async () => {
  const { child } = await start()
  const second = run(['start', '--port', '0'])
  expect(await second.over).toEqual([1, null])
  expect(second.said()).toMatch(
    new RegExp(`^The data directory .* is in use by process ${child.pid} \\(http://localhost:\\d+\\).*\\n$`),
  )
  child.kill('SIGTERM')
  await once(child, 'close')

  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const { port } = squatter.address() as { port: number }
  const third = run(['start', '--port', String(port)])
  expect(await third.over).toEqual([1, null])
  expect(third.said()).toBe(`Port ${port} is taken by another program; choose another with --port.\n`)
  squatter.close()
})

test('after a kill of the main process the next start works at once, on the same running database', async () => {
  const first = await start()
  const postgres = () => readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]
  const before = postgres()
  first.child.kill('SIGKILL')
  await first.over
  const second = await start()
  expect(await health(second.url)).toBe(200)
  expect(postgres()).toBe(before)
})

test('a database killed under the running system comes back by itself', async () => {
  const { url } = await start()
  const postgres = Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postgres, 'SIGKILL')
  await waitUntilGone(postgres, 5_000)
  await expect.poll(() => health(url), { timeout: 30_000, interval: 200 }).toBe(200)
})

test('a wrong DATABASE_URL is one sentence and exit code 1', async () => {
  const { over, said } = run(['start', '--port', '0'], { DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/x' })
  expect(await over).toEqual([1, null])
  expect(said()).toMatch(/^No PostgreSQL answers at 127\.0\.0\.1:1 .*\n$/)
  expect(said()).not.toContain('secret')
})

test('--demo and --empty together, and a port that is none, are told so', async () => {
  const both = run(['start', '--demo', '--empty'])
  expect(await both.over).toEqual([1, null])
  expect(both.said()).toBe('--demo and --empty exclude each other.\n')
  const port = run(['start', '--port', '70000'])
  expect(await port.over).toEqual([1, null])
  expect(port.said()).toContain('70000')
})
