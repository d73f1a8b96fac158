import type { Kysely } from 'kysely'
import type pg from 'pg'
import { someSumsByAccount } from '../../ledger/ledger.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import {
  addCredits,
  addRhythms,
  proposeOrders,
  readStockPolicy,
  replaceLoadUnits,
  reviewStock,
  writePacks,
  writeStockPolicy,
} from '../../supply/reasonable/reasonable.server.ts'
import { demoDay } from '../company.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { reportingAccounts } from '../stock/stock.ts'
import { demoCredits, demoLoads, demoPacks, demoRhythms } from './proposals.ts'

type Loading = {
  db: Kysely<DB>
  pool: pg.Pool
  seed: string
  clock: Clock
  actors: DemoActors
  accounts: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
}

/** So many orders are made this morning: drafts, and the last one put before its account. */
const ordersMade = 3

/** Packs, trucks, credit, rhythms and a policy; the stock of all who report is reviewed, and three orders are proposed. */
export async function loadProposals(loading: Loading, made: DemoCompany): Promise<void> {
  const { db, pool, clock, actors, accounts } = loading
  const reporting = reportingAccounts(made.accounts)
  await db.transaction().execute(inside => enterTerms({ ...loading, db: inside as Kysely<DB> }, made, reporting))
  await reviewStock({ db, pool, clock }, null)
  let count = 0
  for (const { code, ownerKey } of reporting) {
    if (count === ordersMade || ownerKey === null) continue
    const actor = actorOf(actors, ownerKey)
    const orders = await proposeOrders(
      { db, clock, actor },
      [accounts.get(code)!],
      count === ordersMade - 1 ? 'proposed' : 'draft',
    )
    count += orders.filter(({ order }) => order !== null).length
  }
}

async function enterTerms(
  { db, seed, accounts, products }: Loading,
  made: DemoCompany,
  reporting: ReturnType<typeof reportingAccounts>,
): Promise<void> {
  await writePacks(
    db,
    demoPacks(seed, made.products).map(({ product, ...pack }) => ({ productId: products.get(product)!, ...pack })),
  )
  await replaceLoadUnits(db, demoLoads)
  const { limits, service, version } = await readStockPolicy(db)
  await writeStockPolicy(db, { limits: { ...limits, closing: 'quarter' }, service }, version)
  const ids = reporting.map(({ code }) => accounts.get(code)!)
  const sums = await someSumsByAccount(db, { from: '2025-11-01', to: '2026-10-31' }, ['revenue'], ids)
  const revenue = new Map(sums.map(({ accountId, revenue: sum }) => [accountId, Number(sum)]))
  const yearly = new Map(reporting.map(({ code }) => [code, revenue.get(accounts.get(code)!) ?? 0]))
  await addCredits(
    db,
    demoCredits(seed, reporting, yearly).map(({ account, ...credit }) => ({
      accountId: accounts.get(account)!,
      asOf: demoDay,
      ...credit,
    })),
  )
  await addRhythms(
    db,
    demoRhythms(reporting).map(({ account, ...rhythm }) => ({
      accountId: accounts.get(account)!,
      startsOn: demoDay,
      ...rhythm,
    })),
  )
}
