import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '../../web/page/Section.tsx'
import { useFormat } from '../../web/use-format.ts'
import { multiply } from '../exact-decimal.ts'
import { useKindWords } from '../kind-words.web.ts'
import type { Shape } from '../shape.ts'
import style from './FirstRows.module.css'
import { type ReadCell, rowReader, shownColumns } from './reading.ts'

type Props = { shape: Shape; rows: { row: number; cells: string[] }[]; stale: boolean }

/** The first rows as they will be read; below each value what stands in the file, where that is written otherwise. */
export function FirstRows({ shape, rows, stale }: Props) {
  const { t } = useLingui()
  const words = useKindWords()
  const read = rowReader(shape)
  const all = rows.map(row => ({ row: row.row, cells: read(row.cells) }))
  const shown = new Set(shownColumns(all.map(row => row.cells)))
  const fields = (all[0]?.cells ?? []).filter(cell => shown.has(cell.field))
  return (
    <Section
      title={t`First rows`}
      note={t`As they will be read; what the file says stands below where it is written otherwise`}
    >
      {rows.length === 0 ? (
        <p className={style.none}>
          <Trans>There are no rows below the column names.</Trans>
        </p>
      ) : (
        <section
          className={style.scroller}
          data-stale={stale || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t`First rows`}
        >
          <table className={style.table}>
            <thead>
              <tr>
                <th scope="col" className={style.number}>
                  {t`Row`}
                </th>
                {fields.map(cell => (
                  <th key={cell.field.name} scope="col" data-align={isFigure(cell.type) ? 'right' : undefined}>
                    {words.field(shape.kind, cell.field.name)}
                    <span className={style.header}>
                      {cell.derived ? t`derived` : shape.headers[shape.columns[cell.field.name]!]}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map(row => (
                <tr key={row.row}>
                  <td className={style.number}>{row.row}</td>
                  {row.cells
                    .filter(cell => shown.has(cell.field))
                    .map(cell => (
                      <td key={cell.field.name} data-align={isFigure(cell.type) ? 'right' : undefined}>
                        <CellRead cell={cell} />
                      </td>
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}

function isFigure(type: ReadCell['type']): boolean {
  return type === 'amount' || type === 'number' || type === 'rate' || type === 'share'
}

function CellRead({ cell }: { cell: ReadCell }) {
  const { t } = useLingui()
  const shown = useShown(cell)
  if (cell.read === null) {
    return (
      <span className={style.unreadable}>
        {t`not readable`}
        <span className={style.raw}>{cell.raw}</span>
      </span>
    )
  }
  if (cell.read === undefined) return <span className={style.empty}>{cell.raw.trim() || '–'}</span>
  const same = cell.derived || shown === cell.raw.trim() || cell.read === cell.raw.trim()
  return (
    <>
      <span className={cell.derived ? style.derived : undefined}>{shown}</span>
      {!same && <span className={style.raw}>{cell.raw}</span>}
    </>
  )
}

function useShown({ type, read }: ReadCell): string {
  const { t } = useLingui()
  const format = useFormat()
  if (read === null || read === undefined) return ''
  if (type === 'day') return format.day(read)
  if (type === 'amount') return format.amount(read, 'exact', null)
  if (type === 'number' || type === 'rate') return format.number(read, 10)
  if (type === 'share') return `${format.number(multiply(read, '100'), 10)}%`
  if (type === 'word') return { sale: t`sale`, return: t`return`, free: t`free of charge` }[read] ?? read
  return read
}
