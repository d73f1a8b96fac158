/** What the list can be ordered by besides the account's own attributes. */
export const figureKeys = [
  'revenue',
  'margin',
  'contribution',
  'marginRate',
  'costToServe',
  'documents',
  'growth',
  'lastDay',
  'points',
] as const

export type FigureKey = (typeof figureKeys)[number]

export type Direction = 'asc' | 'desc'

/**
 * All accounts with the floats they are ordered and filtered by (NaN: unknown). Floats only decide places: two amounts
 * that differ beyond the 15th digit count as equal, and equals stand in the order of id.
 */
export type AccountColumns = {
  ids: Float64Array
  rowOf: ReadonlyMap<number, number>
  values: Readonly<Record<FigureKey, Float64Array>>
  /** Tier codes; -1 without a standing. */
  tiers: Int8Array
  /** -1 down, 0 stayed, 1 up, 2 first standing, 3 without a standing. */
  movements: Int8Array
}

/** Rows in order; the unknown come last in either direction. */
export function orderRows(columns: AccountColumns, key: FigureKey, direction: Direction): Uint32Array {
  const { ids } = columns
  const values = columns.values[key]
  const sign = direction === 'asc' ? 1 : -1
  const rows = new Uint32Array(ids.length)
  for (let row = 0; row < rows.length; row += 1) rows[row] = row
  return rows.sort((left, right) => comparePlaces(values[left]!, ids[left]!, values[right]!, ids[right]!, sign))
}

function comparePlaces(left: number, leftId: number, right: number, rightId: number, sign: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || leftId - rightId
  }
  return (left - right) * sign || leftId - rightId
}

/** The last account of a page: its value (null: unknown) and id. Good for going on although figures have moved. */
export type FigureCursor = { value: number | null; id: number }

/** The place in the order after the cursor's. */
export function placeAfter(
  columns: AccountColumns,
  order: Uint32Array,
  key: FigureKey,
  direction: Direction,
  cursor: FigureCursor,
): number {
  const values = columns.values[key]
  const sign = direction === 'asc' ? 1 : -1
  const value = cursor.value ?? Number.NaN
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = order[middle]!
    if (comparePlaces(values[row]!, columns.ids[row]!, value, cursor.id, sign) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
