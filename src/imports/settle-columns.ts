import { isNothing, takeApart } from './amount-format.ts'
import type { ImportKind } from './fields.ts'
import { normaliseHeader, readHeader } from './header-name.ts'
import { synonyms } from './header-synonyms.ts'
import type { ColumnMatch } from './match-columns.ts'

type Rows = readonly (readonly string[])[]
type Said = Readonly<Record<string, number | null>>

/** What headers alone leave wrong and the headers beside them, or the cells below, show. A column that was said stays. */
export function settleColumns(
  kind: ImportKind,
  match: ColumnMatch,
  headers: readonly string[],
  rows: Rows,
  said: Said,
): void {
  if (kind === 'rates') leaveOutWordyUnits(match, rows)
  if (kind !== 'invoices') return
  if (said.document === undefined && said.product === undefined) takeReferenceForProduct(match, headers, rows)
  if (said.unit_price === undefined) {
    preferPricePaid(match, headers)
    leaveOutTaxedPrice(match, headers)
  }
  if (said.line === undefined) {
    leaveOutRowCounter(match, headers, rows)
    numberLinesByItem(match, headers, rows)
  }
  if (said.product === undefined) {
    takeItemNumber(match, headers, rows)
    nameProductsWithoutModel(match, headers, rows)
  }
}

const cellsOf = (rows: Rows, column: number) => rows.map(row => (row[column] ?? '').trim()).filter(Boolean)

/** A unit in words ("yuan per dollar") is not the number of units that a rate is for. */
function leaveOutWordyUnits(match: ColumnMatch, rows: Rows): void {
  const { units } = match.columns
  if (units !== undefined && cellsOf(rows, units).some(cell => !isNothing(cell) && !takeApart(cell)))
    delete match.columns.units
}

/** A reference names a document in English and an article in French; that of a document keeps its day and account. */
function takeReferenceForProduct(match: ColumnMatch, headers: readonly string[], rows: Rows): void {
  const { document, product, day, account } = match.columns
  if (document === undefined || product !== undefined || !/^ref/.test(normaliseHeader(headers[document]!))) return
  const seen = new Map<string, string>()
  const wanders = rows.some(row => {
    const said = `${row[day ?? -1]}\n${row[account ?? -1]}`
    const before = seen.get(row[document] ?? '') ?? said
    seen.set(row[document] ?? '', said)
    return before !== said
  })
  if (!wanders && !/é/i.test(headers[document]!)) return
  match.columns.product = document
  delete match.columns.document
  match.missing.push('document')
}

/** SAP's "Item" beside a material is the number of the line, not a name. */
function numberLinesByItem(match: ColumnMatch, headers: readonly string[], rows: Rows): void {
  const { product_name: name, line } = match.columns
  if (name === undefined || line !== undefined || normaliseHeader(headers[name]!) !== 'item') return
  const cells = cellsOf(rows, name)
  if (cells.length === 0 || !cells.every(cell => /^\d{1,6}$/.test(cell))) return
  match.columns.line = name
  delete match.columns.product_name
}

/** Names of a counter of rows; a program that numbers the lines of a document calls them otherwise. */
const counters = new Set(['rowid', 'rowno', 'seq', 'seqno', '序号'])

/** A column that counts on over several documents counts the rows of this export; the next one counts anew. */
function leaveOutRowCounter(match: ColumnMatch, headers: readonly string[], rows: Rows): void {
  const { line, document } = match.columns
  if (line === undefined || document === undefined || !counters.has(normaliseHeader(headers[line]!))) return
  const counted = rows.map(row => Number(row[line]?.trim() || Number.NaN))
  const countsOn = counted.every((number, at) => at === 0 || number === counted[at - 1]! + 1)
  if (countsOn && new Set(cellsOf(rows, document)).size > 1) delete match.columns.line
}

const paid = /net|折后|成交|净|discounted|actual/

/** Of a price and a net price the net one was paid; the other is meant where a discount is still to be taken off. */
function preferPricePaid(match: ColumnMatch, headers: readonly string[]): void {
  const { columns } = match
  if (columns.unit_price === undefined) return
  const prices = headers
    .keys()
    .filter(at => at === columns.unit_price || !Object.values(columns).includes(at))
    .filter(at =>
      readHeader(headers[at]!).spellings.some(spelling =>
        synonyms.invoices.get(spelling)?.some(fit => fit.field === 'unit_price' && fit.rank === 0),
      ),
    )
    .toArray()
  const net = prices.filter(at => paid.test(normaliseHeader(headers[at]!)))
  const list = prices.filter(at => !net.includes(at))
  if (net.length !== 1 || list.length !== 1) return
  const discounted = ['discount', 'discount_rate', 'discount_amount'].some(field => columns[field] !== undefined)
  columns.unit_price = discounted ? list[0]! : net[0]!
  match.ambiguous = match.ambiguous.filter(each => each.field !== 'unit_price')
}

/** A price with tax does not explain a net amount without it. */
function leaveOutTaxedPrice(match: ColumnMatch, headers: readonly string[]): void {
  const { net, unit_price } = match.columns
  if (net === undefined || unit_price === undefined) return
  const header = headers[unit_price]!
  if (/含税|税后|incl|withtax|ttc|brutto/.test(normaliseHeader(header)) && !/不含税/.test(header))
    delete match.columns.unit_price
}

/** Dynamics calls the number of what was sold "No.", beside a type that says whether it is an item or a service. */
function takeItemNumber(match: ColumnMatch, headers: readonly string[], rows: Rows): void {
  const { product, product_name: name, kind } = match.columns
  const at = headers.findIndex(header => /^(?:no|nr)$/.test(normaliseHeader(header)))
  if (at < 0 || kind === undefined || Object.values(match.columns).includes(at)) return
  const isName = product !== undefined && name === undefined
  if (product !== undefined && !isName) return
  if (!cellsOf(rows, kind).some(cell => /^(?:item|artikel|article|resource|ressource|g\/l account)$/i.test(cell)))
    return
  if (product !== undefined) match.columns.product_name = product
  match.columns.product = at
}

/** A model that stands on some rows only identifies no product; its name does. */
function nameProductsWithoutModel(match: ColumnMatch, headers: readonly string[], rows: Rows): void {
  const { product, product_name: name } = match.columns
  if (product === undefined || name === undefined) return
  if (!/^(?:规格型号|型号|规格)$/.test(normaliseHeader(headers[product]!))) return
  if (!rows.some(row => isNothing(row[product] ?? '') && !isNothing(row[name] ?? ''))) return
  match.columns.product = name
  delete match.columns.product_name
}
