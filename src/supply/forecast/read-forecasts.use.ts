import { accountNames, ownedAccounts, ownersOf } from '../../accounts/account-names.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import type { Tier } from '../../identify/tier.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { categorisedProducts, productNames } from '../../products/product-names.server.ts'
import { accuracyByMethod, accuracyByMonth } from './accuracy.store.ts'
import { adjustmentsWorth, listAdjustments } from './adjustments.store.ts'
import { type Grain, periodsFrom } from './periods.ts'
import { findSeries, forecastsMade, listSeries, pastOfSeries, type SeriesRow, type Which } from './series.store.ts'
import type { SeriesSort } from './series-sort.ts'
import { shownAdjustments } from './shown-adjustments.server.ts'
import type { Level } from './structure.ts'

type Context = Pick<ActorContext, 'db' | 'pool' | 'clock' | 'actor'>

type Asked = {
  level: Level
  accountId?: number
  productId?: number
  category?: string
  tier?: Tier
  whose: 'mine' | 'all'
  sort: SeriesSort
  limit: number
  cursor?: string
}

/** Forecasts of one level, a page of them. */
export async function listForecasts(context: Context, asked: Asked) {
  const { db } = context
  const offset = Number(asked.cursor ?? 0)
  const [rows, made] = await Promise.all([
    listSeries(db, {
      level: asked.level,
      accountIds: await accountsAsked(context, asked),
      productIds: await productsAsked(context, asked),
      tier: asked.level === 'tier' ? (asked.tier ?? null) : null,
      sort: asked.sort,
      limit: asked.limit + 1,
      offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    }),
    forecastsMade(db),
  ])
  return {
    items: await named(context, rows.slice(0, asked.limit)),
    nextCursor: rows.length > asked.limit ? String(offset + asked.limit) : null,
    madeOn: made?.madeOn ?? null,
    firstMonth: made?.firstMonth ?? null,
  }
}

/** Null: all. Only levels that have an account are narrowed. */
async function accountsAsked(context: Context, { level, accountId, tier, whose }: Asked): Promise<number[] | null> {
  if (level !== 'item' && level !== 'account') return null
  const owned = whose === 'mine' && context.actor.id !== null ? await ownedAccounts(context.db, context.actor.id) : null
  const one = accountId === undefined ? owned : owned === null || owned.includes(accountId) ? [accountId] : []
  if (tier === undefined) return one
  const tiers = await keyAccounts(context, null)
  const all = one ?? [...(await ownersOf(context.db, null)).keys()]
  return all.filter(id => (tiers.get(id) ?? 'regular') === tier)
}

async function productsAsked({ db }: Context, { level, productId, category }: Asked): Promise<number[] | null> {
  if (level !== 'item' && level !== 'product') return null
  if (productId !== undefined) return [productId]
  if (category === undefined) return null
  return (await categorisedProducts(db)).filter(product => product.category === category).map(product => product.id)
}

/** Rows with the names of what they are about, growth and value; those of accounts since removed are left out. */
async function named<Row extends SeriesRow>({ db }: Pick<Context, 'db'>, rows: readonly Row[]) {
  const [accounts, products] = await Promise.all([
    accountNames(
      db,
      rows.flatMap(row => row.accountId ?? []),
    ),
    productNames(
      db,
      rows.flatMap(row => row.productId ?? []),
    ),
  ])
  const living = rows.filter(row => row.accountId === null || accounts.has(row.accountId))
  return living.map(row => {
    const account = row.accountId === null ? null : accounts.get(row.accountId)!
    return {
      ...row,
      level: row.level,
      account: account && { id: account.id, code: account.code, name: account.name },
      product: row.productId === null ? null : products.get(row.productId)!,
      tier: row.tier,
      method: row.method,
      source: row.source,
      mase: row.mase,
      bias: row.bias,
      ahead: row.ahead,
      lastYear: row.lastYear,
      growth: row.lastYear > 0 ? row.ahead / row.lastYear - 1 : null,
      value: row.pieceValue === null ? null : (row.ahead * row.pieceValue).toFixed(2),
    }
  })
}

/** One series whole. Refused as forecast_unknown. */
export async function readForecast(context: Context, which: Which, grain: Grain) {
  const { db } = context
  const row = await findSeries(db, which, grain)
  if (!row) throw new Refusal('forecast_unknown')
  const [shown] = await named(context, [row])
  if (!shown) throw new Refusal('forecast_unknown')
  const tiers = which.accountId === null ? null : await keyAccounts(context, [which.accountId])
  const [past, adjustments] = await Promise.all([
    pastOfSeries(db, which),
    listAdjustments(db, {
      accountIds: null,
      touching: {
        ...which,
        tier: tiers === null ? which.tier : (tiers.get(which.accountId!) ?? 'regular'),
        category: shown.product?.category ?? null,
      },
      when: 'all',
      today: await businessDay(context),
      limit: 50,
      after: null,
    }),
  ])
  const history = row.historyFrom === null ? [] : periodsFrom(row.historyFrom, 'month', row.history!.length)
  return {
    ...shown,
    points: periodsFrom(row.firstPeriod, grain, row.mean.length).map((period, at) => ({
      period,
      base: row.base?.[at] ?? null,
      mean: row.mean[at]!,
      p10: row.p10[at]!,
      p90: row.p90[at]!,
    })),
    history: history.map((period, at) => ({
      period,
      pieces: row.history![at]!,
      cleaned: (row.cleaned ?? row.history!)[at]!,
    })),
    past,
    adjustments: await shownAdjustments(context, adjustments),
  }
}

/** How far off forecasts were, and what people's adjustments were worth. */
export async function readAccuracy({ db }: Context) {
  const [months, methods, worth] = await Promise.all([accuracyByMonth(db), accuracyByMethod(db), adjustmentsWorth(db)])
  const share = (missed: number) => (worth.actual > 0 ? missed / worth.actual : null)
  return {
    months,
    methods,
    adjustments: {
      cases: worth.cases,
      helped: worth.helped,
      missed: share(worth.missed),
      baseMissed: share(worth.baseMissed),
      naiveMissed: share(worth.naiveMissed),
    },
  }
}
