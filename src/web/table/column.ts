import type { ReactNode } from 'react'

/** One column of a DataTable. */
export type Column<Row> = {
  /** Also the name it is sorted by. */
  key: string
  header: ReactNode
  /** CSS grid track: '1fr', 'minmax(200px, 2fr)', '120px'. Default '1fr'. */
  width?: string
  /** Figures stand right, with the unit in the header. */
  align?: 'right'
  sortable?: boolean
  /** First click sorts this way; figures are mostly wanted largest first. Default 'asc', 'desc' for right-aligned. */
  firstSort?: Direction
  render: (row: Row) => ReactNode
  /**
   * Where it stands on a phone, which shows only three: the name (lead), one line below it (detail), the figure that
   * matters on the right (figure). Columns without a place are left out there.
   */
  phone?: 'lead' | 'detail' | 'figure'
  /** Explains the column on hover of its header. */
  hint?: string
}

export type Direction = 'asc' | 'desc'
export type Sort = { key: string; direction: Direction }

/** What a click on the header does next. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort {
  const first = column.firstSort ?? (column.align === 'right' ? 'desc' : 'asc')
  if (sort?.key !== column.key) return { key: column.key, direction: first }
  return { key: column.key, direction: sort.direction === 'asc' ? 'desc' : 'asc' }
}
