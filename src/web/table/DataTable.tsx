// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid with absolute rows cannot be made of table elements
import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { Failed } from '../page/Failed.tsx'
import type { Column, Sort } from './column.ts'
import style from './DataTable.module.css'
import { PhoneSort } from './PhoneSort.tsx'
import { PhoneRow, Row, SkeletonRow } from './rows.tsx'
import { TableHead } from './TableHead.tsx'
import { useRowKeys } from './use-row-keys.ts'

type Props<R> = {
  /** Names the table for those who cannot see it. */
  label: string
  columns: Column<R>[]
  rows: R[]
  rowKey: (row: R) => string | number
  /** First page under way: skeleton rows in the final layout. */
  loading?: boolean
  error?: unknown
  onRetry?: () => void
  /** Fetches the next page; undefined when there is none. */
  onMore?: (() => void) | undefined
  /** How many rows there are in all, when known. */
  total?: number
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Enter or click on a row. Give the leading column a real link as well, so that it opens in a new tab. */
  onOpen?: (row: R) => void
  /** Shown when there are no rows: `<EmptyState …/>`. */
  empty: ReactNode
  /** Marks rows, for example those the chart's brush holds. */
  isMarked?: (row: R) => boolean
  /** Height in px, or 'page' (default: to the lower edge of the window), or 'content' for short lists. */
  height?: number | 'page' | 'content'
}

const rowHeight = 36
const phoneRowHeight = 60
const skeletonRows = 12

/**
 * The table of the product: virtual (100,000 rows cost what 40 do), pages by cursor as one scrolls, sticky header,
 * arrow keys, Home, End, Enter; a list on the phone.
 *
 *     <DataTable label={t`Accounts`} columns={columns} rowKey={row => row.id} {...pagedRows(query)}
 *       sort={sort} onSort={setSort} onOpen={row => navigate(…)} empty={<EmptyState …/>} />
 */
export function DataTable<R>(props: Props<R>) {
  const { columns, rows, loading, error, onMore, total, height = 'page' } = props
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const scroller = useRef<HTMLDivElement>(null)
  const waiting = loading ? skeletonRows : onMore ? 3 : 0
  const virtual = useVirtualizer({
    count: rows.length + waiting,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? phoneRowHeight : rowHeight),
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have another height on a phone
  useEffect(() => virtual.measure(), [phone, virtual])

  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (onMore && !loading && lastSeen >= rows.length - 20) onMore()
  }, [onMore, loading, lastSeen, rows.length])

  const keys = useRowKeys(rows.length, index => virtual.scrollToIndex(index), scroller)

  if (error) return <Failed error={error} onRetry={props.onRetry} />
  if (!loading && rows.length === 0) return props.empty

  const tracks = columns.map(column => column.width ?? '1fr').join(' ')
  return (
    <>
      {phone && props.onSort && <PhoneSort columns={columns} sort={props.sort} onSort={props.onSort} />}
      <div
        ref={scroller}
        className={style.scroller}
        data-height={typeof height === 'string' ? height : undefined}
        style={typeof height === 'number' ? { height } : undefined}
      >
        <div
          role="grid"
          aria-label={props.label}
          aria-busy={loading || undefined}
          // While no row can be reached by key, the table itself can: it may scroll.
          tabIndex={loading ? 0 : undefined}
          aria-rowcount={(total ?? (onMore ? -1 : rows.length)) + (total === undefined && onMore ? 0 : 1)}
          aria-colcount={columns.length}
          className={style.grid}
          onKeyDown={keys.onKeyDown}
        >
          <TableHead columns={columns} tracks={tracks} sort={props.sort} onSort={props.onSort} hidden={phone} />
          <div role="rowgroup" className={style.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(item => {
              const place = { top: item.start, height: item.size }
              const row = rows[item.index]
              if (row === undefined) {
                return <SkeletonRow key={item.key} columns={columns} tracks={tracks} phone={phone} style={place} />
              }
              const Part = phone ? PhoneRow : Row
              return (
                <Part
                  key={props.rowKey(row)}
                  row={row}
                  index={item.index}
                  columns={columns}
                  tracks={tracks}
                  style={place}
                  marked={props.isMarked?.(row) ?? false}
                  reachable={keys.reachable(item.index)}
                  onFocus={keys.onFocus}
                  onOpen={props.onOpen}
                />
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}
