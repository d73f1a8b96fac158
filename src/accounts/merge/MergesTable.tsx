import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './duplicates.module.css'
import type { MergeRead } from './merge.web.ts'
import { useUndoMerge } from './use-undo-merge.web.ts'

/** Merges made, newest first, with the way back. */
export function MergesTable() {
  const { t } = useLingui()
  const format = useFormat()
  const mayUndo = useMay('administrator', 'head')
  const undo = useUndoMerge()
  const query = useInfiniteQuery(
    api.merge.listMerges.infiniteOptions({
      input: (cursor: number | undefined) => ({ cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const columns: Column<MergeRead>[] = [
    {
      key: 'loser',
      header: t`Merged account`,
      width: 'minmax(180px, 1fr)',
      phone: 'lead',
      render: row => (
        <span className={style.side}>
          <span className={style.name}>{row.loserName}</span>
          <span className={style.quiet}>{row.loserCode}</span>
        </span>
      ),
    },
    {
      key: 'survivor',
      header: t`Into`,
      width: 'minmax(160px, 1fr)',
      phone: 'detail',
      render: row => (
        <Link to="/accounts/$id" params={{ id: String(row.survivorId) }} className="link">
          {row.survivorName}
        </Link>
      ),
    },
    {
      key: 'when',
      header: t`When and by whom`,
      width: 'minmax(160px, 1fr)',
      render: row => `${format.day(row.mergedAt.slice(0, 10))} · ${row.by}`,
    },
    {
      key: 'undo',
      header: t`Undo`,
      width: '190px',
      phone: 'figure',
      render: row =>
        row.undoneAt ? (
          <span className={style.quiet}>{t`undone by ${row.undoneBy}`}</span>
        ) : (
          mayUndo && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => undo.mutate(row)}
              loading={undo.isPending && undo.variables.id === row.id}
              aria-label={t`Undo the merge of ${row.loserName}`}
            >
              <Trans>Undo</Trans>
            </Button>
          )
        ),
    },
  ]
  return (
    <DataTable
      label={t`Merges`}
      columns={columns}
      rowKey={row => row.id}
      {...pagedRows(query)}
      empty={
        <EmptyState title={t`No accounts have been merged`}>
          <Trans>Every merge stands here with who made it, and can be taken back.</Trans>
        </EmptyState>
      }
    />
  )
}
