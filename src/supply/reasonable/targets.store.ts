import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Db, inTransaction } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../../platform/many-rows.server.ts'
import type { StockState } from './review-item.ts'
import type { Need, Target } from './target.ts'

/** Column of each field, in the order in which rows are written. */
const columnOf = {
  accountId: 'account_id',
  siteId: 'site_id',
  productId: 'product_id',
  class: 'class',
  basis: 'basis',
  demandWeek: 'demand_week',
  sigmaWeek: 'sigma_week',
  leadDays: 'lead_days',
  leadSdDays: 'lead_sd_days',
  leadSource: 'lead_source',
  reviewDays: 'review_days',
  service: 'service',
  method: 'method',
  demandAhead: 'demand_ahead',
  deviation: 'deviation',
  safety: 'safety',
  orderUpTo: 'order_up_to',
  reorderAt: 'reorder_at',
  stockDay: 'stock_day',
  onHand: 'on_hand',
  committed: 'committed',
  held: 'held',
  onOrder: 'on_order',
  inTransit: 'in_transit',
  position: 'position',
  coverWeeks: 'cover_weeks',
  soldLately: 'sold_lately',
  closingShipped: 'closing_shipped',
  closingSold: 'closing_sold',
  state: 'state',
  stockOutOn: 'stock_out_on',
  seasonOn: 'season_on',
  missing: 'missing',
  lost: 'lost',
  lostP10: 'lost_p10',
  lostP90: 'lost_p90',
  surplus: 'surplus',
  surplusValue: 'surplus_value',
  wanted: 'wanted',
  room: 'room',
  unitPrice: 'unit_price',
  unitContribution: 'unit_contribution',
  reviewedOn: 'reviewed_on',
} satisfies Record<keyof Target, string>

const fields = Object.keys(columnOf) as (keyof Target)[]
const exact = new Set<keyof Target>([
  'onHand',
  'committed',
  'held',
  'onOrder',
  'inTransit',
  'soldLately',
  'closingShipped',
  'closingSold',
  'lost',
  'lostP10',
  'lostP90',
  'surplusValue',
  'unitPrice',
  'unitContribution',
])

const columns = sql.raw(
  fields
    .map(field => `${exact.has(field) ? `trim_scale(t.${columnOf[field]})` : `t.${columnOf[field]}`} as "${field}"`)
    .join(', '),
)

/** Puts the results of these accounts in the place of those that were there. */
export async function replaceTargets(
  pool: pg.Pool,
  accountIds: readonly number[],
  targets: readonly Target[],
): Promise<void> {
  await inTransaction(pool, async client => {
    // Two reviews of the same accounts at once: the second one replaces what the first wrote.
    await client.query('lock table supply.target in share row exclusive mode')
    await client.query('delete from supply.target where account_id = any($1::bigint[])', [accountIds])
    const copy = client.query(copyFrom(`copy supply.target (${Object.values(columnOf).join(', ')}) from stdin`))
    await pipeline(Readable.from(copyText(targets)), copy)
  })
}

/** Of accounts that report no stock any more. */
export async function removeOtherTargets(db: Db, accountIds: readonly number[]): Promise<void> {
  await sql`delete from supply.target where account_id <> all(${accountIds}::bigint[])`.execute(db)
}

/** COPY's text form, some thousand rows a piece; no value holds a tab, a backslash or a line end. */
function* copyText(targets: readonly Target[]): Generator<string> {
  for (let from = 0; from < targets.length; from += 2000) {
    let text = ''
    for (const target of targets.slice(from, from + 2000)) {
      for (const field of fields) {
        const value = target[field]
        // Estimates need no sixteen digits: half of the bytes.
        const told = typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value
        text += field === 'accountId' ? told : `\t${told ?? '\\N'}`
      }
      text += '\n'
    }
    yield text
  }
}

/** Items of these accounts (null: of all) that lack something, by account, site and product. */
export function needsOf(db: Db, accountIds: readonly number[] | null): Promise<Need[]> {
  return manyRows<Need>(
    db,
    sql`select account_id as "accountId", site_id as "siteId", product_id as "productId", demand_week as "demandWeek",
        lead_days as "leadDays", review_days as "reviewDays", service, order_up_to as "orderUpTo", position,
        cover_weeks as "coverWeeks", state, stock_out_on as "stockOutOn", season_on as "seasonOn", lost, wanted, room,
        unit_price as "unitPrice", reviewed_on as "reviewedOn"
      from supply.target
      where wanted > 0 and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      order by account_id, site_id nulls first, product_id`,
    {
      accountId: asNumber,
      siteId: orNull(asNumber),
      productId: asNumber,
      demandWeek: asNumber,
      leadDays: asNumber,
      reviewDays: asNumber,
      service: asNumber,
      orderUpTo: asNumber,
      position: orNull(asNumber),
      coverWeeks: orNull(asNumber),
      state: text => text as StockState,
      stockOutOn: orNull(asText),
      seasonOn: orNull(asText),
      lost: asText,
      wanted: asNumber,
      room: asNumber,
      unitPrice: orNull(asText),
      reviewedOn: asText,
    },
  )
}

