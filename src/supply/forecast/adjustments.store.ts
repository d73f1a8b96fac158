import { sql } from 'kysely'
import type { Tier } from '../../identify/tier.ts'
import type { Db } from '../../platform/database.server.ts'
import type { AdjustmentKind } from './adjustment.ts'

/** Decimals are strings: pieces, or percent. */
export type Adjustment = {
  id: number
  publicId: string
  accountId: number | null
  productId: number | null
  category: string | null
  tier: Tier | null
  kind: AdjustmentKind
  title: string
  reason: string
  fromDay: string
  toDay: string
  quantity: string | null
  percent: string | null
  actual: string | null
  actualNote: string | null
  madeBy: string | null
  madeByName: string
  madeOn: string
  version: number
}

export type NewAdjustment = Omit<Adjustment, 'id' | 'publicId' | 'version' | 'actual' | 'actualNote'> &
  Partial<Pick<Adjustment, 'actual' | 'actualNote'>>

const columns = sql`
  a.id, a.public_id as "publicId", a.account_id as "accountId", a.product_id as "productId", a.category, a.tier, a.kind,
  a.title, a.reason, a.from_day as "fromDay", a.to_day as "toDay", trim_scale(a.quantity)::text as quantity,
  trim_scale(a.percent)::text as percent, trim_scale(a.actual)::text as actual, a.actual_note as "actualNote",
  a.made_by as "madeBy", a.made_by_name as "madeByName", a.made_on as "madeOn", a.version`

export async function insertAdjustments(
  db: Db,
  rows: readonly NewAdjustment[],
): Promise<{ id: number; publicId: string }[]> {
  const { rows: made } = await sql<{ id: number; publicId: string }>`
    insert into supply.adjustment (account_id, product_id, category, tier, kind, title, reason, from_day, to_day, quantity,
      percent, actual, actual_note, made_by, made_by_name, made_on)
    select "accountId", "productId", category, tier, kind, title, reason, "fromDay", "toDay", quantity, percent, actual,
      "actualNote", "madeBy", "madeByName", "madeOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("accountId" bigint, "productId" bigint, category text,
      tier text, kind text, title text, reason text, "fromDay" date, "toDay" date, quantity numeric, percent numeric,
      actual numeric, "actualNote" text, "madeBy" text, "madeByName" text, "madeOn" date)
    returning id, public_id as "publicId"`.execute(db)
  return made
}

export async function lockAdjustment(db: Db, publicId: string): Promise<Adjustment | null> {
  const { rows } = await sql<Adjustment>`
    select ${columns} from supply.adjustment a where a.public_id = ${publicId} and a.removed_at is null for update`.execute(
    db,
  )
  return rows[0] ?? null
}

type Edited = Pick<
  Adjustment,
  | 'category'
  | 'tier'
  | 'kind'
  | 'title'
  | 'reason'
  | 'fromDay'
  | 'toDay'
  | 'quantity'
  | 'percent'
  | 'accountId'
  | 'productId'
>

export async function updateAdjustment(db: Db, id: number, said: Edited): Promise<void> {
  await sql`
    update supply.adjustment set account_id = ${said.accountId}, product_id = ${said.productId}, category = ${said.category},
      tier = ${said.tier}, kind = ${said.kind}, title = ${said.title}, reason = ${said.reason}, from_day = ${said.fromDay},
      to_day = ${said.toDay}, quantity = ${said.quantity}, percent = ${said.percent}, version = version + 1
    where id = ${id}`.execute(db)
}

export async function writeActual(db: Db, id: number, actual: string | null, note: string | null): Promise<void> {
  await sql`
    update supply.adjustment set actual = ${actual}, actual_note = ${note}, version = version + 1
    where id = ${id}`.execute(db)
}

export async function removeAdjustment(db: Db, id: number, at: Date): Promise<void> {
  await sql`update supply.adjustment set removed_at = ${at.toISOString()}, version = version + 1 where id = ${id}`.execute(
    db,
  )
}

/** All that touch a day from `from` on, oldest first; every one without it. */
export async function adjustmentsSince(db: Db, from: string): Promise<Adjustment[]> {
  const { rows } = await sql<Adjustment>`
    select ${columns} from supply.adjustment a where a.removed_at is null and a.to_day >= ${from}::date
    order by a.from_day, a.id`.execute(db)
  return rows
}

export type AdjustmentWithWorth = Adjustment & {
  worth: {
    months: number
    baseMissed: number
    missed: number
    naiveMissed: number
    base: number
    expected: number
    actual: number
  } | null
}

export type AdjustmentsAsked = {
  accountIds: readonly number[] | null
  /** Of this series: those whose scope has anything in common with it. */
  touching: { accountId: number | null; productId: number | null; category: string | null; tier: Tier | null } | null
  when: 'ahead' | 'over' | 'all'
  today: string
  publicId?: string
  limit: number
  /** The last of the page before. */
  after: { fromDay: string; id: number } | null
}

/** Latest beginning first. */
export async function listAdjustments(db: Db, asked: AdjustmentsAsked): Promise<AdjustmentWithWorth[]> {
  const { touching, after } = asked
  const common = (
    column: 'account_id' | 'product_id' | 'category' | 'tier',
    value: number | string | null | undefined,
  ) =>
    value === null || value === undefined
      ? sql`true`
      : sql`(a.${sql.raw(column)} is null or a.${sql.raw(column)} = ${value})`
  const { rows } = await sql<AdjustmentWithWorth>`
    select ${columns}, case when w.adjustment_id is not null then jsonb_build_object('months', w.months,
      'baseMissed', w.base_missed, 'missed', w.missed, 'naiveMissed', w.naive_missed, 'base', w.base,
      'expected', w.expected, 'actual', w.actual) end as worth
    from supply.adjustment a left join supply.adjustment_worth w on w.adjustment_id = a.id
    where a.removed_at is null
      and (${asked.accountIds}::bigint[] is null or a.account_id = any(${asked.accountIds}::bigint[]))
      and (${asked.publicId ?? null}::uuid is null or a.public_id = ${asked.publicId ?? null}::uuid)
      and ${common('account_id', touching?.accountId)} and ${common('product_id', touching?.productId)}
      and ${common('category', touching?.category)} and ${common('tier', touching?.tier)}
      and (${asked.when} = 'all' or (${asked.when} = 'over') = (a.to_day < ${asked.today}::date))
      and (${after?.fromDay ?? null}::date is null
        or (a.from_day, a.id) < (${after?.fromDay ?? null}::date, ${after?.id ?? 0}::bigint))
    order by a.from_day desc, a.id desc limit ${asked.limit}`.execute(db)
  return rows
}

/** Of all adjustments that are over and whose months are known: how many helped, and by how many pieces in all. */
export async function adjustmentsWorth(
  db: Db,
): Promise<{ cases: number; helped: number; baseMissed: number; missed: number; naiveMissed: number; actual: number }> {
  const { rows } = await sql<{
    cases: number
    helped: number
    baseMissed: number
    missed: number
    naiveMissed: number
    actual: number
  }>`
    select count(*)::integer as cases, count(*) filter (where missed < base_missed)::integer as helped,
      coalesce(sum(base_missed), 0) as "baseMissed", coalesce(sum(missed), 0) as missed,
      coalesce(sum(naive_missed), 0) as "naiveMissed", coalesce(sum(w.actual), 0) as actual
    from supply.adjustment_worth w join supply.adjustment a on a.id = w.adjustment_id
    where a.removed_at is null`.execute(db)
  return rows[0]!
}
