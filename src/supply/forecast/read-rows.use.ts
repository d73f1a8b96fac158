import { accountNames, accountsByCode } from '../../accounts/account-names.server.ts'
import { productNames, productsByCode } from '../../products/product-names.server.ts'
import { monthsForecast } from './forecast-rows.ts'
import { isFresh } from './fresh.server.ts'
import { computeForecasts } from './make-forecasts.use.ts'
import { periodsFrom } from './periods.ts'
import type { Reading } from './read-demand.use.ts'
import { seriesByMonth } from './series.store.ts'

/** A sum has null where it holds all: an account's all products, a product's all accounts, everything. */
export type NamedForecast = {
  account: string | null
  product: string | null
  method: string
  points: { period: string; mean: number; p10: number; p90: number }[]
}

type Row = {
  accountId: number | null
  productId: number | null
  method: string
  firstPeriod: string
  mean: ArrayLike<number>
  p10: ArrayLike<number>
  p90: ArrayLike<number>
}

type Asked = { account: string | null; product: string | null; horizon: number }

/** Codes that nobody knows are said instead of rows. */
export type ForecastAnswer = { rows: NamedForecast[] } | { unknown: 'account' | 'product'; code: string }

/**
 * The forecasts by month of items and of what they add up to: those in force where nothing has changed since they were
 * made, else worked out now without being kept.
 */
export async function readForecastRows(
  context: Reading,
  { account, product, horizon }: Asked,
): Promise<ForecastAnswer> {
  const { db } = context
  const accountId = account === null ? null : (await accountsByCode(db, [account])).get(account)
  if (accountId === undefined) return { unknown: 'account', code: account! }
  const productId = product === null ? null : (await productsByCode(db, [product])).get(product)
  if (productId === undefined) return { unknown: 'product', code: product! }
  const fits = (row: Pick<Row, 'accountId' | 'productId'>) =>
    (accountId === null || row.accountId === accountId) && (productId === null || row.productId === productId)
  const rows =
    (await isFresh(context)) && horizon <= monthsForecast
      ? await seriesByMonth(db, accountId, productId)
      : await worked(context, horizon)
  return { rows: await named(context, rows.filter(fits), horizon) }
}

/** Never fewer months than are kept: how far one looks decides which methods count. */
async function worked(context: Reading, horizon: number): Promise<Row[]> {
  const computed = await computeForecasts(context, { horizon: Math.max(horizon, monthsForecast) })
  return (computed?.rows ?? [])
    .filter(row => row.grain === 'month' && row.key.level !== 'tier')
    .map(({ key, method, firstPeriod, band }) => ({ ...key, method, firstPeriod, ...band }))
}

async function named({ db }: Reading, rows: readonly Row[], horizon: number): Promise<NamedForecast[]> {
  const ids = (of: (row: Row) => number | null) => [...new Set(rows.flatMap(row => of(row) ?? []))]
  const accounts = await accountNames(
    db,
    ids(row => row.accountId),
  )
  const products = await productNames(
    db,
    ids(row => row.productId),
  )
  const thousandths = (value: number) => Math.round(value * 1000) / 1000
  // An account that was removed since has no name any more.
  return rows
    .filter(row => row.accountId === null || accounts.has(row.accountId))
    .map(row => ({
      account: row.accountId === null ? null : accounts.get(row.accountId)!.code,
      product: row.productId === null ? null : products.get(row.productId)!.code,
      method: row.method,
      points: periodsFrom(row.firstPeriod, 'month', Math.min(horizon, row.mean.length)).map((period, at) => ({
        period,
        mean: row.mean[at]!,
        p10: thousandths(row.p10[at]!),
        p90: thousandths(row.p90[at]!),
      })),
    }))
    .sort((one, other) => order(one.account, other.account) || order(one.product, other.product))
}

/** Sums first. */
const order = (one: string | null, other: string | null) =>
  one === other ? 0 : one === null ? -1 : other === null ? 1 : one < other ? -1 : 1