/** The results of these accounts (null: of all), by account and product. */
export async function targetsOf(db: Db, accountIds: readonly number[] | null): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select ${columns} from supply.target t
    where ${accountIds}::bigint[] is null or t.account_id = any(${accountIds}::bigint[])
    order by t.account_id, t.site_id nulls first, t.product_id`.execute(db)
  return rows
}

export type ItemCover = Pick<
  Target,
  'accountId' | 'siteId' | 'productId' | 'coverWeeks' | 'state' | 'stockOutOn' | 'orderUpTo' | 'position' | 'lost'
>

/** How far the stock of these accounts (null: of all) reaches, by the newest review. */
export async function coverOf(
  db: Db,
  {
    accountIds = null,
    productIds = null,
  }: { accountIds?: readonly number[] | null; productIds?: readonly number[] | null },
): Promise<ItemCover[]> {
  const { rows } = await sql<ItemCover>`
    select account_id as "accountId", site_id as "siteId", product_id as "productId", cover_weeks as "coverWeeks", state,
      stock_out_on as "stockOutOn", order_up_to as "orderUpTo", position, trim_scale(lost) as lost
    from supply.target
    where (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      and (${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[]))
    order by account_id, site_id nulls first, product_id`.execute(db)
  return rows
}

/** Whose items, and which; null: all. */
export type TargetsAsked = {
  accountIds: readonly number[] | null
  productId: number | null
  class: string | null
  states: readonly StockState[] | null
}

const among = ({ accountIds, productId, class: stockClass, states }: TargetsAsked) => sql`
  (${accountIds}::bigint[] is null or t.account_id = any(${accountIds}::bigint[]))
  and (${productId}::bigint is null or t.product_id = ${productId})
  and (${stockClass}::text is null or t.class = ${stockClass})
  and (${states}::text[] is null or t.state = any(${states}::text[]))`

/** By what is lost and then by what lies too long, or by one of them alone; nothing known comes last. */
export type TargetOrder = 'worst' | 'surplus' | 'cover' | 'stock-out'

const orders: Record<TargetOrder, string> = {
  worst: 't.lost desc, t.surplus_value desc',
  surplus: 't.surplus_value desc, t.lost desc',
  cover: 't.cover_weeks nulls last',
  'stock-out': 't.stock_out_on nulls last, t.lost desc',
}

/** A page of items; `skip` rows have been seen. */
export async function listTargets(
  db: Db,
  asked: TargetsAsked,
  { order, limit, skip }: { order: TargetOrder; limit: number; skip: number },
): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select ${columns} from supply.target t where ${among(asked)}
    order by ${sql.raw(orders[order])}, t.account_id, t.product_id, t.site_id nulls first
    limit ${limit} offset ${skip}`.execute(db)
  return rows
}

export type TargetSums = {
  state: StockState
  items: number
  lost: string
  surplusValue: string
  oldest: string
}

/** Items, money at stake and the oldest review by state, and the accounts among them. */
export async function sumTargets(db: Db, asked: TargetsAsked): Promise<{ states: TargetSums[]; accounts: number }> {
  const [states, accounts] = await Promise.all([
    sql<TargetSums>`
      select t.state, count(*)::integer as items, trim_scale(sum(t.lost)) as lost,
        trim_scale(sum(t.surplus_value)) as "surplusValue", min(t.reviewed_on) as oldest
      from supply.target t where ${among(asked)} group by t.state`.execute(db),
    sql<{ count: number }>`
      select count(distinct t.account_id)::integer as count from supply.target t where ${among(asked)}`.execute(db),
  ])
  return { states: states.rows, accounts: accounts.rows[0]!.count }
}

export async function findTarget(
  db: Db,
  { accountId, siteId, productId }: { accountId: number; siteId: number | null; productId: number },
): Promise<Target | null> {
  const { rows } = await sql<Target>`
    select ${columns} from supply.target t
    where t.account_id = ${accountId} and t.product_id = ${productId} and t.site_id is not distinct from ${siteId}::bigint
  `.execute(db)
  return rows[0] ?? null
}
