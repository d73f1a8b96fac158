import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { openDatabase } from '../src/platform/database.server.ts'
import { createPerson } from '../src/platform/people.use.ts'
import { writeSettings } from '../src/platform/settings.server.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { profiling } from './child-process.ts'
import type { LargeLedger } from './large-ledger.ts'
import { currentLoad } from './machine.ts'
import type { Measurement, Row, Size } from './measurement.ts'
import { accountPage, accountsList, type PageRequests } from './page-requests.ts'

const users = 50

/** (e) The account page's and the accounts list's API while 50 people work: each asks again as soon as it is answered. */
export async function measurePages(postgres: BenchPostgres, ledger: LargeLedger, size: Size): Promise<Measurement> {
  const person = await somebody(ledger.url)
  const directory = join(postgres.directory, 'server')
  await mkdir(directory, { recursive: true })
  const server = fork(
    new URL('./serve-pages.child.ts', import.meta.url),
    [JSON.stringify({ url: ledger.url, directory })],
    { execArgv: profiling() },
  )
  const [{ url }] = (await once(server, 'message')) as [{ url: string }]
  const cookie = await signIn(url, person)
  const ids = await someAccounts(ledger.url)
  const pages = [accountPage(ids), accountsList()]
  const rows: Row[] = []
  for (const page of pages) {
    rows.push({ what: `${page.page}: the first calls`, milliseconds: await firstCalls(url, cookie, page) })
    rows.push(...(await hammer(url, cookie, page, size.quick ? 5 : 20)))
  }
  server.send('stop')
  const [{ memory }] = (await once(server, 'message')) as [{ memory: number }]
  await once(server, 'exit')
  return {
    key: 'e',
    title: `the API of two pages under ${users} users, ${size.ledgerLines.toLocaleString('en')} lines`,
    ratio: null,
    goal: 'no error',
    memory: { server: memory },
    rows,
  }
}

async function hammer(url: string, cookie: string, { page, paths }: PageRequests, duration: number): Promise<Row[]> {
  const result = await autocannon({
    url,
    connections: users,
    duration,
    timeout: 60,
    headers: { cookie },
    requests: paths.map(path => ({ method: 'GET', path })),
  })
  const { latency, requests, errors, timeouts, non2xx } = result
  const wrong = errors + timeouts + non2xx
  return [
    {
      what: `${page}: median`,
      milliseconds: latency.p50,
      note: `${Math.round(requests.average)} requests/s, ${wrong} errors, load ${currentLoad()}`,
    },
    { what: `${page}: 99th of 100`, milliseconds: latency.p99 },
  ]
}

/** One after the other, as the first person of the day meets them: what the server then keeps, it gathers here. */
async function firstCalls(url: string, cookie: string, { paths }: PageRequests): Promise<number> {
  const started = performance.now()
  for (const path of paths.slice(0, 6)) {
    const response = await fetch(`${url}${path}`, { headers: { cookie } })
    await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  }
  return performance.now() - started
}

async function somebody(url: string): Promise<string> {
  const database = openDatabase(url)
  await writeSettings(database.db, { demo: true })
  const email = `head-${Date.now()}@bench.invalid`
  const person = await createPerson(database.db, { name: 'A head', email, role: 'head' })
  await database.close()
  return person
}

async function signIn(url: string, personId: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ personId }),
  })
  if (!response.ok) throw new Error(`signing in answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map(each => each.split(';')[0]!)
    .join('; ')
}

/** Large and small ones. */
async function someAccounts(url: string): Promise<number[]> {
  const database = openDatabase(url)
  const { rows } = await database.pool.query<{ id: number }>(
    'select account_id as id from ledger.account_year group by 1 order by hashint8(account_id) limit 50',
  )
  await database.close()
  return rows.map(row => row.id)
}
