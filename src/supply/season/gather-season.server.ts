import { accountDirectory } from '../../accounts/directory.server.ts'
import { unitMargins } from '../../ledger/ledger.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { listCapacities } from '../allocation/capacities.store.ts'
import { availabilityByWeek } from '../deliveries/deliveries.server.ts'
import { lanesInUse } from '../deliveries/transport.store.ts'
import { forecastsOf, type SeriesAhead } from '../forecast/forecast.server.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import { singlePieces } from '../reasonable/handling-units.ts'
import { readLoadUnits, readPacks } from '../reasonable/packs.store.ts'
import { stockNow } from '../stock/stock.server.ts'
import type { SeasonFacts } from './plan-tasks.ts'
import type { Season } from './season.ts'
import type { WeeklyDemand } from './sure-demand.ts'

/** What a season's plan is worked out from, as of today: forecasts, production, stock, packs, lanes and loads. */
export async function gatherSeason(
  db: Db,
  today: string,
  season: Pick<Season, 'fromWeek' | 'untilWeek' | 'settings'>,
): Promise<SeasonFacts> {
  const first = weekOf(today)
  const weeks = weekIndex(first, season.untilWeek) + 1
  const [forecasts, available, stock, packs, loads, lanes, capacities, margins, accounts] = await Promise.all([
    forecastsOf(db, { grain: 'week' }),
    availabilityByWeek(db, { from: first, weeks }),
    stockNow(db, {}),
    readPacks(db, null),
    readLoadUnits(db),
    lanesInUse(db),
    listCapacities(db),
    unitMargins(db, { from: daysAfter(today, -365), to: today }),
    accountDirectory(db),
  ])
  const names = await productNames(db, [...new Set(forecasts.map(series => series.productId))])
  return {
    first,
    weeks,
    start: Math.max(0, weekIndex(first, season.fromWeek)),
    today,
    forecasts: forecasts.map(series => ({
      accountId: series.accountId,
      productId: series.productId,
      demand: fromWeek(series, first, weeks + season.settings.coverWeeks),
    })),
    available: Map.groupBy(
      available.map(row => ({ ...row, index: weekIndex(first, row.week) })),
      row => row.productId,
    ),
    stock,
    packOf: id => packs.get(id) ?? singlePieces,
    loads,
    lanes,
    capacities,
    marginOf: marginsBy(margins),
    countryOf: new Map(accounts.map(account => [account.id, account.country])),
    nameOf: id => names.get(id) ?? { code: String(id), name: '' },
  }
}

export const weekIndex = (first: string, week: string): number =>
  Math.round((Date.parse(`${week}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / (7 * 86_400_000))

/** The forecast from a week on; what lies before it is over. */
function fromWeek({ firstPeriod, mean, p10, p90 }: SeriesAhead, first: string, weeks: number): WeeklyDemand {
  const skip = weekIndex(firstPeriod, first)
  const part = (values: readonly number[]) =>
    skip >= 0 ? values.slice(skip, skip + weeks) : [...Array<number>(-skip).fill(0), ...values].slice(0, weeks)
  return { mean: part(mean), p10: part(p10), p90: part(p90) }
}

/** Margin of a unit at an account, else over all accounts; null where no cost is known. */
function marginsBy(margins: Awaited<ReturnType<typeof unitMargins>>) {
  const own = new Map(margins.map(each => [`${each.accountId} ${each.productId}`, Number(each.margin)]))
  const sums = new Map<number, { margin: number; quantity: number }>()
  for (const { productId, margin, quantity } of margins) {
    const sum = sums.get(productId) ?? { margin: 0, quantity: 0 }
    sums.set(productId, {
      margin: sum.margin + Number(margin) * Number(quantity),
      quantity: sum.quantity + Number(quantity),
    })
  }
  return (accountId: number | null, productId: number): number | null => {
    const here = accountId === null ? undefined : own.get(`${accountId} ${productId}`)
    const sum = sums.get(productId)
    return here ?? (sum ? sum.margin / sum.quantity : null)
  }
}
