import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import style from './charts.module.css'
import { saveText, toCsv } from './csv.ts'

/** The figures of a chart as rows: what its table shows and its CSV holds. Amounts stay exact decimal strings. */
export type ChartTable = {
  header: string[]
  rows: (string | number | null)[][]
  /** How a cell is shown; the CSV keeps the raw value. */
  show?: (value: string | number | null, column: number) => ReactNode
}

type Props = {
  title: ReactNode
  /** Unit and window: "CNY, cumulative by rank". */
  note?: ReactNode
  table: ChartTable
  /** File name of the CSV, without ending. */
  file: string
  /** Left of the switch: mode, measure. */
  controls?: ReactNode
  children: ReactNode
}

/** Title, unit, switch to the table, CSV: around every chart. */
export function ChartFrame({ title, note, table, file, controls, children }: Props) {
  const { t } = useLingui()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const id = useId()
  return (
    <section className={style.frame} aria-labelledby={id}>
      <div className={style.frameHead}>
        <div className={style.frameWords}>
          <h2 id={id} className={style.frameTitle}>
            {title}
          </h2>
          {note && <p className={style.frameNote}>{note}</p>}
        </div>
        <div className={`${style.frameTools} no-print`}>
          {controls}
          <SegmentedControl
            aria-label={t`Show as`}
            value={view}
            onChange={value => setView(value as 'chart' | 'table')}
            data={[
              { value: 'chart', label: t`Chart` },
              { value: 'table', label: t`Table` },
            ]}
          />
          <ActionIcon
            aria-label={t`Download as CSV`}
            data-hint={t`Download as CSV`}
            onClick={() => saveText(`${file}.csv`, toCsv(table.header, table.rows))}
          >
            <IconDownload size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      </div>
      {view === 'chart' ? children : <PlainTable table={table} />}
    </section>
  )
}

/** At most this many rows are drawn; the CSV has them all. */
const shownRows = 500

function PlainTable({ table }: { table: ChartTable }) {
  const { t } = useLingui()
  const rows = table.rows.slice(0, shownRows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={style.tableScroll} tabIndex={0} aria-label={t`Table`}>
      <table className={style.table}>
        <thead>
          <tr>
            {table.header.map((name, column) => (
              <th key={name} scope="col" data-align={isFigure(table, column) ? 'right' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart have no other identity
            <tr key={index}>
              {row.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: neither have its columns
                <td key={column} data-align={isFigure(table, column) ? 'right' : undefined}>
                  {table.show ? table.show(value, column) : (value ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > shownRows && (
        <p className={style.more}>
          <Trans>The first {shownRows} rows; the CSV has them all.</Trans>
        </p>
      )}
    </section>
  )
}

function isFigure(table: ChartTable, column: number): boolean {
  const sample = table.rows.find(row => row[column] !== null)?.[column]
  return typeof sample === 'number' || (typeof sample === 'string' && /^-?\d+(\.\d+)?$/.test(sample))
}
