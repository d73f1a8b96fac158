import type { ImportKind } from './fields.ts'
import { normaliseHeader, readHeader } from './header-name.ts'
import { synonyms } from './header-synonyms.ts'
import { matchColumns } from './match-columns.ts'
import { tellingNames } from './supply-synonyms.ts'

const namesOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(normaliseHeader))
const ofStock = namesOf(tellingNames.stock)
const ofSales = namesOf(tellingNames.sold)

const says = (header: string | undefined, test: (spelling: string) => boolean): boolean =>
  header !== undefined && readHeader(header).spellings.some(test)

/** Whether a column of the kind is there under a name that fits it best. */
function namedWell(
  kind: ImportKind,
  field: string,
  headers: readonly string[],
  columns: Readonly<Record<string, number>>,
) {
  const at = columns[field]
  return (
    at !== undefined &&
    says(
      headers[at],
      spelling => synonyms[kind].get(spelling)?.some(fit => fit.field === field && fit.rank === 0) ?? false,
    )
  )
}

/**
 * Stock, sell-through, deliveries or supply, where the headers leave no doubt: a delivery arrives and was promised or
 * shipped before; stock and sales to others are named so, beside account, product and time and without money; supply to
 * come has products and weeks but no account. Null: something else, or not for sure.
 */
export function detectSupplyKind(headers: readonly string[], isInvoices: boolean): ImportKind | null {
  const deliveries = matchColumns('deliveries', headers)
  const way = deliveries.columns
  const travels = way.promised_on !== undefined || way.shipped_on !== undefined
  if (!isInvoices && way.account !== undefined && travels && namedWell('deliveries', 'arrived_on', headers, way))
    return 'deliveries'

  const invoice = matchColumns('invoices', headers).columns
  const goods = matchColumns('products', headers).columns
  // In French a reference is of an article.
  const isDocument = says(headers[invoice.document ?? -1], spelling => !/^ref/.test(spelling))
  if (isInvoices || isDocument || invoice.net !== undefined || invoice.cost !== undefined) return null
  const isList = ['list_price', 'standard_cost', 'category'].every(field => goods[field] === undefined)
  // A dealer's own list says when, but not whose it is.
  const lacksOnly = (missing: readonly string[]) => missing.length === 0 || (isList && missing.join() === 'account')
  const sales = matchColumns('sell-through', headers)
  const sold = sales.columns.sold
  if (lacksOnly(sales.missing) && says(headers[sold!], spelling => ofSales.has(spelling))) return 'sell-through'
  const stock = matchColumns('stock', headers)
  if (lacksOnly(stock.missing) && says(headers[stock.columns.on_hand!], spelling => ofStock.has(spelling)))
    return 'stock'
  const supply = matchColumns('supply', headers)
  const comes =
    supply.missing.length === 0 &&
    namedWell('supply', 'quantity', headers, supply.columns) &&
    !says(headers[supply.columns.quantity!], spelling => /^quantity$/.test(spelling))
  return comes && invoice.account === undefined && invoice.unit_price === undefined ? 'supply' : null
}
