import type { Kysely } from 'kysely'
import type pg from 'pg'
import { keyAccounts } from '../../identify/identify.server.ts'
import { type MonthlyQuantity, monthlyQuantities } from '../../ledger/ledger.server.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { jobActor } from '../../platform/roles.ts'
import {
  accountsSellingThrough,
  askForecastsAnew,
  enterAdjustments,
  makeForecasts,
} from '../../supply/forecast/forecast.server.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { type DemoMonth, demoAdjustments } from './adjustments.ts'

type Loading = { db: Kysely<DB>; pool: pg.Pool; seed: string; clock: Clock; actors: DemoActors }

type Ids = { accounts: ReadonlyMap<string, number>; products: ReadonlyMap<string, number> }

/** The months of which people's guesses can be compared with what came. */
const told = { from: '2026-01-01', to: '2026-09-30' }

/** Loading works out the special and platinum accounts; the job that is asked for here makes all once the worker runs. */
const atOnce = new Set(['special', 'platinum'])

/** What people know and the past does not, and the forecasts of the first accounts; all others follow in the background. */
export async function loadForecasts(
  { db, pool, seed, clock, actors }: Loading,
  made: DemoCompany,
  ids: Ids,
): Promise<void> {
  const key = await keyAccounts({ db, pool, clock }, null)
  // Of those that report what they sell, what they bought says less of their demand.
  const selling = await accountsSellingThrough(db)
  const buying = [...key.keys()].filter(id => !selling.has(id))
  const rows = await monthlyQuantities(db, told, buying)
  const adjustments = demoAdjustments(seed, made.accounts, made.products, demoMonths(rows, ids))
  const entered = await enterAdjustments(
    db,
    adjustments.map(({ account, product, authorKey, ...said }) => {
      const author = actorOf(actors, authorKey)
      return {
        ...said,
        accountId: account === null ? null : ids.accounts.get(account)!,
        productId: product === null ? null : ids.products.get(product)!,
        madeBy: author.id,
        madeByName: author.name,
      }
    }),
  )
  for (const [at, { id }] of entered.entries()) {
    const { account, authorKey, title, reason, fromDay, toDay, quantity, percent } = adjustments[at]!
    await recordChanges(db, actorOf(actors, authorKey), [
      {
        room: 'supply',
        subject: 'adjustment',
        subjectId: id,
        accountId: account === null ? null : ids.accounts.get(account)!,
        operation: 'adjust',
        after: { title, reason, fromDay, toDay, quantity, percent },
      },
    ])
  }
  await makeForecasts(
    { db, pool, clock },
    { accountIds: [...key].flatMap(([id, tier]) => (atOnce.has(tier) ? [id] : [])) },
  )
  await askForecastsAnew(db, jobActor('Forecasts'), clock.now())
}

/** By account and product: the mean of the other months is what is usual. */
function demoMonths(rows: readonly MonthlyQuantity[], { accounts, products }: Ids): DemoMonth[] {
  const codes = (byCode: ReadonlyMap<string, number>) => new Map([...byCode].map(([code, id]) => [id, code]))
  const [accountCodes, productCodes] = [codes(accounts), codes(products)]
  const months = 9
  return [...Map.groupBy(rows, row => `${row.accountId} ${row.productId}`).values()].flatMap(ofItem => {
    const all = ofItem.reduce((sum, row) => sum + row.quantity, 0)
    return ofItem.map(({ accountId, productId, month, quantity }) => ({
      account: accountCodes.get(accountId)!,
      product: productCodes.get(productId)!,
      month,
      pieces: quantity,
      usual: (all - quantity) / (months - 1),
    }))
  })
}
