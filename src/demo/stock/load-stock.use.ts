import type { Kysely } from 'kysely'
import { addDays } from '../../engage/visits/wall-clock.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { claimAvailability, claimDeliveries } from '../../supply/deliveries/deliveries.server.ts'
import { deliveryKeys } from '../../supply/deliveries/delivery.ts'
import { insertLane } from '../../supply/deliveries/lanes.store.ts'
import { setGlns, setGtins } from '../../supply/stock/cross-reference.server.ts'
import { checkDigitOf } from '../../supply/stock/gtin.ts'
import { claimSellThrough, claimStock } from '../../supply/stock/stock.server.ts'
import type { DemoCompany } from '../demo-company.ts'
import { demoSource } from '../load-files.use.ts'
import { demoAvailability } from './availability.ts'
import { demoDeliveries, demoLanes, isDelivered } from './deliveries.ts'
import { type DemoStockSeries, demoStock, reportingAccounts } from './stock.ts'

type Loading = {
  db: Kysely<DB>
  seed: string
  clock: Clock
  accounts: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
}

const deliveriesSince = '2024-11-01'

/** Sixty-six weeks of stock and sales, two years of deliveries, half a year of supply to come, and the lanes. */
export async function loadStock(loading: Loading, made: DemoCompany): Promise<void> {
  const series = demoStock(loading.seed, made)
  await loading.db.transaction().execute(async db => {
    const inside = { ...loading, db: db as Kysely<DB> }
    await claimReports(inside, series)
    await claimTravels(inside, made)
    await claimSupply(inside, made, series)
    await name(inside, made)
  })
}

async function claimReports(
  { db, clock, accounts, products }: Loading,
  series: readonly DemoStockSeries[],
): Promise<void> {
  for (const source of ['EDI', 'file'] as const) {
    const own = series
      .filter(each => each.source === source)
      .map(each => ({ ...each, accountId: accounts.get(each.account)!, productId: products.get(each.product)! }))
    const claiming =
      source === 'EDI'
        ? { via: 'message' as const, source: 'X12 852', at: clock.now() }
        : { via: 'api' as const, source: 'dealer system', at: clock.now() }
    await claimStock(
      db,
      claiming,
      own.flatMap(({ accountId, productId, weeks }) =>
        weeks.map(({ week, onHand, inTransit }) => ({
          accountId,
          productId,
          day: addDays(week, 6),
          onHand: String(onHand),
          inTransit: String(inTransit),
          outOfStock: onHand === 0,
        })),
      ),
    )
    await claimSellThrough(
      db,
      claiming,
      own.flatMap(({ accountId, productId, weeks }) =>
        weeks.map(({ week, sold, returned, received, lost }) => ({
          accountId,
          productId,
          fromDay: week,
          toDay: addDays(week, 6),
          sold: String(sold),
          returned: String(returned),
          received: String(received),
          // Those with an exchange of data report what they could not serve as well.
          lostSales: source === 'EDI' && lost > 0 ? String(lost) : null,
        })),
      ),
    )
  }
}

async function claimTravels({ db, seed, clock, accounts, products }: Loading, made: DemoCompany): Promise<void> {
  const received = reportingAccounts(made.accounts).slice(0, 30)
  const lines = made.linesOf(new Set(received.map(({ code }) => code)), deliveriesSince, isDelivered)
  const rows = demoDeliveries(seed, received, lines).map(
    ({ account, product, promisedQuantity, quantity, currency, ...said }) => ({
      ...said,
      accountId: accounts.get(account)!,
      productId: products.get(product) ?? null,
      promisedQuantity: String(promisedQuantity),
      quantity: String(quantity),
      currency: currency === 'CNY' ? null : currency,
      fromPlace: 'Ningbo',
    }),
  )
  const keys = deliveryKeys(rows)
  await claimDeliveries(
    db,
    { via: 'system', source: demoSource, at: clock.now() },
    rows.map((row, at) => ({ ...row, key: keys[at]! })),
  )
  for (const { days, daysP90, ...lane } of demoLanes)
    await insertLane(db, {
      ...lane,
      fromPlace: 'Ningbo',
      accountId: null,
      days: String(days),
      daysP90: String(daysP90),
      costShare: null,
      isActive: true,
    })
}

async function claimSupply(
  { db, seed, clock, products }: Loading,
  made: DemoCompany,
  series: readonly DemoStockSeries[],
): Promise<void> {
  await claimAvailability(
    db,
    { via: 'system', source: 'production plan', at: clock.now() },
    demoAvailability(seed, made.products, series).map(({ product, week, quantity }) => ({
      productId: products.get(product)!,
      week,
      quantity: String(quantity),
    })),
  )
}

/** GTINs for all products and GLNs for the accounts that exchange data; the prefix belongs to nobody. */
async function name({ db, accounts, products }: Loading, made: DemoCompany): Promise<void> {
  const withCheckDigit = (digits: string) => `${digits}${checkDigitOf(digits)}`
  await setGtins(
    db,
    made.products.map(({ code }, at) => ({
      gtin: `0${withCheckDigit(`20${String(690_000 + at).padStart(10, '0')}`)}`,
      productId: products.get(code)!,
    })),
  )
  await setGlns(
    db,
    reportingAccounts(made.accounts)
      .slice(0, 12)
      .map(({ code }, at) => ({
        gln: withCheckDigit(`20${String(500 + at).padStart(10, '0')}`),
        accountId: accounts.get(code)!,
        siteId: null,
      })),
  )
}
