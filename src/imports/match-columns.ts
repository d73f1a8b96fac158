import { fieldsOf, type ImportKind, needsOf } from './fields.ts'
import { readHeader } from './header-name.ts'
import { synonyms } from './header-synonyms.ts'

/** A field and a column that may hold it; a lower `fit` is a better one. */
export type Candidate = { field: string; column: number; fit: number }

export type ColumnMatch = {
  columns: Record<string, number>
  /** Needs whose best columns fit equally well. */
  ambiguous: { field: string; columns: number[] }[]
  /** Needs that no column meets. */
  missing: string[]
}

function candidatesOf(kind: ImportKind, headers: readonly string[]): Candidate[] {
  const found: Candidate[] = []
  for (const [column, header] of headers.entries()) {
    for (const [at, spelling] of readHeader(header).spellings.entries()) {
      const fits = synonyms[kind].get(spelling)
      if (!fits) continue
      for (const { field, rank } of fits) found.push({ field, column, fit: rank * 2 + (at > 0 ? 1 : 0) })
      break
    }
  }
  return found
}

const required: Record<ImportKind, string[]> = Object.fromEntries(
  Object.entries(needsOf).map(([kind, needs]) => [kind, needs.map(alternatives => alternatives[0]![0]!)]),
) as Record<ImportKind, string[]>

/** Fields of which one excludes the other: two names for one thing. */
const oneOf: Record<string, string> = { discount: 'discount_rate', to_currency: 'currency' }

/**
 * Which column holds which field. `said`: columns that a person named (null: not in the file). Needs are met first,
 * then the other fields by how well they fit; a column holds one field.
 */
export function matchColumns(
  kind: ImportKind,
  headers: readonly string[],
  said: Readonly<Record<string, number | null>> = {},
): ColumnMatch {
  const columns: Record<string, number> = {}
  const taken = new Set<number>()
  for (const [field, column] of Object.entries(said)) {
    if (column === null) continue
    columns[field] = column
    taken.add(column)
  }
  const candidates = candidatesOf(kind, headers).filter(
    each => !taken.has(each.column) && said[each.field] === undefined,
  )
  const ambiguous: ColumnMatch['ambiguous'] = []
  const settle = (field: string) => {
    if (columns[field] !== undefined) return
    const free = candidates.filter(each => each.field === field && !taken.has(each.column))
    const best = Math.min(...free.map(each => each.fit))
    const equal = free.filter(each => each.fit === best)
    if (equal.length === 0) return
    columns[field] = equal[0]!.column
    taken.add(equal[0]!.column)
    if (equal.length > 1) ambiguous.push({ field, columns: equal.map(each => each.column) })
  }
  for (const field of required[kind]) {
    // A column that fits something else better is left to it, where the need has another way out.
    if (needAlternatives(kind, field) === 1) settle(field)
  }
  const order = fieldsOf[kind].map(field => field.name)
  for (const each of candidates.toSorted(
    (one, other) => one.fit - other.fit || order.indexOf(one.field) - order.indexOf(other.field),
  )) {
    if (columns[each.field] !== undefined || taken.has(each.column)) continue
    const rival = oneOf[each.field]
    if (rival && columns[rival] !== undefined && each.field === 'discount') continue
    settle(each.field)
  }
  if (kind === 'invoices') nameProductsByName(columns)
  return {
    columns,
    ambiguous: ambiguous.filter(each => matters(kind, each.field, columns)),
    missing: missingNeeds(kind, columns),
  }
}

function needAlternatives(kind: ImportKind, field: string): number {
  return needsOf[kind].find(alternatives => alternatives[0]![0] === field)!.length
}

/** A file that names products but has no codes identifies them by name. */
function nameProductsByName(columns: Record<string, number>): void {
  if (columns.product !== undefined || columns.product_name === undefined) return
  columns.product = columns.product_name
  delete columns.product_name
}

/** Doubt about a field that the file does not need is settled by its order. */
function matters(kind: ImportKind, field: string, columns: Record<string, number>): boolean {
  if (required[kind].includes(field)) return true
  return kind === 'invoices' && columns.net === undefined && (field === 'quantity' || field === 'unit_price')
}

function missingNeeds(kind: ImportKind, columns: Readonly<Record<string, number>>): string[] {
  return needsOf[kind]
    .filter(alternatives => !alternatives.some(fields => fields.every(field => columns[field] !== undefined)))
    .map(alternatives => alternatives[0]![0]!)
}

/** How many headers the most fitting kind knows: how a header is told from the rows around it. */
export function knownHeaders(headers: readonly string[]): number {
  let best = 0
  for (const index of Object.values(synonyms)) {
    const known = headers.filter(header => readHeader(header).spellings.some(spelling => index.has(spelling))).length
    if (known > best) best = known
  }
  return best
}
