import type { Kysely } from 'kysely'
import type pg from 'pg'
import { boughtByProduct } from '../../ledger/ledger.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { insertAllocationPolicy } from '../../supply/allocation/allocation-policies.store.ts'
import { type AllocationPolicy, usualPolicy } from '../../supply/allocation/allocation-policy.ts'
import { saveCapacity } from '../../supply/allocation/change-capacity.use.ts'
import { drawUpRun } from '../../supply/allocation/draw-up-run.use.ts'
import { releaseRun } from '../../supply/allocation/release-run.use.ts'
import { claimAvailability } from '../../supply/deliveries/deliveries.server.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { type DemoBought, scarceFamilies, scarceRequests } from './allocation.ts'
import { productionPlan } from './production-plan.ts'

type Loading = {
  db: Kysely<DB>
  pool: pg.Pool
  seed: string
  clock: Clock
  actors: DemoActors
  accounts: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
}

/** The policy as it came about, an allocation released in September, and the draft of what is left of the year. */
export async function loadAllocation(loading: Loading, made: DemoCompany): Promise<void> {
  const { db, pool, seed, actors, accounts, products } = loading
  await loadPolicies(loading)
  await loadProductionPlan(loading, made)
  const bought = await boughtScarce(loading, made)
  const family = new Map(made.products.map(product => [product.code, product.family]))
  const acting = (login: string, clock: Clock) => ({ db, pool, actor: actorOf(actors, login), clock })
  const named = (name: string, months: number) =>
    scarceRequests(seed, name, bought, months).map(({ account, product, ...said }) => ({
      ...said,
      accountId: accounts.get(account)!,
      productId: products.get(product)!,
    }))

  const september = named('september', 1)
  const inSeptember: Clock = { now: () => new Date('2026-09-07T02:30:00Z') }
  const released = await drawUpRun(acting('tang.li', inSeptember), {
    name: 'September: chips and radios short',
    weeks: null,
    requests: september,
    supply: [...Map.groupBy(september, request => request.productId)].map(([productId, rows]) => ({
      productId,
      quantity: String(Math.round(0.62 * rows.reduce((sum, row) => sum + Number(row.quantity), 0))),
    })),
  })
  await releaseRun(acting('lin.zhiyuan', { now: () => new Date('2026-09-08T06:05:00Z') }), released.publicId, 1)

  const uses = [...products]
    .filter(([code]) => family.get(code) === scarceFamilies[0])
    .map(([, productId]) => ({ productId, perUnit: '0.25' }))
  await saveCapacity(
    acting('tang.li', loading.clock),
    { name: 'SMT line 2', kind: 'line', unit: 'h', aWeek: '36', uses },
    null,
  )
  await drawUpRun(acting('tang.li', loading.clock), {
    name: 'November and December',
    weeks: { from: '2026-11-02', weeks: 8 },
    requests: named('november', 2),
    supply: [],
  })
}

async function loadProductionPlan({ db, seed, clock, products }: Loading, made: DemoCompany): Promise<void> {
  const codes = new Map([...products].map(([code, id]) => [id, code]))
  const sold = new Map<string, number>()
  for (const { productId, quantity } of await boughtByProduct(db, { from: '2025-11-01', to: '2026-10-31' })) {
    const code = codes.get(productId)
    if (code) sold.set(code, (sold.get(code) ?? 0) + Number(quantity) / 52)
  }
  await claimAvailability(
    db,
    { via: 'system', source: 'production plan', at: clock.now() },
    productionPlan(seed, made.products, sold).map(({ product, week, quantity }) => ({
      productId: products.get(product)!,
      week,
      quantity,
    })),
  )
}

/** What was bought of the scarce families in the quarter before, by code. */
async function boughtScarce({ db, accounts, products }: Loading, made: DemoCompany): Promise<DemoBought[]> {
  const codes = new Map([...accounts].map(([code, id]) => [id, code]))
  const scarce = new Map(
    made.products
      .filter(product => scarceFamilies.includes(product.family))
      .map(product => [products.get(product.code)!, product.code]),
  )
  const rows = await boughtByProduct(db, { from: '2026-08-01', to: '2026-10-31' })
  return rows.flatMap(({ accountId, productId, quantity }) => {
    const [account, product] = [codes.get(accountId), scarce.get(productId)]
    return account && product ? [{ account, product, quantity: Number(quantity) }] : []
  })
}

async function loadPolicies({ db, actors }: Loading): Promise<void> {
  const head = actorOf(actors, 'lin.zhiyuan')
  const steps: { policy: AllocationPolicy; note: string; since: string }[] = [
    {
      policy: { weights: { ...usualPolicy.weights, regular: 2 }, floorPercent: 0 },
      note: 'First policy, after the shortage of spring 2025',
      since: '2025-06-02',
    },
    {
      policy: usualPolicy,
      note: 'A floor for everybody: seven small accounts had left empty-handed in spring and bought elsewhere since',
      since: '2026-04-13',
    },
  ]
  for (const step of steps) await insertAllocationPolicy(db, head, { ...step, at: new Date(`${step.since}T02:00:00Z`) })
}
