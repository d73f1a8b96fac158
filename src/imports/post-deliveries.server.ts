import type pg from 'pg'
import { carryAccounts, createAccounts, reserveAccountIds } from '../accounts/accounts.server.ts'
import type { Db } from '../platform/database.server.ts'
import { claimDeliveries } from '../supply/deliveries/deliveries.server.ts'
import { type DeliveryFields, deliveryKeys } from '../supply/deliveries/delivery.ts'
import { causeOfText, modeOfText } from '../supply/deliveries/words-of-files.ts'
import { isProblem, type Problem, problem } from './map-invoice-line.ts'
import type { RecordFields } from './map-record.ts'
import type { InvoiceJob } from './post-invoices.server.ts'
import type { Kept } from './post-records.server.ts'
import { claimingOf } from './post-supply.server.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'
import { type SupplyCodes, supplyCodes } from './supply-codes.server.ts'

type Delivery = DeliveryFields & { accountId: number }

/**
 * Deliveries, line by line. Accounts that nobody knows are made, as invoice lines make them; goods that are none of our
 * products stay as words.
 */
export async function postDeliveries(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: readonly Kept[],
  setAside: SetAsideWriter,
): Promise<{ added: number; replaced: number; unchanged: number }> {
  const codes = await supplyCodes(client, db, job.source)
  const made =
    job.createAccounts && !job.bookTo ? await makeAccounts(client, job, kept, codes) : new Map<string, number>()
  const rows: { row: Delivery; from: Kept }[] = []
  for (const from of kept) {
    const { fields } = from
    const accountId = job.bookTo?.id ?? codes.account(fields.account!) ?? made.get(fields.account!)
    const row =
      accountId === undefined ? problem('account_unknown', 'account') : readDelivery(accountId, fields, codes, job)
    if (isProblem(row)) setAside.add(from.number, row, from.raw)
    else rows.push({ row, from })
  }
  const deliveries = rows.map(({ row }) => row)
  const keys = deliveryKeys(deliveries)
  const { refused, ...counts } = await claimDeliveries(
    db,
    await claimingOf(db, job),
    deliveries.map((row, at) => ({ ...row, key: keys[at]! })),
  )
  for (const { at } of refused) setAside.add(rows[at]!.from.number, problem('row_repeated', 'line'), rows[at]!.from.raw)
  return counts
}

async function makeAccounts(
  client: pg.PoolClient,
  job: InvoiceJob,
  kept: readonly Kept[],
  codes: SupplyCodes,
): Promise<Map<string, number>> {
  const said = new Map<string, RecordFields>()
  for (const { fields } of kept)
    if (!said.has(fields.account!) && !isProblem(readDelivery(0, fields, { ...codes, site: () => null }, job)))
      said.set(fields.account!, fields)
  const carried = ({ account_name: name, country }: RecordFields) => ({ name, country })
  const unknown = [...said].filter(([code]) => codes.account(code) === null)
  const ids = await reserveAccountIds(client, unknown.length)
  const rows = unknown.map(([code, fields], at) => ({ id: ids[at]!, code, ...carried(fields) }))
  await createAccounts(client, job.importId, job.source, rows)
  await carryAccounts(
    client,
    job.importId,
    job.source,
    [...said].flatMap(([code, fields]) => {
      const id = codes.account(code)
      return id === null ? [] : [{ id, ...carried(fields) }]
    }),
  )
  return new Map(rows.map(({ code, id }) => [code, id]))
}

const below = (value: string | undefined): boolean => value?.startsWith('-') ?? false

function readDelivery(
  accountId: number,
  fields: RecordFields,
  codes: SupplyCodes,
  job: InvoiceJob,
): Delivery | Problem {
  const { promised_on, shipped_on, arrived_on } = fields
  if (promised_on === undefined && shipped_on === undefined && arrived_on === undefined)
    return problem('day_missing', 'promised_on')
  if (shipped_on !== undefined && arrived_on !== undefined && arrived_on < shipped_on)
    return problem('arrived_before_shipped', 'arrived_on')
  for (const field of ['quantity', 'promised_quantity', 'weight', 'value', 'freight'])
    if (below(fields[field])) return problem('quantity_negative', field)
  const siteId = codes.site(accountId, fields)
  if (siteId !== null && typeof siteId === 'object') return siteId
  const product = codes.product(accountId, fields)
  const productId = typeof product === 'object' ? null : product
  const currency = fields.currency ?? job.shape.currency
  const cause = fields.cause === undefined ? null : causeOfText(fields.cause)
  return {
    accountId,
    siteId,
    productId,
    productText: productId === null ? (fields.product_name ?? fields.product ?? null) : null,
    reference: fields.reference,
    line: fields.line,
    orderReference: fields.order_reference,
    promisedOn: promised_on,
    promisedQuantity: fields.promised_quantity,
    shippedOn: shipped_on,
    arrivedOn: arrived_on,
    quantity: fields.quantity,
    value: fields.value,
    currency: currency === job.baseCurrency ? null : currency,
    mode: fields.mode === undefined ? null : modeOfText(fields.mode),
    fromPlace: fields.from_place,
    toPlace: fields.to_place,
    country: fields.country,
    carrier: fields.carrier,
    supplier: fields.supplier,
    weightKg: fields.weight,
    weightNote: fields.weight_note,
    freight: fields.freight,
    freightNote: fields.freight_note,
    cause: cause?.cause,
    causeNote: cause?.note,
  }
}
