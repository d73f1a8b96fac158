import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Unknown } from '../../web/figures/Amount.tsx'
import type { Column } from '../../web/table/column.ts'
import { useFormat } from '../../web/use-format.ts'
import { type Import, ImportState } from '../ImportState.tsx'
import { useKindWords } from '../kind-words.web.ts'
import style from './history.module.css'

/** Columns of the history: kind, file, source, who, when, rows, what became of them, state. */
export function useHistoryColumns(): Column<Import>[] {
  const { t } = useLingui()
  const format = useFormat()
  const words = useKindWords()
  const count = (row: Import, value: number) =>
    row.state === 'finished' || row.state === 'undone' ? (
      <span className="figures">{format.number(value, 0)}</span>
    ) : (
      <Unknown reason={t`Known when it is imported`} />
    )
  return [
    {
      key: 'file',
      header: t`File`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link
          to="/imports/$id"
          params={{ id: String(row.id) }}
          className={`link ${style.file}`}
          data-undone={row.state === 'undone' || undefined}
        >
          {row.fileName}
          {row.parentId !== null && <span className={style.booked}>{t`set-aside rows, booked`}</span>}
        </Link>
      ),
    },
    {
      key: 'state',
      header: t`State`,
      width: '128px',
      render: row => <ImportState import={row} />,
    },
    {
      key: 'kind',
      header: t`Kind`,
      width: '112px',
      render: row => (row.kind === null ? <Unknown reason={t`Not known yet`} /> : words.kind(row.kind)),
    },
    { key: 'source', header: t`Source`, width: '84px', render: row => row.source },
    {
      key: 'who',
      header: t`By`,
      width: 'minmax(112px, 1fr)',
      render: row => <span data-hint={row.via === 'web' ? undefined : row.via}>{row.actorName}</span>,
    },
    {
      key: 'when',
      header: t({ message: 'When', context: 'import' }),
      width: '104px',
      phone: 'detail',
      render: row => (
        <span className={style.when}>
          <span data-hint={format.instant(row.createdAt)}>{format.ago(row.createdAt)}</span>
          <span className={style.phoneState}>
            <ImportState import={row} />
          </span>
        </span>
      ),
    },
    {
      key: 'rows',
      header: t`Rows`,
      width: '76px',
      align: 'right',
      phone: 'figure',
      render: row => count(row, row.rows),
    },
    { key: 'added', header: t`Added`, width: '76px', align: 'right', render: row => count(row, row.added) },
    {
      key: 'setAside',
      header: t`Set aside`,
      width: '76px',
      align: 'right',
      render: row => <span className={row.setAside > 0 ? style.aside : undefined}>{count(row, row.setAside)}</span>,
    },
  ]
}
