import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, type ColumnReaders, manyRows, orNull } from '../platform/many-rows.server.ts'
import { type Window, windowParts } from './window.ts'

/** What an account's lines in a window add up to. Amounts in base currency, exact, without trailing zeros. */
export type AccountSums = {
  accountId: number
  lines: number
  /** Documents whose first day lies in the window. */
  documents: number
  returnLines: number
  freeLines: number
  linesWithCost: number
  revenue: string
  /** Revenue of the lines whose cost is known. */
  costedRevenue: string
  cost: string
  /** Costed revenue less cost; null where no line has a cost. */
  margin: string | null
  returns: string
  costToServe: string
  /** Margin less cost to serve; null where the margin is. */
  contribution: string | null
  /** Of the lines; null for an account that has only cost entries in the window. */
  firstDay: string | null
  lastDay: string | null
}

const periodColumns = sql`first_day, last_day, lines, documents, return_lines, free_lines, lines_with_cost, net, cost,
  net_without_cost, returns_net, cost_to_serve`

/** Rows of the window's parts, several for an account, with the columns of `periodColumns`. */
function windowRows(window: Window, accounts: RawBuilder<unknown>): RawBuilder<unknown> {
  const { years, months, days } = windowParts(window)
  const rows: RawBuilder<unknown>[] = []
  if (years)
    rows.push(
      window.from || window.to
        ? sql`select account_id, ${periodColumns} from ledger.account_year
            where year between ${years.from}::date and ${years.to}::date ${accounts}`
        : sql`select account_id, ${periodColumns} from ledger.account_year where true ${accounts}`,
    )
  for (const { from, to } of months)
    rows.push(sql`select account_id, ${periodColumns} from ledger.account_month
      where month between ${from}::date and ${to}::date ${accounts}`)
  for (const { from, to } of days) rows.push(...rowsOfDays(sql`${from}::date`, sql`${to}::date`, accounts))
  if (rows.length === 0) return sql`select account_id, ${periodColumns} from ledger.account_year where false`
  return sql.join(rows, sql` union all `)
}

/** A few days: documents that lie within them by their header, those that reach over an end by their lines. */
function rowsOfDays(
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
  accounts: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  return [
    sql`select account_id, day as first_day, last_day, lines, 1 as documents, return_lines, free_lines, lines_with_cost,
        net, cost, net_without_cost, returns_net, 0 as cost_to_serve
      from ledger.document where day between ${from} and ${to} and last_day <= ${to} ${accounts}`,
    sql`select account_id, null, null, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0
      from ledger.document where day between ${from} and ${to} and last_day > ${to} ${accounts}`,
    sql`select l.account_id, l.day, l.day, 1, 0, (l.kind = 1)::integer, (l.kind = 2)::integer, (l.cost is not null)::integer,
        l.net, coalesce(l.cost, 0), case when l.cost is null then l.net else 0 end,
        case when l.kind = 1 then l.net else 0 end, 0
      from (select account_id, id from ledger.document
        where last_day > day and last_day >= ${from} and day <= ${to} and (day < ${from} or last_day > ${to}) ${accounts}) d
      join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
      where l.day between ${from} and ${to}`,
    sql`select account_id, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, amount
      from ledger.cost_entry where in_force and day between ${from} and ${to} ${accounts}`,
  ]
}

// Mostly nothing: leaving the zeros out makes the sum of 100,000 accounts a third faster.
const summed = sql`
  sum(lines)::integer as lines, sum(documents)::integer as documents, sum(return_lines)::integer as return_lines,
  sum(free_lines)::integer as free_lines, sum(lines_with_cost)::integer as lines_with_cost, sum(net) as net, sum(cost) as cost,
  coalesce(sum(net_without_cost) filter (where lines_with_cost < lines), 0) as net_without_cost,
  coalesce(sum(returns_net) filter (where return_lines > 0), 0) as returns_net,
  coalesce(sum(cost_to_serve) filter (where cost_to_serve <> 0), 0) as cost_to_serve,
  min(first_day) as first_day, max(last_day) as last_day`

const told = sql`
  lines, documents, return_lines as "returnLines", free_lines as "freeLines", lines_with_cost as "linesWithCost",
  trim_scale(net) as revenue, trim_scale(net - net_without_cost) as "costedRevenue",
  trim_scale(cost) as cost, case when lines_with_cost > 0 then trim_scale(net - net_without_cost - cost) end as margin,
  trim_scale(returns_net) as returns, trim_scale(cost_to_serve) as "costToServe",
  case when lines_with_cost > 0 then trim_scale(net - net_without_cost - cost - cost_to_serve) end as contribution,
  first_day as "firstDay", last_day as "lastDay"`

const among = (accountIds: readonly number[] | undefined) =>
  accountIds ? sql`and account_id = any(${accountIds}::bigint[])` : sql``

