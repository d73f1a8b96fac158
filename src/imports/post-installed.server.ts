import { Decimal } from 'decimal.js'
import type pg from 'pg'
import { accountCodes } from '../accounts/accounts.server.ts'
import { mergedAccounts } from '../accounts/merge/merged-accounts.server.ts'
import { type ClaimedItem, claimInstalled } from '../know/installed/claim-installed.store.ts'
import type { Condition } from '../know/installed/replacement.ts'
import { sitesOf } from '../know/sites/sites.server.ts'
import type { Db } from '../platform/database.server.ts'
import { readSettings } from '../platform/settings.server.ts'
import { type NamedProduct, productNames } from '../products/product-names.server.ts'
import { productCodes } from '../products/products.server.ts'
import { isProblem, type Problem, problem } from './map-invoice-line.ts'
import type { RecordFields } from './map-record.ts'
import type { InvoiceJob } from './post-invoices.server.ts'
import type { Kept } from './post-records.server.ts'
import { newestRate } from './rates.store.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'

const conditions: Record<string, Condition> = {
  good: 'good',
  良好: 'good',
  正常: 'good',
  gut: 'good',
  worn: 'worn',
  aged: 'worn',
  old: 'worn',
  老化: 'worn',
  陈旧: 'worn',
  failing: 'failing',
  broken: 'failing',
  faulty: 'failing',
  频繁故障: 'failing',
  故障: 'failing',
}

/** What stands at known accounts; `kept` are rows whose account is known. Sites are those of the account, by code or name. */
export async function postInstalled(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: readonly Kept[],
  setAside: SetAsideWriter,
): Promise<{ added: number; replaced: number; unchanged: number; accountIds: number[] }> {
  const merged = await mergedAccounts(client)
  // The equipment stands with the account that lives; should the merge be undone, it stays there.
  const codes = new Map([...(await accountCodes(client, job.source))].map(([code, id]) => [code, merged.get(id) ?? id]))
  const accountIds = [...new Set(kept.map(({ fields }) => codes.get(fields.account!)!))]
  const facts = {
    sites: await siteBook(db, accountIds),
    products: await productBook(client, db, job.source, kept),
    company: (await readSettings(db)).companyName,
    rates: await ratesOf(db, job, kept),
  }
  const items: ClaimedItem[] = []
  for (const { number, raw, fields } of kept) {
    const item = readItem(codes.get(fields.account!)!, fields, facts, job)
    if (isProblem(item)) setAside.add(number, item, raw)
    else items.push(item)
  }
  return { ...(await claimInstalled(db, job.importId, items)), accountIds }
}

type Facts = {
  /** Sites by account and by code or name in small letters: "12 main plant". */
  sites: ReadonlyMap<string, number>
  products: ReadonlyMap<string, NamedProduct>
  company: string
  /** Base currency for one unit, by currency; without a rate a price has no value in base currency. */
  rates: ReadonlyMap<string, string | null>
}

function readItem(accountId: number, fields: RecordFields, facts: Facts, job: InvoiceJob): ClaimedItem | Problem {
  const product = fields.product === undefined ? undefined : facts.products.get(fields.product)
  const brand = fields.brand ?? (product && (facts.company || product.name))
  if (brand === undefined) return problem('brand_missing', 'brand')
  const siteId = fields.site === undefined ? null : facts.sites.get(`${accountId} ${fields.site.toLowerCase()}`)
  if (siteId === undefined) return problem('site_unknown', 'site')
  const quantity = Number(fields.quantity ?? '1')
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 10_000_000)
    return problem('quantity_unreadable', 'quantity')
  const lifeMonths = lifeOf(fields)
  if (lifeMonths !== null && !(lifeMonths >= 1 && lifeMonths <= 600)) return problem('life_unreadable', 'life_months')
  const condition = fields.condition === undefined ? null : conditions[fields.condition.toLowerCase()]
  if (condition === undefined) return problem('condition_unreadable', 'condition')
  if (fields.unit_price?.startsWith('-')) return problem('amount_unreadable', 'unit_price')
  const currency = currencyOf(fields, job)
  return {
    accountId,
    siteId,
    brand,
    model: fields.model ?? product?.code ?? null,
    ours: product !== undefined,
    productLine: fields.category ?? product?.category ?? null,
    quantity,
    boughtOn: fields.bought_on ?? null,
    unitPrice: fields.unit_price ?? null,
    currency,
    basePrice: inBase(fields.unit_price, currency === null ? '1' : facts.rates.get(currency)),
    lifeMonths,
    condition,
    note: fields.note ?? null,
  }
}

function lifeOf({ life_months: months, life_years: years }: RecordFields): number | null {
  if (months !== undefined) return Math.round(Number(months))
  return years === undefined ? null : Math.round(Number(years) * 12)
}

/** Null for the base currency, as everywhere. */
function currencyOf(fields: RecordFields, job: InvoiceJob): string | null {
  const currency = fields.currency ?? job.shape.currency
  return fields.unit_price === undefined || currency === job.baseCurrency ? null : currency
}

const inBase = (price: string | undefined, rate: string | null | undefined): string | null =>
  price === undefined || !rate ? null : new Decimal(price).times(rate).toDecimalPlaces(4).toFixed()

async function ratesOf(db: Db, job: InvoiceJob, kept: readonly Kept[]): Promise<Map<string, string | null>> {
  const rates = new Map<string, string | null>()
  for (const currency of new Set(kept.map(({ fields }) => currencyOf(fields, job))))
    if (currency !== null) rates.set(currency, await newestRate(db, currency))
  return rates
}

async function siteBook(db: Db, accountIds: readonly number[]): Promise<Map<string, number>> {
  const book = new Map<string, number>()
  for (const site of await sitesOf(db, accountIds)) {
    book.set(`${site.accountId} ${site.name.toLowerCase()}`, site.id)
    if (site.code !== null) book.set(`${site.accountId} ${site.code.toLowerCase()}`, site.id)
  }
  return book
}

/** Our products that the file names, by the code it uses. */
async function productBook(
  client: pg.PoolClient,
  db: Db,
  source: string,
  kept: readonly Kept[],
): Promise<Map<string, NamedProduct>> {
  const named = new Set(kept.flatMap(({ fields }) => fields.product ?? []))
  if (named.size === 0) return new Map()
  const ids = await productCodes(client, source)
  const products = await productNames(
    db,
    [...named].flatMap(code => ids.get(code) ?? []),
  )
  return new Map(
    [...named].flatMap(code => {
      const product = products.get(ids.get(code) ?? 0)
      return product ? [[code, product]] : []
    }),
  )
}
