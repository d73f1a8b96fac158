import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { LineReason, Order, OrderLine, OrderStep, Signature } from './order.ts'
import type { OrderState } from './order-state.ts'

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

export const orderColumns = sql`
  o.id, o.public_id as "publicId", o.number, o.account_id as "accountId", o.account_code as "accountCode",
  o.account_name as "accountName", o.site_id as "siteId", o.ship_to as "shipTo", o.reference, o.terms, o.currency,
  o.wanted_on as "wantedOn", o.origin, o.state, o.content_hash as "contentHash", o.signature_id as "signatureId",
  o.created_by as "createdBy", o.created_by_name as "createdByName", ${instant('o.created_at')} as "createdAt",
  o.proposed_by as "proposedBy", o.proposed_by_name as "proposedByName", ${instant('o.proposed_at')} as "proposedAt",
  ${instant('o.expires_at')} as "expiresAt", ${instant('o.state_since')} as "stateSince", o.version`

export const lineColumns = sql`
  l.id, l.line, l.product_id as "productId", l.product_code as "productCode", l.product_name as "productName",
  trim_scale(l.quantity)::text as quantity, trim_scale(l.unit_price)::text as "unitPrice",
  trim_scale(l.proposed_quantity)::text as "proposedQuantity", trim_scale(l.allocated_quantity)::text as "allocatedQuantity",
  l.allocation_run_id as "allocationRunId", trim_scale(l.confirmed_quantity)::text as "confirmedQuantity",
  trim_scale(l.shipped_quantity)::text as "shippedQuantity", l.reason, l.cut_reason as "cutReason"`

const signatureColumns = sql`
  s.id, s.public_id as "publicId", s.how, s.signer_name as "signerName", s.signer_title as "signerTitle",
  s.recorded_by_name as "recordedByName", ${instant('s.signed_at')} as "signedAt", s.content, s.content_hash as "contentHash",
  s.document_file_id as "documentFileId", s.document_sha256 as "documentSha256", s.language, s.scan_file_id as "scanFileId",
  ${instant('s.superseded_at')} as "supersededAt", s.superseded_by_name as "supersededByName"`

export type NewOrder = Omit<Order, 'id' | 'publicId' | 'contentHash' | 'signatureId' | 'version'>

export async function insertOrder(db: Db, order: NewOrder): Promise<{ id: number; publicId: string }> {
  const { rows } = await sql<{ id: number; publicId: string }>`
    insert into supply.purchase_order (number, account_id, account_code, account_name, site_id, ship_to, reference, terms,
      currency, wanted_on, origin, state, created_by, created_by_name, created_at, proposed_by, proposed_by_name, proposed_at,
      expires_at, state_since)
    values (${order.number}, ${order.accountId}, ${order.accountCode}, ${order.accountName}, ${order.siteId},
      ${order.shipTo}, ${order.reference}, ${order.terms}, ${order.currency}, ${order.wantedOn}, ${order.origin},
      ${order.state}, ${order.createdBy}, ${order.createdByName}, ${order.createdAt}, ${order.proposedBy},
      ${order.proposedByName}, ${order.proposedAt}, ${order.expiresAt}, ${order.stateSince})
    returning id, public_id as "publicId"`.execute(db)
  return rows[0]!
}

export type NewLine = {
  line: number
  productId: number
  productCode: string
  productName: string
  quantity: string
  unitPrice: string | null
  proposedQuantity: string | null
  reason: LineReason | null
}

export async function insertLines(db: Db, orderId: number, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into supply.order_line (order_id, line, product_id, product_code, product_name, quantity, unit_price, proposed_quantity, reason)
    select ${orderId}, l.line, l."productId", l."productCode", l."productName", l.quantity, l."unitPrice", l."proposedQuantity",
      nullif(l.reason, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line integer, "productId" bigint, "productCode" text,
      "productName" text, quantity numeric, "unitPrice" numeric, "proposedQuantity" numeric, reason jsonb)`.execute(db)
}

/** Null: none of this name, or not one of these accounts (null: of all). */
export async function findOrder(
  db: Db,
  publicId: string,
  accountIds: readonly number[] | null = null,
): Promise<Order | null> {
  const { rows } = await sql<Order>`
    select ${orderColumns} from supply.purchase_order o
    where o.public_id = ${publicId} and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
  `.execute(db)
  return rows[0] ?? null
}

export async function lockOrder(
  db: Db,
  publicId: string,
  accountIds: readonly number[] | null = null,
): Promise<Order | null> {
  const { rows } = await sql<Order>`
    select ${orderColumns} from supply.purchase_order o
    where o.public_id = ${publicId} and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
    for update`.execute(db)
  return rows[0] ?? null
}

export async function linesOf(db: Db, orderId: number): Promise<OrderLine[]> {
  const { rows } = await sql<OrderLine>`
    select ${lineColumns} from supply.order_line l where l.order_id = ${orderId} order by l.line`.execute(db)
  return rows
}

export async function stepsOf(db: Db, orderId: number): Promise<OrderStep[]> {
  const { rows } = await sql<OrderStep>`
    select id, act, from_state as "fromState", to_state as "toState", actor_name as "actorName", side, ${instant('at')} as at,
      note, detail
    from supply.order_step where order_id = ${orderId} order by id`.execute(db)
  return rows
}

/** Newest first; the one in force, if any, is not superseded. */
export async function signaturesOf(db: Db, orderId: number): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select ${signatureColumns} from supply.signature s where s.order_id = ${orderId} order by s.id desc`.execute(db)
  return rows
}

