import { fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { keptSecret } from '../src/platform/data-directory.server.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { profiling } from './child-process.ts'
import { currentLoad } from './machine.ts'
import { type Measurement, quantile, type Size } from './measurement.ts'

const users = 500
/** Of what each of them does, one after the other; the run ends with it. */
const roundsOf = (size: Size) => (size.quick ? 2 : 5)
const products = 40

type Visitor = { account: string; order: string; headers: Record<string, string> }

/** (k) The portal while 500 people of 500 accounts look at what waits, at an order and their stock, and enter some. */
export async function measurePortal(postgres: BenchPostgres, size: Size): Promise<Measurement> {
  const database = await postgres.makeDatabase('vitalfew_portal_bench', 'product')
  const directory = join(postgres.directory, 'portal')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const server = fork(
    new URL('./serve-pages.child.ts', import.meta.url),
    [JSON.stringify({ url: database, directory })],
    { execArgv: profiling() },
  )
  const [{ url }] = (await once(server, 'message')) as [{ url: string }]
  const visitors = await fill(database, url, keptSecret(directory))
  const times = new Map<string, number[]>()
  let wrong = 0
  const visit = async (visitor: Visitor, what: string, path: string, body?: object) => {
    const started = performance.now()
    const response = await fetch(`${url}/api/portal/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: visitor.headers,
      body: body && JSON.stringify(body),
    }).catch(() => null)
    const text = (await response?.text().catch(() => '')) ?? ''
    times.set(what, [...(times.get(what) ?? []), performance.now() - started])
    if (!response?.ok || (what === 'home' && !isOwn(visitor, text))) wrong += 1
  }
  const began = performance.now()
  await Promise.all(
    visitors.map(async (visitor, at) => {
      for (let round = 0; round < roundsOf(size); round++) {
        await visit(visitor, 'home', 'home')
        await visit(visitor, 'an order', `orders/${visitor.order}`)
        await visit(visitor, 'stock', `stock?account=${visitor.account}`)
        const rows = [{ product: `P${(at % products) + 1}`, onHand: String(round + 1) }]
        await visit(visitor, 'entering stock', 'stock', { account: visitor.account, day: '2026-01-01', rows })
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  server.send('stop')
  const [{ memory }] = (await once(server, 'message')) as [{ memory: number }]
  await once(server, 'exit')
  await postgres.dropDatabase('vitalfew_portal_bench')
  const all = [...times.values()].flat()
  return {
    key: 'k',
    title: `the portal with ${users} people at once`,
    ratio: null,
    goal: 'no error',
    memory: { server: memory },
    rows: [
      {
        what: 'every request: median',
        milliseconds: quantile(all, 0.5),
        note: `${Math.round(all.length / seconds)} requests/s, ${all.length.toLocaleString('en')} requests, ${wrong} errors, load ${currentLoad()}`,
      },
      { what: 'every request: 99th of 100', milliseconds: quantile(all, 0.99) },
      ...[...times].map(([what, each]) => ({ what: `  ${what}: 99th of 100`, milliseconds: quantile(each, 0.99) })),
    ],
  }
}

/** One order waits for everybody: whoever sees another one, or none, was given somebody else's page. */
const isOwn = ({ order }: Visitor, text: string): boolean => {
  const { waiting } = JSON.parse(text) as { waiting: { id: string }[] }
  return waiting.length === 1 && waiting[0]!.id === order
}

/** Accounts with an order that waits, stock and a buyer who is signed in. */
async function fill(database: string, url: string, secret: string): Promise<Visitor[]> {
  const { pool, close } = openDatabase(database)
  const run = (text: string, values: unknown[] = []) => pool.query(text, values)
  const n = users
  await run(
    `insert into accounts.account (id, code, name) select a, 'A' || a, 'Account ' || a from generate_series(1, ${n}) a`,
  )
  await run(
    `insert into products.product (id, code, name, unit) select p, 'P' || p, 'Product ' || p, 'pcs' from generate_series(1, ${products}) p`,
  )
  await run(
    `insert into supply.claim (id, kind, via, source, said_at) overriding system value values (1, 'stock', 'system', 'bench', now())`,
  )
  await run(`select setval(pg_get_serial_sequence('supply.claim', 'id'), 10)`)
  await run(`insert into supply.stock (account_id, origin_id, product_id, day, on_hand, newest, claim_id)
    select a, a, p, date '2025-12-31', a + p, true, 1 from generate_series(1, ${n}) a cross join generate_series(1, ${products}) p`)
  await run(`insert into supply.purchase_order (number, account_id, account_code, account_name, currency, origin, state,
      created_by_name, created_at, proposed_by_name, proposed_at, state_since)
    select 'N' || a, a, 'A' || a, 'Account ' || a, 'CNY', 'proposal', 'proposed', 'Bench', now(), 'Bench', now(), now()
    from generate_series(1, ${n}) a`)
  await run(`insert into supply.order_line (order_id, line, product_id, product_code, product_name, quantity, proposed_quantity)
    select o.id, p, p, 'P' || p, 'Product ' || p, 5, 5 from supply.purchase_order o cross join generate_series(1, 12) p`)
  await run(`insert into auth."user" (id, name, email, "emailVerified", role, disabled, service)
    select 'u' || a, 'Buyer ' || a, 'b' || a || '@bench.invalid', true, 'portal buyer', false, false from generate_series(1, ${n}) a`)
  await run(
    `insert into portal.member (user_id, account_id, invited_by_name, joined_at) select 'u' || a, a, 'Bench', now() from generate_series(1, ${n}) a`,
  )
  const tokens = Array.from({ length: n }, () => randomBytes(24).toString('base64url'))
  await run(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
     select 's' || a, now() + interval '1 day', t, now(), 'u' || a from unnest($1::text[]) with ordinality as x (t, a)`,
    [tokens],
  )
  await run('analyze')
  const { rows } = await run(
    'select account_code as account, public_id as order from supply.purchase_order order by account_id',
  )
  await close()
  return rows.map(({ account, order }, at) => {
    const signature = createHmac('sha256', secret).update(tokens[at]!).digest('base64')
    const cookie = `vitalfew.session_token=${encodeURIComponent(`${tokens[at]}.${signature}`)}`
    return { account, order, headers: { cookie, origin: url, 'content-type': 'application/json' } }
  })
}
