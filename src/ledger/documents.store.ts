import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { kindCodes } from './copy-rows.ts'
import type { LineKind } from './posting.ts'
import type { Window } from './window.ts'

export type DocumentHeader = {
  id: number
  source: string
  number: string
  /** Earliest day of its lines. */
  day: string
  lastDay: string
  lines: number
  returnLines: number
  revenue: string
  /** Null where no line has a cost. */
  margin: string | null
}

const header = sql`
  id, source, number, day, last_day as "lastDay", lines, return_lines as "returnLines",
  trim_scale(net) as revenue, case when lines_with_cost > 0 then trim_scale(net - net_without_cost - cost) end as margin`

export type DocumentFilter = Window & {
  /** Part of the number. */
  text?: string
  /** With a line of this product. */
  productId?: number
  limit: number
  /** The last document of the page before. */
  after?: { day: string; id: number } | null
}

/** Documents of an account whose first day lies in the window, latest first. */
export async function listDocuments(db: Db, accountId: number, filter: DocumentFilter): Promise<DocumentHeader[]> {
  const { from = null, to = null, text, productId, limit, after } = filter
  const { rows } = await sql<DocumentHeader>`
    select ${header} from ledger.document
    where account_id = ${accountId}
      and (${from}::date is null or day >= ${from}::date) and (${to}::date is null or day <= ${to}::date)
      and (${text ?? null}::text is null or strpos(lower(number), lower(${text ?? null}::text)) > 0)
      and (${productId ?? null}::bigint is null or id in (
        select l.document_id from ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
        where d.account_id = ${accountId} and l.product_id = ${productId ?? null}))
      and (${after?.day ?? null}::date is null or (day, id) < (${after?.day ?? null}::date, ${after?.id ?? null}::bigint))
    order by day desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Documents of these accounts that stand below the bound: day (at its noon) first, then id of 14 digits; latest first. */
export async function documentsBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<{ id: number; accountId: number; day: string; number: string; net: string; lines: number }[]> {
  const day = bound.at.slice(0, 10)
  // Of the bound's own day: those with a smaller id where the bound is its noon or later, all, or none.
  const rest = bound.at.slice(10)
  const key = rest > 'T12:00:00Z' ? '\uffff' : rest === 'T12:00:00Z' ? bound.key : ''
  const { rows } = await sql<{
    id: number
    accountId: number
    day: string
    number: string
    net: string
    lines: number
  }>`
    select id, account_id as "accountId", day, number, trim_scale(net)::text as net, lines from ledger.document
    where account_id = any(${accountIds}::bigint[]) and day <= ${day}::date
      and (day < ${day}::date or lpad(id::text, 14, '0') collate "C" < ${key})
    order by day desc, id desc limit ${limit}
  `.execute(db)
  return rows
}

export async function findDocument(db: Db, accountId: number, id: number): Promise<DocumentHeader | undefined> {
  const { rows } = await sql<DocumentHeader>`
    select ${header} from ledger.document where account_id = ${accountId} and id = ${id}`.execute(db)
  return rows[0]
}

/** A claim on a line; the one in force or an earlier or repeated one. */
export type LineClaim = {
  line: string
  day: string
  productId: number | null
  quantity: string | null
  unitPrice: string | null
  net: string
  cost: string | null
  currency: string | null
  rate: string | null
  netInCurrency: string | null
  kind: LineKind
  flags: number
  importId: number | null
}

export type DocumentLine = LineClaim & {
  /** Claims besides the one in force. */
  otherClaims: number
}

const kinds = Object.fromEntries(Object.entries(kindCodes).map(([kind, code]) => [code, kind as LineKind]))

type ClaimRow = Omit<LineClaim, 'kind'> & { kind: number }
const kindOf = <Row extends ClaimRow>(row: Row) => ({ ...row, kind: kinds[row.kind]! })

const claim = sql`
  c.line, c.day, c.product_id as "productId", trim_scale(c.quantity) as quantity, trim_scale(c.unit_price) as "unitPrice",
  trim_scale(c.net) as net, trim_scale(c.cost) as cost, c.currency, trim_scale(c.rate) as rate,
  trim_scale(c.net_in_currency) as "netInCurrency", c.kind, c.flags, p.import_id as "importId"`

/** Numbers in the order of numbers, the rest by letters. */
const inOrder = sql`order by case when c.line ~ '^[0-9]{1,18}$' then c.line::bigint end nulls last, c.line`

export async function listLines(db: Db, accountId: number, documentId: number): Promise<DocumentLine[]> {
  const { rows } = await sql<ClaimRow & { otherClaims: number }>`
    with line as materialized (
      select * from ledger.line where account_id = ${accountId} and document_id = ${documentId}),
    other as materialized (
      select line, count(*)::integer as claims from ledger.line_version
      where account_id = ${accountId} and document_id = ${documentId} group by line)
    select ${claim}, coalesce(o.claims, 0) as "otherClaims"
    from line c left join other o on o.line = c.line left join bookkeeping.posting p on p.posting = c.posting
    ${inOrder}`.execute(db)
  return rows.map(kindOf)
}

/** Every claim on a line, latest import first; the value in force is that of the first. */
export async function listClaims(db: Db, accountId: number, documentId: number, line: string): Promise<LineClaim[]> {
  const { rows } = await sql<ClaimRow>`
    with claim as materialized (
      select account_id, document_id, line, day, product_id, quantity, unit_price, net, cost, currency, rate, net_in_currency,
        kind, flags, posting
      from ledger.line where account_id = ${accountId} and document_id = ${documentId} and line = ${line}
      union all
      select account_id, document_id, line, day, product_id, quantity, unit_price, net, cost, currency, rate, net_in_currency,
        kind, flags, posting
      from ledger.line_version where account_id = ${accountId} and document_id = ${documentId} and line = ${line})
    select ${claim} from claim c left join bookkeeping.posting p on p.posting = c.posting order by c.posting desc
  `.execute(db)
  return rows.map(kindOf)
}
