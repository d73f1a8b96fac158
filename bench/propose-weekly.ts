import pg from 'pg'
import type { BenchPostgres } from './bench-postgres.ts'
import { inChild } from './child-process.ts'
import { currentLoad } from './machine.ts'
import type { Measurement, Size } from './measurement.ts'
import type { WeekProposed } from './propose-weekly.child.ts'

/** A Monday. */
const today = '2026-11-02'
const products = 200
const accountsOf = (size: Size) => (size.quick ? 60 : 600)
/** The whole week, and what we set ourselves. */
const goal = 20_000

/** (i) A Monday: all stock reviewed and an order drafted for every account that needs one. */
export async function measureProposals(postgres: BenchPostgres, size: Size): Promise<Measurement> {
  const accounts = accountsOf(size)
  const url = await postgres.makeDatabase('vitalfew_proposals', 'product')
  await fill(url, accounts)
  const loads = [currentLoad()]
  const { found, memory } = await inChild<WeekProposed>('./propose-weekly.child.ts', { url, today })
  loads.push(currentLoad())
  await postgres.dropDatabase('vitalfew_proposals')
  const whole = found.review + found.drafts
  return {
    key: 'i',
    title: `weekly proposals for ${accounts.toLocaleString('en')} accounts × ${products} products`,
    ratio: whole / goal,
    goal: `${goal / 1000} s for the whole week: < 1`,
    memory: { proposals: memory },
    rows: [
      {
        what: 'reviewed and drafted',
        milliseconds: whole,
        note: `${found.orders.toLocaleString('en')} drafts with ${found.lines.toLocaleString('en')} lines; load ${loads.join(' → ')}`,
      },
      { what: '  stock reviewed', milliseconds: found.review, note: `${found.items.toLocaleString('en')} items` },
      { what: '  planned alone', milliseconds: found.plan, note: 'rounded, loaded, within credit' },
      { what: '  planned and written as drafts', milliseconds: found.drafts },
    ],
  }
}

/** Accounts and products with a season, reports of thirteen weeks, a year's purchases, packs, a truck and credit. */
async function fill(url: string, accounts: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const run = (text: string) => client.query(text)
  await run('select setseed(0.4)')
  await run(`insert into accounts.account (id, code, name, country, owner_id)
    select a, 'A' || a, 'Account ' || a, 'CN', null from generate_series(1, ${accounts}) a`)
  await run(`insert into products.product (id, code, name, list_price, standard_cost)
    select p, 'P' || p, 'Product ' || p, 40 + p * 7, 24 + p * 4 from generate_series(1, ${products}) p`)
  await run(`create table item as select a as account, p as product, exp(random() * 4)::float8 as mean, random() * 6.28 as phase,
      random() as luck from generate_series(1, ${accounts}) a cross join generate_series(1, ${products}) p`)
  await run(`insert into supply.forecast (account_id, product_id, level, grain, first_period, method, source, mean, p10, p90, why,
      ahead, last_year, made_on)
    select account, product, 'item', 'week', '${today}', 'theta', 'sell-through',
      array(select round((mean * (1 + 0.4 * sin(phase + w * 0.12)))::numeric, 2)::float8 from generate_series(0, 51) w),
      array_fill(round((mean * 0.4)::numeric, 2)::float8, '{52}'),
      array(select round((mean * (1.5 + 0.4 * sin(phase + w * 0.12)))::numeric, 2)::float8 from generate_series(0, 51) w),
      '{}', 52 * mean, 52 * mean, '${today}' from item`)
  await run(`insert into supply.claim (id, kind, via, source, said_at) overriding system value
    values (1, 'stock', 'system', 'bench', '${today}'), (2, 'sell-through', 'system', 'bench', '${today}')`)
  await run(`insert into supply.stock (account_id, origin_id, product_id, day, on_hand, newest, claim_id)
    select account, account, product, date '${today}' - 1, round((mean * luck * 8)::numeric), true, 1 from item`)
  await run(`insert into supply.sell_through (account_id, origin_id, product_id, from_day, to_day, sold, claim_id)
    select account, account, product, date '${today}' - 7 * w, date '${today}' - 7 * w + 6, round(mean::numeric), 2
    from item cross join generate_series(1, 13) w`)
  await run(`insert into bookkeeping.posting (import_id, source) values (1, 'erp')`)
  await run(`insert into ledger.document (account_id, id, day, last_day, lines, return_lines, free_lines, lines_with_cost, source,
      number, net, cost, net_without_cost, returns_net, origin_id)
    select a, a * 4 + q, day, day, ${products}, 0, 0, ${products}, 'erp', (a * 4 + q)::text, 1000, 600, 0, 0, a
    from generate_series(1, ${accounts}) a cross join generate_series(0, 3) q, lateral (select date '2026-01-12' + 80 * q as day) d`)
  await run(`insert into ledger.line (account_id, document_id, line, product_id, day, kind, flags, net, quantity, cost, posting)
    select account, account * 4 + q, product::text, product, date '2026-01-12' + 80 * q, 0, 0,
      round((mean * 13 * (40 + product * 7))::numeric, 2), round((mean * 13)::numeric), round((mean * 13 * (24 + product * 4))::numeric, 2), 1
    from item cross join generate_series(0, 3) q`)
  await run(`insert into supply.pack (product_id, pack, layer, pallet, weight_kg, volume_m3)
    select p, 6, 48, 288, 0.8, 0.003 from generate_series(1, ${products}) p`)
  await run(`insert into supply.load_unit (name, payload_kg, volume_m3, full_price, part_price_per_kg)
    values ('Pallet', 400, 1.6, 520, 5.5), ('Truck', 18000, 55, 6800, 5.5)`)
  await run(`insert into supply.credit (account_id, credit_limit, open, as_of)
    select a, 600000, 100000, '${today}' from generate_series(1, ${accounts}) a`)
  await run('analyze')
  await client.end()
}
