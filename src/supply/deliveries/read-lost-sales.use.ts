import { Decimal } from 'decimal.js'
import { accountNames } from '../../accounts/account-names.server.ts'
import { unitMargins } from '../../ledger/ledger.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import { weeklySales } from '../stock/stock.server.ts'
import { type LostSales, likelyRange, lostSales, type SalesWeek } from './lost-sales.ts'
import { filterOf } from './read-punctuality.use.ts'
import { weeksOut } from './stock-outs.store.ts'

type Lost = LostSales & { accountId: number; unitMargin: number }

/** As far on both sides of the window as a usual week is looked for. */
const margin = 13 * 7

/**
 * Margin lost because products were out of stock, by account, largest first. Money is units times what a unit of the
 * product earned at that account in the year before the window's end; products sold at a loss lose nothing.
 */
export async function readLostSales(
  reading: { db: Db; clock: Clock },
  asked: { from?: string; to?: string; accountId?: number; ownerId?: string },
) {
  const { db } = reading
  const { from, to, accountIds } = await filterOf(reading, asked)
  const { lost, unknown } = await lostByProduct(db, { from, to, accountIds })
  const byAccount = new Map<number, Lost[]>()
  for (const each of lost) byAccount.set(each.accountId, [...(byAccount.get(each.accountId) ?? []), each])
  const names = await accountNames(db, [...new Set([...byAccount.keys(), ...unknown.keys()])])
  const accounts = [...names.values()]
    .map(({ id, code, name }) => {
      const own = byAccount.get(id) ?? []
      return {
        account: { id, code, name },
        ...moneyOf(own),
        products: own.length,
        weeksOut: own.reduce((sum, each) => sum + each.weeksOut, 0),
        reported: amount(own.reduce((sum, each) => sum + each.reported * each.unitMargin, 0)),
        unknown: unknown.get(id) ?? 0,
      }
    })
    .sort((one, other) => Number(other.margin) - Number(one.margin) || one.account.id - other.account.id)
  return { from, to, total: moneyOf(lost), accounts }
}

async function lostByProduct(
  db: Db,
  { from, to, accountIds }: { from: string; to: string; accountIds: readonly number[] | null },
): Promise<{ lost: Lost[]; unknown: Map<number, number> }> {
  const [first, last] = [weekOf(from), weekOf(to)]
  const out = await weeksOut(db, { accountIds, from: daysAfter(first, -margin), to: daysAfter(last, margin) })
  const wereOut = new Map<string, Set<string>>()
  for (const { accountId, productId, week } of out) {
    const key = `${accountId} ${productId}`
    wereOut.set(key, (wereOut.get(key) ?? new Set()).add(week))
  }
  const sales = await weeklySales(db, { accountIds, from: daysAfter(first, -margin), until: daysAfter(last, margin) })
  const series = new Map<string, SalesWeek[]>()
  for (const { accountId, productId, week, sold, lostSales: reported } of sales) {
    const key = `${accountId} ${productId}`
    const own = series.get(key) ?? []
    series.set(key, own)
    own.push({
      week,
      sold: Number(sold),
      wasOut: wereOut.get(key)?.has(week) ?? false,
      reported: Number(reported) > 0 ? Number(reported) : null,
    })
  }
  const earned = new Map(
    (await unitMargins(db, { accountIds, from: daysAfter(to, -365), to })).map(each => [
      `${each.accountId} ${each.productId}`,
      Number(each.margin),
    ]),
  )
  const lost: Lost[] = []
  const unknown = new Map<number, number>()
  for (const [key, weeks] of series) {
    const accountId = Number(key.split(' ')[0])
    const found = lostSales(weeks, week => week >= first && week <= last)
    const unitMargin = Math.max(0, earned.get(key) ?? 0)
    if (found === null) unknown.set(accountId, (unknown.get(accountId) ?? 0) + 1)
    else if (found.weeksOut > 0) lost.push({ ...found, accountId, unitMargin })
  }
  return { lost, unknown }
}

/** Products are taken as independent: their variances add. */
function moneyOf(lost: readonly Lost[]) {
  const mean = lost.reduce((sum, each) => sum + each.units * each.unitMargin, 0)
  const deviation = Math.sqrt(lost.reduce((sum, each) => sum + (each.deviation * each.unitMargin) ** 2, 0))
  const { p10, p90 } = likelyRange(mean, deviation)
  return {
    units: lost.reduce((sum, each) => sum + each.units, 0),
    margin: amount(mean),
    p10: amount(p10),
    p90: amount(p90),
  }
}

/** An estimate, to the cent. */
const amount = (value: number): string => new Decimal(value).toDecimalPlaces(2).toFixed()