export type NewSignature = Omit<Signature, 'id' | 'publicId' | 'supersededAt' | 'supersededByName'> & {
  signedBy: string | null
  recordedBy: string | null
}

export async function insertSignature(db: Db, orderId: number, signature: NewSignature): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into supply.signature (order_id, how, signer_name, signer_title, signed_by, recorded_by, recorded_by_name, signed_at,
      content, content_hash, document_file_id, document_sha256, language, scan_file_id)
    values (${orderId}, ${signature.how}, ${signature.signerName}, ${signature.signerTitle}, ${signature.signedBy},
      ${signature.recordedBy}, ${signature.recordedByName}, ${signature.signedAt}, ${signature.content},
      ${signature.contentHash}, ${signature.documentFileId}, ${signature.documentSha256}, ${signature.language},
      ${signature.scanFileId})
    returning id`.execute(db)
  return rows[0]!.id
}

/** The order must have let go of it before: the database refuses otherwise. */
export async function supersedeSignature(db: Db, id: number, at: Date, byName: string): Promise<void> {
  await sql`
    update supply.signature set superseded_at = ${at}, superseded_by_name = ${byName}
    where id = ${id} and superseded_at is null`.execute(db)
}

export type NewStep = {
  orderId: number
  act: string
  fromState: OrderState | null
  toState: OrderState
  actorId: string | null
  actorName: string
  side: OrderStep['side']
  at: Date
  note: string | null
  detail: unknown
}

export async function insertOrderStep(db: Db, step: NewStep): Promise<void> {
  await sql`
    insert into supply.order_step (order_id, act, from_state, to_state, actor_id, actor_name, side, at, note, detail)
    values (${step.orderId}, ${step.act}, ${step.fromState}, ${step.toState}, ${step.actorId}, ${step.actorName},
      ${step.side}, ${step.at}, ${step.note}, ${JSON.stringify(step.detail ?? null)}::jsonb)`.execute(db)
}

export type OrderHead = Partial<{
  siteId: number | null
  shipTo: string | null
  reference: string | null
  terms: string | null
  wantedOn: string | null
  expiresAt: Date | null
  proposedBy: string | null
  proposedByName: string
  proposedAt: Date
  signatureId: number | null
}>

const headColumns: Record<keyof OrderHead, string> = {
  siteId: 'site_id',
  shipTo: 'ship_to',
  reference: 'reference',
  terms: 'terms',
  wantedOn: 'wanted_on',
  expiresAt: 'expires_at',
  proposedBy: 'proposed_by',
  proposedByName: 'proposed_by_name',
  proposedAt: 'proposed_at',
  signatureId: 'signature_id',
}

/** Moves it on; columns that are not named are not touched, since the portal's role may not write all of them. */
export async function moveOrder(
  db: Db,
  order: Pick<Order, 'id' | 'state'>,
  state: OrderState,
  at: Date,
  head: OrderHead = {},
): Promise<void> {
  const named = Object.entries(head).map(
    ([name, value]) => sql`${sql.ref(headColumns[name as keyof OrderHead])} = ${value}`,
  )
  const sets = [
    sql`version = version + 1`,
    ...named,
    ...(state === order.state ? [] : [sql`state = ${state}`, sql`state_since = ${at}`]),
  ]
  await sql`update supply.purchase_order set ${sql.join(sets)} where id = ${order.id}`.execute(db)
}

/** What the account may change of a line. */
export async function setQuantities(db: Db, lines: readonly { id: number; quantity: string }[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update supply.order_line l set quantity = c.quantity
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (id bigint, quantity numeric)
    where l.id = c.id`.execute(db)
}

