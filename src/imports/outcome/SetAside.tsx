import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconDownload, IconFileUpload } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api, type client } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useMay } from '../../web/session.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import type { Import } from '../ImportState.tsx'
import type { ImportSearch } from '../import-search.ts'
import { importers } from '../imports-rights.ts'
import style from './outcome.module.css'
import { ReasonList } from './ReasonList.tsx'
import { RowDrawer } from './RowDrawer.tsx'
import { useSetAsideColumns } from './set-aside-columns.tsx'
import { TakeInAgain } from './TakeInAgain.tsx'

const route = getRouteApi('/_app/imports/$id')

export type SetAsideRow = Awaited<ReturnType<typeof client.imports.setAside>>['items'][number]

/** The rows that were not imported: by reason, each settled at once, corrected in a file, or read one by one. */
export function SetAside({ import: shown, booking }: { import: Import; booking: boolean }) {
  const { t } = useLingui()
  const { reason, state, row } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay(...importers) && shown.state === 'finished'
  const query = useInfiniteQuery(
    api.imports.setAside.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: shown.id, reason, state, cursor, limit: 200 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const change = (changed: Partial<ImportSearch>) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace: true })
  const first = query.data?.pages[0]
  const rows = pagedRows(query)
  const filter = new URLSearchParams({ ...(reason && { reason }), ...(state && { state }) }).toString()
  return (
    <Section
      title={t`Set aside`}
      note={
        shown.state === 'finished'
          ? t`Not imported and not lost: settle a reason as a whole, or correct the rows in a spreadsheet and import that file`
          : undefined
      }
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`/api/imports/${shown.id}/set-aside.csv${filter && `?${filter}`}`}
            download
            leftSection={<IconDownload size={15} stroke={1.6} />}
          >
            {reason ? <Trans>Download these as CSV</Trans> : <Trans>Download as CSV</Trans>}
          </Button>
          {may && shown.kind !== 'invoices' && (
            <TakeInAgain import={shown} open={(first?.counts ?? []).some(count => count.state === 'open')} />
          )}
          {may && shown.kind !== 'interchange' && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileUpload size={15} stroke={1.6} />}
              renderRoot={props => <Link to="/imports/new" search={{ of: shown.id }} {...props} />}
            >
              <Trans>Import the corrected file</Trans>
            </Button>
          )}
        </>
      }
    >
      <ReasonList
        import={shown}
        counts={first?.counts}
        may={may && !booking}
        reason={reason}
        onReason={chosen => change({ reason: chosen, state: undefined, row: undefined })}
      />
      <div className={style.table}>
        <DataTable
          label={t`Rows set aside`}
          columns={useSetAsideColumns()}
          {...rows}
          rowKey={item => item.row}
          isMarked={item => item.row === row}
          onOpen={item => change({ row: item.row })}
          height={rows.rows.length > 9 || rows.loading ? 420 : 'content'}
          empty={<EmptyState title={t`No row is set aside for this reason`} />}
        />
      </div>
      <RowDrawer
        shape={shown.shape}
        row={rows.rows.find(item => item.row === row)}
        onClose={() => change({ row: undefined })}
      />
    </Section>
  )
}
