import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Cause, Mode } from './delivery.ts'

export type DeliveryRead = {
  rowId: number
  id: string
  accountId: number
  originId: number
  source: string
  key: string
  productId: number | null
  productText: string | null
  reference: string | null
  line: string | null
  orderReference: string | null
  promisedOn: string | null
  promisedQuantity: string | null
  shippedOn: string | null
  arrivedOn: string | null
  quantity: string | null
  value: string | null
  freight: string | null
  currency: string | null
  mode: Mode | null
  fromPlace: string | null
  toPlace: string | null
  carrier: string | null
  cause: Cause | null
  causeNote: string | null
  version: number
}

const columns = sql`id as "rowId", public_id as id, account_id as "accountId", origin_id as "originId", source, key,
  product_id as "productId", product_text as "productText", reference, line, order_reference as "orderReference",
  promised_on as "promisedOn", trim_scale(promised_quantity) as "promisedQuantity", shipped_on as "shippedOn",
  arrived_on as "arrivedOn", trim_scale(quantity) as quantity, trim_scale(value) as value,
  trim_scale(freight) as freight, currency, mode, from_place as "fromPlace", to_place as "toPlace", carrier, cause,
  cause_note as "causeNote", version`

export type DeliveryFilter = {
  accountId?: number
  state?: 'on the way' | 'arrived' | 'late'
  reference?: string
  /** Goes on after this promised day (null: none) and row. */
  after?: { promisedOn: string | null; rowId: number }
  limit: number
}

/** The latest promise first, those without a promise last. `late`: arrived after its promise, or still on its way after it. */
export async function listDeliveries(db: Db, filter: DeliveryFilter, today: string): Promise<DeliveryRead[]> {
  const { accountId = null, state = null, reference = null, after, limit } = filter
  const { rows } = await sql<DeliveryRead>`
    select ${columns} from supply.delivery
    where (${accountId}::bigint is null or account_id = ${accountId})
      and (${reference}::text is null or reference = ${reference} or order_reference = ${reference})
      and (${state}::text is null
        or ${state} = 'on the way' and shipped_on <= ${today}::date and arrived_on is null
        or ${state} = 'arrived' and arrived_on is not null
        or ${state} = 'late' and coalesce(arrived_on, ${today}::date) > promised_on)
      and (${after === undefined} or (coalesce(promised_on, '0001-01-01'), id)
        < (coalesce(${after?.promisedOn ?? null}::date, '0001-01-01'), ${after?.rowId ?? 0}::bigint))
    order by coalesce(promised_on, '0001-01-01') desc, id desc limit ${limit}`.execute(db)
  return rows
}

export async function findDelivery(db: Db, publicId: string): Promise<DeliveryRead | undefined> {
  const { rows } = await sql<DeliveryRead>`
    select ${columns} from supply.delivery where public_id = ${publicId} for update`.execute(db)
  return rows[0]
}

export async function findByKey(
  db: Db,
  originId: number,
  source: string,
  key: string,
): Promise<DeliveryRead | undefined> {
  const { rows } = await sql<DeliveryRead>`
    select ${columns} from supply.delivery where origin_id = ${originId} and source = ${source} and key = ${key}`.execute(
    db,
  )
  return rows[0]
}
