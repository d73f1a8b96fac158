import { Decimal } from 'decimal.js'
import type pg from 'pg'
import { type AccountLevel, accountLevels } from '../accounts/account.ts'
import { accountCodes, carryAccounts, claimAccounts } from '../accounts/accounts.server.ts'
import { claimContacts } from '../accounts/contacts.server.ts'
import { postCosts } from '../ledger/ledger.server.ts'
import type { PostedCost } from '../ledger/posting.ts'
import type { Db } from '../platform/database.server.ts'
import { claimProducts } from '../products/products.server.ts'
import { eachDataRow } from './data-rows.server.ts'
import { isZero, multiply } from './exact-decimal.ts'
import type { TableKind } from './fields.ts'
import { isProblem, problem } from './map-invoice-line.ts'
import { type RecordFields, recordMapper } from './map-record.ts'
import { postDeliveries } from './post-deliveries.server.ts'
import { postInstalled } from './post-installed.server.ts'
import type { InvoiceJob } from './post-invoices.server.ts'
import { postSellThrough, postStock, postSupply } from './post-supply.server.ts'
import { claimRates, type Rate } from './rates.store.ts'
import type { RecordBatch } from './record-batch.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'

export type RecordsOutcome = {
  rows: number
  added: number
  replaced: number
  unchanged: number
  flagged: number
  repeatedRows: number[]
}

export type Kept = { number: number; raw: string; fields: RecordFields }

/** All kinds of file but invoice lines: files of moderate size, posted as a whole on the caller's transaction. */
export async function postRecords(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  batches: AsyncIterable<RecordBatch>,
  setAside: SetAsideWriter,
  onRows: (rows: number) => void,
): Promise<RecordsOutcome> {
  const { shape } = job
  const map = recordMapper(shape)
  const kept: Kept[] = []
  let rows = 0
  for await (const batch of batches) {
    rows += eachDataRow(
      batch,
      shape,
      (number, cells, raw) => {
        const fields = map(cells)
        if (isProblem(fields)) setAside.add(number, fields, raw)
        else kept.push({ number, raw, fields })
      },
      (number, fault, raw) => setAside.addFault(number, fault, raw),
    )
    if (setAside.isFull) await setAside.flush()
    onRows(rows)
  }
  const posted = await post[shape.kind as keyof typeof post](client, db, job, kept, setAside)
  return { flagged: 0, repeatedRows: [], ...posted, rows }
}

type Post = (
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: Kept[],
  setAside: SetAsideWriter,
) => Promise<{ added: number; replaced: number; unchanged: number; flagged?: number }>

const post: Record<Exclude<TableKind, 'invoices'>, Post> = {
  accounts: postAccounts,
  products: postProducts,
  contacts: postContacts,
  rates: postRates,
  costs: postCostEntries,
  installed: async (client, db, job, kept, setAside) => {
    const known = await knownOnly(client, job, kept, setAside)
    const { accountIds, ...outcome } = await postInstalled(client, db, job, known, setAside)
    await holdAccounts(client, job, accountIds)
    return outcome
  },
  stock: postStock,
  'sell-through': postSellThrough,
  deliveries: postDeliveries,
  supply: postSupply,
}

const levels: Record<string, AccountLevel> = {
  group: 'group',
  集团: 'group',
  hq: 'group',
  headquarters: 'group',
  holding: 'group',
  总部: 'group',
  region: 'region',
  区域: 'region',
  大区: 'region',
  地区: 'region',
  branch: 'region',
  分公司: 'region',
  site: 'site',
  站点: 'site',
  store: 'site',
  门店: 'site',
  plant: 'site',
  工厂: 'site',
}

async function postAccounts(client: pg.PoolClient, _db: Db, job: InvoiceJob, kept: Kept[], setAside: SetAsideWriter) {
  const good = kept.filter(({ number, raw, fields }) => {
    const level = fields.level?.trim().toLowerCase()
    if (level === undefined || levels[level] || accountLevels.includes(level as AccountLevel)) return true
    setAside.add(number, problem('level_unreadable', 'level'), raw)
    return false
  })
  const known = job.createAccounts ? good : await knownOnly(client, job, good, setAside)
  const claimed = await claimAccounts(
    client,
    job.importId,
    job.source,
    known.map(({ fields }) => ({
      code: fields.account!,
      parentCode: fields.parent ?? null,
      name: fields.name,
      country: fields.country,
      region: fields.region,
      city: fields.city,
      address: fields.address,
      salesperson: fields.salesperson,
      cooperationSince: fields.cooperation_since,
      legalStandingConfirmedOn: fields.legal_standing_confirmed_on,
      taxNumber: fields.tax_number,
      note: fields.note,
      level:
        fields.level === undefined
          ? undefined
          : (levels[fields.level.trim().toLowerCase()] ?? (fields.level as AccountLevel)),
    })),
  )
  return counted(claimed, known.length, claimed.unknownParents.length + claimed.circularParents.length)
}

/** Rows that speak of the same thing twice count as unchanged: the later word is added to the first. */
function counted(claimed: { added: number; changed: number; unchanged: number }, rows: number, flagged = 0) {
  const { added, changed } = claimed
  return { added, replaced: changed, unchanged: rows - added - changed, flagged }
}