export type LineChange = { id: number; quantity: string; unitPrice: string | null; proposedQuantity: string | null }

export async function updateLines(db: Db, lines: readonly LineChange[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update supply.order_line l set quantity = c.quantity, unit_price = c."unitPrice", proposed_quantity = c."proposedQuantity"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (id bigint, quantity numeric, "unitPrice" numeric, "proposedQuantity" numeric)
    where l.id = c.id`.execute(db)
}

export async function deleteLines(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from supply.order_line where id = any(${ids}::bigint[])`.execute(db)
}

export async function confirmLines(
  db: Db,
  lines: readonly { id: number; quantity: string; cutReason: string | null }[],
): Promise<void> {
  await sql`
    update supply.order_line l set confirmed_quantity = c.quantity, cut_reason = c."cutReason"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (id bigint, quantity numeric, "cutReason" text)
    where l.id = c.id`.execute(db)
}

/** Adds to what was shipped before. */
export async function shipLines(db: Db, lines: readonly { id: number; quantity: string }[]): Promise<void> {
  await sql`
    update supply.order_line l set shipped_quantity = shipped_quantity + c.quantity
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (id bigint, quantity numeric)
    where l.id = c.id`.execute(db)
}

/** Proposals whose time has passed, locked against whoever acts on them now; `publicId`: that one alone. */
export async function overdueOrders(db: Db, now: Date, publicId: string | null = null): Promise<string[]> {
  const { rows } = await sql<{ publicId: string }>`
    select public_id as "publicId" from supply.purchase_order
    where state in ('proposed', 'changed') and expires_at <= ${now}
      and (${publicId}::uuid is null or public_id = ${publicId})
    order by id limit 1000 for update skip locked`.execute(db)
  return rows.map(row => row.publicId)
}

export type OpenOrderLine = {
  orderLineId: number
  orderId: number
  publicId: string
  number: string
  state: OrderState
  accountId: number
  siteId: number | null
  productId: number
  wantedOn: string | null
  /** Of what is wanted, or since the confirmation of what was confirmed, what has not been shipped. */
  quantity: string
  unitPrice: string | null
  currency: string
  allocatedQuantity: string | null
  allocationRunId: number | null
  confirmedQuantity: string | null
  stateSince: string
}

/**
 * Lines of orders in these states that still want something, by order and line; every account's where `accountIds` is null.
 * Unless told: those that the account has signed or we have confirmed.
 */
export async function openOrderLines(
  db: Db,
  {
    accountIds = null,
    productIds = null,
    states = ['signed', 'confirmed'],
  }: {
    accountIds?: readonly number[] | null
    productIds?: readonly number[] | null
    states?: readonly OrderState[]
  } = {},
): Promise<OpenOrderLine[]> {
  const { rows } = await sql<OpenOrderLine>`
    select l.id as "orderLineId", o.id as "orderId", o.public_id as "publicId", o.number, o.state, o.account_id as "accountId",
      o.site_id as "siteId", l.product_id as "productId", o.wanted_on as "wantedOn",
      trim_scale(coalesce(l.confirmed_quantity, l.quantity) - l.shipped_quantity)::text as quantity,
      trim_scale(l.unit_price)::text as "unitPrice", o.currency, trim_scale(l.allocated_quantity)::text as "allocatedQuantity",
      l.allocation_run_id as "allocationRunId", trim_scale(l.confirmed_quantity)::text as "confirmedQuantity",
      ${instant('o.state_since')} as "stateSince"
    from supply.purchase_order o join supply.order_line l on l.order_id = o.id
    where o.state = any(${states}::text[]) and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
      and (${productIds}::bigint[] is null or l.product_id = any(${productIds}::bigint[]))
      and coalesce(l.confirmed_quantity, l.quantity) > l.shipped_quantity
    order by o.id, l.line`.execute(db)
  return rows
}

/** Writes shares of a run; null takes a share back. Lines that want less than their share by now are left out: returns how many were written. */
export async function writeAllocated(
  db: Db,
  runId: number,
  lines: readonly { orderLineId: number; quantity: string | null }[],
): Promise<number> {
  const { rows } = await sql`
    update supply.order_line l set allocated_quantity = c.quantity,
      allocation_run_id = case when c.quantity is null then null else ${runId}::bigint end
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c ("orderLineId" bigint, quantity numeric)
    where l.id = c."orderLineId" and (c.quantity is null or c.quantity <= l.quantity)
    returning l.id`.execute(db)
  return rows.length
}
