import { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import { recordChanges } from '../../platform/audit.server.ts'
import type { DB } from '../../platform/database-types.ts'
import { keepFiles } from '../../platform/files/files.store.ts'
import { receiveFile } from '../../platform/files/receive-file.use.ts'
import type { Language } from '../../platform/language.ts'
import type { AnyActor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { sideOf } from './acting-on-order.server.ts'
import type { CutReason } from './cut-reason.ts'
import { findOrders } from './listed-orders.store.ts'
import type { Order, OrderLine } from './order.ts'
import { orderContent } from './order-content.ts'
import { orderDocument, type ShownSignature } from './order-document.server.ts'
import { type OrderAct, type OrderState, partyOf } from './order-state.ts'
import { insertSignature, type NewLine } from './orders.store.ts'

export type PastStep = {
  act: OrderAct
  to: OrderState
  at: Date
  actor: AnyActor
  note?: string
  detail?: object
}

export type PastLine = NewLine & {
  confirmedQuantity: string | null
  shippedQuantity: string
  cutReason: CutReason | null
}

/** An order with what happened to it, from its first step on; lines as they stand after the last. */
export type OrderPast = Pick<
  Order,
  'number' | 'accountId' | 'accountCode' | 'accountName' | 'currency' | 'wantedOn' | 'reference' | 'expiresAt'
> & {
  lines: readonly PastLine[]
  steps: readonly [PastStep, ...PastStep[]]
  /** Of the step 'sign' or 'sign on paper'. */
  signer: { name: string; title: string; language: Language } | null
}

/**
 * Enters orders with their past, set-based, each as it was at its time; the database holds them to the same law as those
 * of today: what was confirmed has a signature under its content, and the document that was signed.
 */
export async function enterHistories(
  { db: outer, dataDirectory }: { db: Kysely<DB>; dataDirectory: string },
  pasts: readonly OrderPast[],
): Promise<void> {
  if (pasts.length === 0) return
  await outer.transaction().execute(async db => {
    await insertBeginnings(db, pasts)
    const orders = await findOrders(
      db,
      pasts.map(past => past.number),
    )
    const longest = Math.max(...pasts.map(past => past.steps.length))
    const stages = Array.from({ length: longest }, (_, at) => pasts.filter(past => past.steps.length > at))
    for (const [at, among] of stages.entries()) {
      if (at === 0) continue
      const signing = among.filter(past => past.steps[at]!.to === 'signed' && past.signer)
      for (const past of signing) await signPast({ db, dataDirectory }, orders.get(past.number)!, past, past.steps[at]!)
      await moveAll(
        db,
        among.map(past => ({ number: past.number, state: past.steps[at]!.to, at: past.steps[at]!.at })),
      )
      await fulfilAll(
        db,
        among
          .filter(past => past.steps[at]!.to === 'confirmed')
          .flatMap(past => past.lines.map(line => ({ ...line, number: past.number }))),
      )
    }
    await leaveSteps(db, pasts, orders)
  })
}

type Db = Kysely<DB>
type Found = { order: Order; lines: OrderLine[] }

async function insertBeginnings(db: Db, pasts: readonly OrderPast[]): Promise<void> {
  const heads = pasts.map(({ steps: [first], lines: _, signer: __, ...head }) => {
    const proposed = first.to === 'proposed'
    const { id, name } = first.actor
    return {
      ...head,
      origin: proposed ? 'proposal' : 'hand',
      state: first.to,
      at: first.at,
      by: id,
      byName: name,
      proposed,
    }
  })
  await sql`
    insert into supply.purchase_order (number, account_id, account_code, account_name, currency, wanted_on, reference, origin,
      state, created_by, created_by_name, created_at, proposed_by, proposed_by_name, proposed_at, expires_at, state_since)
    select number, "accountId", "accountCode", "accountName", currency, "wantedOn", reference, origin, state, by, "byName", at,
      by, "byName", at, "expiresAt", at
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as h (number text, "accountId" bigint, "accountCode" text,
      "accountName" text, currency text, "wantedOn" date, reference text, origin text, state text, by text, "byName" text,
      at timestamptz, "expiresAt" timestamptz)`.execute(db)
  const lines = pasts.flatMap(past => past.lines.map(line => ({ ...line, number: past.number })))
  await sql`
    insert into supply.order_line (order_id, line, product_id, product_code, product_name, quantity, unit_price, proposed_quantity, reason)
    select o.id, l.line, l."productId", l."productCode", l."productName", l.quantity, l."unitPrice", l."proposedQuantity",
      nullif(l.reason, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (number text, line integer, "productId" bigint,
      "productCode" text, "productName" text, quantity numeric, "unitPrice" numeric, "proposedQuantity" numeric, reason jsonb)
    join supply.purchase_order o on o.number = l.number`.execute(db)
}

async function signPast(
  { db, dataDirectory }: { db: Db; dataDirectory: string },
  { order, lines }: Found,
  { signer }: OrderPast,
  { act, at, actor }: PastStep,
): Promise<void> {
  const { name, title, language } = signer!
  const isPaper = act === 'sign on paper'
  const signature: ShownSignature = {
    how: isPaper ? 'paper' : 'portal',
    signerName: name,
    signerTitle: title,
    recordedByName: isPaper ? actor.name : null,
    signedAt: at.toISOString(),
    contentHash: order.contentHash,
  }
  const { companyName, timeZone } = await readSettings(db)
  const company = { name: companyName, timeZone }
  const shown = { order: { ...order, state: 'signed' as const }, lines, company, reasons: new Map(), language, at }
  const keep = async (document: Buffer, fileName: string) =>
    receiveFile({ db, actor, clock: { now: () => at }, dataDirectory }, fileName, Readable.from([document]))
  const document = await keep(await orderDocument({ ...shown, signature }), `order ${order.number}.pdf`)
  await keepFiles(db, [document.id])
  const signatureId = await insertSignature(db, order.id, {
    ...signature,
    signedBy: isPaper ? null : actor.id,
    recordedBy: isPaper ? actor.id : null,
    content: orderContent({ ...order, lines }),
    documentFileId: document.id,
    documentSha256: document.sha256,
    language,
    // The very sheet that was printed and signed stands for its scan.
    scanFileId: isPaper ? document.id : null,
  })
  await sql`update supply.purchase_order set signature_id = ${signatureId}, state = 'signed' where id = ${order.id}`.execute(
    db,
  )
}

async function moveAll(db: Db, moves: readonly { number: string; state: OrderState; at: Date }[]): Promise<void> {
  await sql`
    update supply.purchase_order o set state = m.state, state_since = m.at, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (number text, state text, at timestamptz)
    where o.number = m.number`.execute(db)
}

async function fulfilAll(db: Db, lines: readonly (PastLine & { number: string })[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update supply.order_line l set confirmed_quantity = c."confirmedQuantity", shipped_quantity = c."shippedQuantity",
      cut_reason = c."cutReason"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as c (number text, line integer, "confirmedQuantity" numeric,
      "shippedQuantity" numeric, "cutReason" text)
    join supply.purchase_order o on o.number = c.number
    where l.order_id = o.id and l.line = c.line`.execute(db)
}

async function leaveSteps(db: Db, pasts: readonly OrderPast[], orders: ReadonlyMap<string, Found>): Promise<void> {
  const steps = pasts.flatMap(past =>
    past.steps.map((step, at) => ({
      orderId: orders.get(past.number)!.order.id,
      accountId: past.accountId,
      number: past.number,
      from: past.steps[at - 1]?.to ?? null,
      side: sideOf(partyOf(step.actor)),
      ...step,
    })),
  )
  const rows = steps.map(({ actor, ...step }) => ({ ...step, actorId: actor.id, actorName: actor.name }))
  await sql`
    insert into supply.order_step (order_id, act, from_state, to_state, actor_id, actor_name, side, at, note, detail)
    select "orderId", act, "from", "to", "actorId", "actorName", side, at, note, nullif(detail, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s ("orderId" bigint, act text, "from" text, "to" text,
      "actorId" text, "actorName" text, side text, at timestamptz, note text, detail jsonb)
    order by at, "orderId"`.execute(db)
  for (const [, among] of Map.groupBy(steps, step => `${step.actor.via} ${step.actor.name}`))
    await recordChanges(
      db,
      among[0]!.actor,
      among.map(step => ({
        room: 'supply',
        subject: 'order',
        subjectId: step.orderId,
        accountId: step.accountId,
        operation: step.act,
        before: step.from ? { state: step.from } : undefined,
        after: { number: step.number, state: step.to, ...(step.note ? { note: step.note } : {}) },
      })),
    )
}