async function knownOnly(
  client: pg.PoolClient,
  job: InvoiceJob,
  kept: Kept[],
  setAside: SetAsideWriter,
): Promise<Kept[]> {
  const codes = await accountCodes(client, job.source)
  return kept.filter(({ number, raw, fields }) => {
    if (codes.has(fields.account!)) return true
    setAside.add(number, problem('account_unknown', 'account'), raw)
    return false
  })
}

async function postProducts(client: pg.PoolClient, _db: Db, job: InvoiceJob, kept: Kept[]) {
  const claimed = await claimProducts(
    client,
    job.importId,
    job.source,
    kept.map(({ fields }) => ({
      code: fields.product!,
      name: fields.name,
      category: fields.category,
      subcategory: fields.subcategory,
      brand: fields.brand,
      unit: fields.unit,
      packSize: fields.pack_size,
      listPrice: fields.list_price,
      standardCost: fields.standard_cost,
      currency: fields.currency ?? job.shape.currency ?? undefined,
      launchedOn: fields.launched_on,
      discontinuedOn: fields.discontinued_on,
      note: fields.note,
    })),
  )
  return counted(claimed, kept.length)
}

/** The accounts of contacts and costs are used by this import: an undo of what created them leaves them while it stands. */
async function holdAccounts(client: pg.PoolClient, job: InvoiceJob, ids: readonly number[]): Promise<void> {
  await carryAccounts(
    client,
    job.importId,
    job.source,
    [...new Set(ids)].map(id => ({ id })),
  )
}

async function postContacts(client: pg.PoolClient, _db: Db, job: InvoiceJob, kept: Kept[], setAside: SetAsideWriter) {
  const codes = await accountCodes(client, job.source)
  const known = await knownOnly(client, job, kept, setAside)
  const rows = known.map(({ fields: { account, ...fields } }) => ({ accountId: codes.get(account!)!, ...fields }))
  const claimed = await claimContacts(client, job.importId, job.source, rows)
  for (const { at, why } of claimed.refused) {
    const { number, raw } = known[at]!
    // Of an erased person the file brings nothing in again, not even into the rows set aside.
    if (why === 'erased') setAside.add(number, problem('person_erased', 'name'), '')
    else setAside.add(number, problem('person_moved', 'name'), raw)
  }
  await holdAccounts(
    client,
    job,
    rows.map(row => row.accountId),
  )
  return counted(claimed, known.length - claimed.refused.length)
}

async function postRates(_client: pg.PoolClient, db: Db, job: InvoiceJob, kept: Kept[], setAside: SetAsideWriter) {
  const rates = new Map<string, Rate>()
  let repeated = 0
  for (const { number, raw, fields } of kept) {
    const rate = rateToBase(fields, job.baseCurrency)
    if (!rate) {
      setAside.add(number, problem('rate_unreadable', 'rate'), raw)
      continue
    }
    const key = `${rate.currency}${rate.day}`
    if (rates.has(key)) repeated++
    rates.set(key, rate)
  }
  const claimed = await claimRates(db, job.importId, [...rates.values()])
  return { ...claimed, unchanged: claimed.unchanged + repeated }
}

/** Base currency for one unit; a rate given the other way round (CNY → USD with base CNY) is turned. */
function rateToBase(fields: RecordFields, baseCurrency: string | null): Rate | null {
  const {
    currency,
    to_currency: to,
    day,
    units = '1',
  } = fields as { currency: string; to_currency?: string; day: string; rate: string; units?: string }
  if ([fields.rate!, units].some(number => isZero(number) || number.startsWith('-'))) return null
  const rate = units === '1' ? fields.rate! : new Decimal(fields.rate!).div(units).toDecimalPlaces(12).toFixed()
  if (to !== undefined && baseCurrency !== null && to !== baseCurrency) {
    if (currency !== baseCurrency) return null
    return { currency: to, day, rate: new Decimal(1).div(rate).toDecimalPlaces(12).toFixed() }
  }
  return { currency, day, rate }
}

async function postCostEntries(
  client: pg.PoolClient,
  _db: Db,
  job: InvoiceJob,
  kept: Kept[],
  setAside: SetAsideWriter,
) {
  const codes = await accountCodes(client, job.source)
  const known = await knownOnly(client, job, kept, setAside)
  const entries: PostedCost[] = []
  for (const { number, raw, fields } of known) {
    const currency = fields.currency ?? job.shape.currency
    let amount = fields.amount!
    if (currency !== null && currency !== undefined && currency !== job.baseCurrency) {
      const rate = job.rates.rateOf(currency, fields.day!)
      if (rate === null) {
        setAside.add(number, problem('rate_missing', 'currency'), raw)
        continue
      }
      amount = multiply(amount, rate)
    }
    entries.push({
      row: number,
      accountId: codes.get(fields.account!)!,
      day: fields.day!,
      kind: fields.kind ?? 'other',
      amount,
      note: fields.note ?? null,
    })
  }
  const outcome = await postCosts(client, { importId: job.importId, source: job.source }, entries)
  await holdAccounts(
    client,
    job,
    entries.map(entry => entry.accountId),
  )
  return outcome
}
