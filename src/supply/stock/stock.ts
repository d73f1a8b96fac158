/** Quantities are decimal strings in the unit of the product; days are plain. What is null or left out is not said. */
export type StockRow = {
  accountId: number
  siteId?: number | null
  productId: number
  /** The end of this day. */
  day: string
  onHand?: string | null
  onOrder?: string | null
  inTransit?: string | null
  committed?: string | null
  held?: string | null
  outOfStock?: boolean | null
}

export type SellThroughRow = {
  accountId: number
  siteId?: number | null
  productId: number
  /** Both included. */
  fromDay: string
  toDay: string
  sold?: string | null
  returned?: string | null
  received?: string | null
  /** Found by counting is positive, missing negative. */
  adjusted?: string | null
  lostSales?: string | null
}

/**
 * Why a row is not taken: `repeated` says the same key before, `overlaps` a span that shares days with another span of
 * the series, which would count sales twice.
 */
export type RefusedRow = { at: number; why: 'repeated' | 'overlaps' }

const seriesOf = (row: { accountId: number; siteId?: number | null; productId: number }): string =>
  `${row.accountId} ${row.siteId ?? ''} ${row.productId}`

/** Rows whose key stands before them, by position. */
export function repeatedRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): RefusedRow[] {
  const seen = new Set<string>()
  const refused: RefusedRow[] = []
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row)
    if (seen.has(key)) refused.push({ at, why: 'repeated' })
    seen.add(key)
  }
  return refused
}

export const stockKey = (row: StockRow): string => `${seriesOf(row)} ${row.day}`

/** Rows that repeat a span or share days with another span of their series; of two that overlap the later given yields. */
export function overlappingRows(rows: readonly SellThroughRow[]): RefusedRow[] {
  const refused: RefusedRow[] = []
  const series = new Map<string, { at: number; row: SellThroughRow }[]>()
  for (const [at, row] of rows.entries()) {
    const key = seriesOf(row)
    const own = series.get(key)
    if (own) own.push({ at, row })
    else series.set(key, [{ at, row }])
  }
  for (const own of series.values()) {
    own.sort((one, other) =>
      one.row.fromDay < other.row.fromDay ? -1 : one.row.fromDay > other.row.fromDay ? 1 : one.at - other.at,
    )
    const kept: typeof own = []
    for (const each of own) {
      let last = kept.at(-1)
      let why: RefusedRow['why'] | null = null
      while (last && last.row.toDay >= each.row.fromDay && why === null) {
        const twice = last.row.fromDay === each.row.fromDay && last.row.toDay === each.row.toDay
        if (last.at < each.at) why = twice ? 'repeated' : 'overlaps'
        else {
          refused.push({ at: last.at, why: twice ? 'repeated' : 'overlaps' })
          kept.pop()
          last = kept.at(-1)
        }
      }
      if (why === null) kept.push(each)
      else refused.push({ at: each.at, why })
    }
  }
  return refused.sort((one, other) => one.at - other.at)
}
