import type pg from 'pg'
import { Kept } from '../../identify/kept.ts'
import { reviewWindow } from '../../identify/review-window.ts'
import { ledgerSpan, ledgerVersion, revenueByGroup, someSumsByAccount } from '../../ledger/ledger.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { categorisedProducts, productsVersion } from '../../products/product-names.server.ts'
import { candidatesEachSide, Market, type Purchase, sizeBand } from './market.ts'

export type Reading = { db: Db; pool: pg.Pool }

export type YearWindow = { from: string; to: string }

/** The twelve months up to the ledger's last day; null while the ledger is empty. */
export async function yearOfLedger(db: Db): Promise<YearWindow | null> {
  const span = await ledgerSpan(db)
  return span && reviewWindow(span.to, 12).year
}

const shelves = new WeakMap<pg.Pool, { whole: Kept<Market>; sizes: Kept<Map<number, string>> }>()

function shelfOf(pool: pg.Pool) {
  const shelf = shelves.get(pool) ?? { whole: new Kept<Market>(1), sizes: new Kept<Map<number, string>>(1) }
  shelves.set(pool, shelf)
  return shelf
}

/** Net sales of every account in the year, kept until the ledger changes. */
function sizesOf({ db, pool }: Reading, year: YearWindow, key: string): Promise<Map<number, string>> {
  return shelfOf(pool).sizes.get(key, async () => {
    const sums = await someSumsByAccount(db, year, ['revenue'])
    return new Map(sums.map(({ accountId, revenue }) => [accountId, revenue]))
  })
}

/** Everybody's purchases by product line, kept until the ledger or the products change: for the department's list. */
export async function wholeMarket(reading: Reading, year: YearWindow): Promise<Market> {
  const key = await versionOf(reading.db, year)
  return shelfOf(reading.pool).whole.get(key, async () =>
    marketOf(reading.db, year, await sizesOf(reading, year, key), null),
  )
}

/**
 * One account among those that could be alike: its size band within the candidates on each side, so that the page of
 * an account reads the lines of two hundred accounts at most, not of all. Answers the same as the
 * whole market would, as long as there are no more lines than are compared.
 */
export async function marketAround(reading: Reading, year: YearWindow, accountId: number): Promise<Market> {
  const key = await versionOf(reading.db, year)
  const sizes = await sizesOf(reading, year, key)
  const own = Number(sizes.get(accountId) ?? 0)
  if (!(own > 0)) return marketOf(reading.db, year, sizes, [accountId])
  const band = [...sizes]
    .map(([id, total]) => ({ id, total: Number(total) }))
    .filter(({ total }) => total <= own * sizeBand && total >= own / sizeBand)
    .sort((one, other) => other.total - one.total || one.id - other.id)
  const place = band.findIndex(({ id }) => id === accountId)
  const near = band.slice(Math.max(0, place - candidatesEachSide), place + candidatesEachSide + 1)
  return marketOf(
    reading.db,
    year,
    sizes,
    near.map(({ id }) => id),
  )
}

const versionOf = async (db: Db, { from, to }: YearWindow): Promise<string> =>
  `${await ledgerVersion(db)} ${await productsVersion(db)} ${from} ${to}`

async function marketOf(
  db: Db,
  year: YearWindow,
  sizes: ReadonlyMap<number, string>,
  accountIds: readonly number[] | null,
): Promise<Market> {
  const products = await categorisedProducts(db)
  const lines = [...new Set(products.map(product => product.category))]
  const numbers = new Map(lines.map((line, number) => [line, number]))
  const grouped = products.map(({ id, category }) => ({ productId: id, group: numbers.get(category)! }))
  const amounts = new Map<number, Map<string, string>>()
  for (const { accountId, group, revenue } of await revenueByGroup(db, year, grouped, accountIds)) {
    if (!(Number(revenue) > 0)) continue
    const known = amounts.get(accountId)
    if (known) known.set(lines[group]!, revenue)
    else amounts.set(accountId, new Map([[lines[group]!, revenue]]))
  }
  const chosen = accountIds ?? [...sizes.keys()]
  return new Market(
    chosen.map(
      (accountId): Purchase => ({
        accountId,
        total: Number(sizes.get(accountId) ?? 0),
        amounts: amounts.get(accountId) ?? new Map(),
      }),
    ),
  )
}
