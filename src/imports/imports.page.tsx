import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { useMay } from '../web/session.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { isBusy } from './busy.ts'
import type { ImportKind } from './fields.ts'
import { FirstImport } from './history/FirstImport.tsx'
import { useHistoryColumns } from './history/history-columns.tsx'
import style from './imports.module.css'
import { importers } from './imports-rights.ts'
import { useKindWords } from './kind-words.web.ts'

const route = getRouteApi('/_app/imports/')

/** Every file that came in, newest first, undone ones included. */
export function ImportsPage() {
  const { t } = useLingui()
  const { kind, source } = route.useSearch()
  const navigate = route.useNavigate()
  const words = useKindWords()
  const may = useMay(...importers)
  const columns = useHistoryColumns()
  const query = useInfiniteQuery(
    api.imports.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ kind, source, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      staleTime: 5_000,
      refetchInterval: found =>
        found.state.data?.pages.some(page => page.items.some(item => isBusy(item.state))) ? 1_500 : false,
    }),
  )
  const rows = pagedRows(query)
  const filtered = kind !== undefined || source !== undefined
  const sources = [...new Set([...rows.rows.map(row => row.source), ...(source ? [source] : [])])].toSorted()
  if (!rows.loading && !rows.error && rows.rows.length === 0 && !filtered) return <FirstImport may={may} />
  return (
    <>
      <PageHeader
        title={t`Imports`}
        context={[t`Every file that came in, newest first`, t`each can be undone, whatever came after it`]}
        actions={
          may && (
            <Button
              leftSection={<IconFileUpload size={16} stroke={1.6} />}
              renderRoot={props => <Link to="/imports/new" {...props} />}
            >
              <Trans>Import a file</Trans>
            </Button>
          )
        }
      >
        <Select
          className={style.filter}
          aria-label={t`Kind`}
          placeholder={t`All kinds`}
          clearable
          allowDeselect
          value={kind ?? null}
          data={words.kinds}
          onChange={value => navigate({ search: old => ({ ...old, kind: (value ?? undefined) as ImportKind }) })}
        />
        <Select
          className={style.filter}
          aria-label={t`Source`}
          placeholder={t`All sources`}
          clearable
          allowDeselect
          value={source ?? null}
          data={sources}
          onChange={value => navigate({ search: old => ({ ...old, source: value ?? undefined }) })}
        />
      </PageHeader>
      <DataTable
        label={t`Imports`}
        columns={columns}
        {...rows}
        rowKey={row => row.id}
        onOpen={row => navigate({ to: '/imports/$id', params: { id: String(row.id) } })}
        empty={
          <EmptyState
            title={t`No import fits these filters`}
            action={
              <Button variant="default" onClick={() => navigate({ search: {} })}>
                <Trans>Show all imports</Trans>
              </Button>
            }
          />
        }
      />
    </>
  )
}