/**
 * Every account that has a line or a cost entry in the window, in no order; or those given. Whole years and months come
 * from the roll-ups, the days at the window's ends from documents and lines: exact for any window.
 */
export async function sumsByAccount(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<AccountSums[]> {
  return manyRows<AccountSums>(db, everySum(window, accountIds), sumsReaders)
}

/** The same with some of the sums: what nobody asked for is neither added up nor sent. */
export async function someSumsByAccount<Key extends Exclude<keyof AccountSums, 'accountId'>>(
  db: Db,
  window: Window,
  keys: readonly Key[],
  accountIds?: readonly number[],
): Promise<Pick<AccountSums, Key | 'accountId'>[]> {
  const readers = Object.fromEntries((['accountId', ...keys] as const).map(key => [key, sumsReaders[key]]))
  return manyRows(db, everySum(window, accountIds), readers as ColumnReaders<Pick<AccountSums, Key | 'accountId'>>)
}

const everySum = (window: Window, accountIds: readonly number[] | undefined) => sql`
  with part as (${windowRows(window, among(accountIds))}),
  summed as (select account_id, ${summed} from part group by account_id)
  select account_id as "accountId", ${told} from summed where lines > 0 or documents > 0 or cost_to_serve <> 0`

const sumsReaders: ColumnReaders<AccountSums> = {
  accountId: asNumber,
  lines: asNumber,
  documents: asNumber,
  returnLines: asNumber,
  freeLines: asNumber,
  linesWithCost: asNumber,
  revenue: asText,
  costedRevenue: asText,
  cost: asText,
  margin: orNull(asText),
  returns: asText,
  costToServe: asText,
  contribution: orNull(asText),
  firstDay: orNull(asText),
  lastDay: orNull(asText),
}

export type Totals = Omit<AccountSums, 'accountId'> & {
  /** Accounts with a line in the window. */
  accounts: number
  /** Share of the lines whose cost is known, 0 to 1; null without lines. */
  costCoverage: number | null
}

/** The same for all accounts together, or for those given. */
export async function totals(db: Db, window: Window = {}, accountIds?: readonly number[]): Promise<Totals> {
  const { rows } = await sql<Totals>`
    with part as (${windowRows(window, among(accountIds))}),
    by_account as materialized (
      select account_id, ${summed} from part group by account_id),
    summed as (
      select count(*) filter (where lines > 0)::integer as accounts, coalesce(sum(lines), 0)::integer as lines,
        coalesce(sum(documents), 0)::integer as documents, coalesce(sum(return_lines), 0)::integer as return_lines,
        coalesce(sum(free_lines), 0)::integer as free_lines, coalesce(sum(lines_with_cost), 0)::integer as lines_with_cost,
        coalesce(sum(net), 0) as net, coalesce(sum(cost), 0) as cost,
        coalesce(sum(net_without_cost), 0) as net_without_cost, coalesce(sum(returns_net), 0) as returns_net,
        coalesce(sum(cost_to_serve), 0) as cost_to_serve, min(first_day) as first_day, max(last_day) as last_day
      from by_account)
    select accounts, ${told}, lines_with_cost::float8 / nullif(lines, 0) as "costCoverage" from summed
  `.execute(db)
  return rows[0]!
}

/** First and last day of the lines; null in an empty ledger. */
export async function ledgerSpan(db: Db): Promise<{ from: string; to: string } | null> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select min(first_day) as "from", max(last_day) as "to" from ledger.account_year`.execute(db)
  const { from, to } = rows[0]!
  return from === null || to === null ? null : { from, to }
}

export type MonthSums = Omit<AccountSums, 'accountId'> & { month: string }

/** The months of one account that have a line or a cost entry, in order; `month` is its first day. */
export async function accountMonths(db: Db, accountId: number, window: Window = {}): Promise<MonthSums[]> {
  const { rows } = await sql<MonthSums>`
    select month, ${told} from ledger.account_month
    where account_id = ${accountId}
      and (${window.from ?? null}::date is null or month >= ${window.from ?? null}::date)
      and (${window.to ?? null}::date is null or month <= ${window.to ?? null}::date)
    order by month`.execute(db)
  return rows
}

/** Revenue by month of many accounts at once, for the small curves of a list. */
export async function revenueByMonth(
  db: Db,
  accountIds: readonly number[],
  window: Window,
): Promise<{ accountId: number; month: string; revenue: string }[]> {
  const { rows } = await sql<{ accountId: number; month: string; revenue: string }>`
    select account_id as "accountId", month, trim_scale(net) as revenue from ledger.account_month
    where account_id = any(${accountIds}::bigint[])
      and (${window.from ?? null}::date is null or month >= ${window.from ?? null}::date)
      and (${window.to ?? null}::date is null or month <= ${window.to ?? null}::date)
    order by account_id, month`.execute(db)
  return rows
}
