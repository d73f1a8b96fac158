// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid with absolute rows cannot be made of table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the row or the button inside takes the focus, not the cell
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import { Bar } from '../page/Skeletons.tsx'
import type { Column } from './column.ts'
import style from './DataTable.module.css'

type Props<R> = {
  row: R
  index: number
  columns: Column<R>[]
  tracks: string
  style: CSSProperties
  marked: boolean
  /** The one row that Tab reaches; arrows go on from it. */
  reachable: boolean
  onFocus: (index: number) => void
  onOpen: ((row: R) => void) | undefined
}

/** What every row does: it can be reached, opened by click or Enter, and never swallows a link inside of it. */
function rowBehaviour<R>({ row, index, marked, reachable, onFocus, onOpen }: Props<R>) {
  return {
    role: 'row' as const,
    'aria-rowindex': index + 2,
    'aria-selected': marked || undefined,
    'data-row': index,
    'data-opens': onOpen ? true : undefined,
    tabIndex: reachable ? 0 : -1,
    onFocus: () => onFocus(index),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const inner = (event.target as HTMLElement).closest('a, button, input, label, [role="menuitem"]')
      if (!inner && window.getSelection()?.isCollapsed !== false) onOpen?.(row)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row)
    },
  }
}

export function Row<R>(props: Props<R>) {
  return (
    <div {...rowBehaviour(props)} className={style.row} style={{ ...props.style, gridTemplateColumns: props.tracks }}>
      {props.columns.map((column, index) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={index + 1}
          className={style.cell}
          data-align={column.align}
        >
          {column.render(props.row)}
        </div>
      ))}
    </div>
  )
}

export function PhoneRow<R>(props: Props<R>) {
  const part = (place: Column<R>['phone']) => props.columns.findIndex(column => column.phone === place)
  const cell = (place: NonNullable<Column<R>['phone']>) => {
    const index = part(place)
    const column = props.columns[index]
    if (!column) return null
    return (
      <div role="gridcell" aria-colindex={index + 1} className={style.phoneCell} data-place={place}>
        {/* A figure below the name says what it counts; the one on the right is what the list is about. */}
        {place === 'detail' && column.align === 'right' && <>{column.header} </>}
        {column.render(props.row)}
      </div>
    )
  }
  return (
    <div {...rowBehaviour(props)} className={style.phoneRow} style={props.style}>
      {cell('lead')}
      {cell('figure')}
      {cell('detail')}
    </div>
  )
}

const widths = ['72%', '54%', '63%', '48%']

/** A row that is on its way; the same tracks, so that nothing jumps when it arrives. */
export function SkeletonRow<R>(props: { columns: Column<R>[]; tracks: string; phone: boolean; style: CSSProperties }) {
  if (props.phone) {
    return (
      <div className={style.phoneRow} style={props.style} aria-hidden="true">
        <div className={style.phoneCell} data-place="lead">
          <Bar width="60%" />
        </div>
        <div className={style.phoneCell} data-place="figure">
          <Bar width={56} />
        </div>
        <div className={style.phoneCell} data-place="detail">
          <Bar width="40%" height={10} />
        </div>
      </div>
    )
  }
  return (
    <div className={style.row} style={{ ...props.style, gridTemplateColumns: props.tracks }} aria-hidden="true">
      {props.columns.map((column, index) => (
        <div key={column.key} className={style.cell} data-align={column.align}>
          <Bar width={widths[index % widths.length]!} />
        </div>
      ))}
    </div>
  )
}
