// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid with absolute rows cannot be made of table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the row or the button inside takes the focus, not the cell
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type Column, nextSort, type Sort } from './column.ts'
import style from './DataTable.module.css'

type Props<R> = {
  columns: Column<R>[]
  tracks: string
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  /** On a phone the header is only spoken. */
  hidden: boolean
}

/** The sticky header; a sortable name is a button. */
export function TableHead<R>({ columns, tracks, sort, onSort, hidden }: Props<R>) {
  return (
    <div role="rowgroup" className={hidden ? 'visually-hidden' : style.headGroup}>
      <div role="row" aria-rowindex={1} className={style.head} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column, index) => {
          const sorted = sort?.key === column.key ? sort.direction : undefined
          const Sign = sorted === 'asc' ? IconArrowUp : IconArrowDown
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
              className={style.headCell}
              data-align={column.align}
              data-hint={column.hint}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  className={style.sort}
                  data-sorted={sorted}
                  tabIndex={hidden ? -1 : 0}
                  onClick={() => onSort(nextSort(column, sort))}
                >
                  <span>{column.header}</span>
                  <Sign size={13} aria-hidden="true" className={style.sortSign} />
                </button>
              ) : (
                <span>{column.header}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
