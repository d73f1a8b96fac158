// npm test: every test of the product, then the browser journeys, on DATABASE_URL or on a PostgreSQL started for the run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../src/platform/embedded-postgres.server.ts'
import { Refusal } from '../src/platform/refusal.ts'
import { buildWeb } from '../src/platform/web-build.server.ts'
import { refusalSentence } from '../src/refusals.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))
const journeys = join(checkout, 'tests/journeys/vitest.config.ts')
const say = (line: string) => process.stdout.write(`${line}\n`)
const chosen = process.argv.slice(2)

async function vitest(args: string[], databaseUrl: string): Promise<void> {
  const child = spawn(process.execPath, [join(checkout, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, forward)
  const [code] = await once(child, 'exit')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward)
  if (code !== 0) throw new Error(`vitest ended with ${code ?? 'a signal'}`)
}

async function runAll(databaseUrl: string): Promise<void> {
  await vitest(chosen, databaseUrl)
  if (chosen.length > 0 || !existsSync(journeys)) return
  await buildWeb(() => say('Building the web app for the journeys …'))
  await vitest(['--config', journeys], databaseUrl)
}

async function main(): Promise<number> {
  const own = process.env.DATABASE_URL
  const directory = own ? null : mkdtempSync(join(tmpdir(), 'vitalfew-test-'))
  try {
    if (own) say(`Testing on the PostgreSQL of DATABASE_URL (${new URL(own).host}).`)
    const databaseUrl = own ?? (await startEmbeddedPostgres({ directory: directory!, throwAway: true })).url
    await runAll(databaseUrl)
    return 0
  } catch (error) {
    const said = error instanceof Refusal ? refusalSentence(error.code, error.values, 'en') : (error as Error).message
    process.stderr.write(`${said}\n`)
    return 1
  } finally {
    if (directory) {
      await stopEmbeddedPostgres(directory)
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

process.exit(await main())
