import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconBuildingWarehouse, IconDownload, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { OwnerFilter } from '../../know/white-space/OwnerFilter.tsx'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { StockHistory } from './StockHistory.tsx'
import { isStockSort, StockTable } from './StockTable.tsx'
import style from './stock.module.css'
import type { StockState } from './stock-list.ts'
import type { StockSearch } from './stock-search.ts'

const route = getRouteApi('/_app/supply/stock')

/** What every account has of every product, how long it lasts, and how old the report is. */
export function StockPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  useCrumb(t`Stock at accounts`)
  const sort = search.sort ?? 'cover'
  const direction = search.direction ?? 'asc'
  const filter = { state: search.state, ownerId: search.owner, search: search.search, sort, direction }
  const query = useInfiniteQuery(
    api.supply.stock.list.infiniteOptions({
      input: (cursor: number) => ({ ...filter, cursor, limit: 100 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const first = query.data?.pages[0]
  const choose = (part: StockSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const find = useDebouncedCallback((text: string) => choose({ search: text || undefined }), 250)
  const rows = pagedRows(query)
  const opened = rows.rows.find(row => row.key === search.row)
  const exported = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return (
    <>
      <PageHeader
        title={t`Stock at accounts`}
        context={[
          first && plural(first.total, { one: '# item', other: '# items' }),
          first && plural(first.accounts, { one: '# account', other: '# accounts' }),
          t`as they last reported`,
        ]}
        actions={
          <Button
            variant="default"
            component="a"
            href={`/api/supply/stock/export?${exported}`}
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          >
            <Trans>Download as CSV</Trans>
          </Button>
        }
      >
        <SupplyTabs />
        <div className={style.filters}>
          <StateFilter
            counts={first?.counts}
            state={search.state}
            onChange={state => choose({ state, row: undefined })}
          />
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
          <TextInput
            className={style.search}
            aria-label={t`Find an account or product`}
            placeholder={t`Account or product`}
            defaultValue={search.search ?? ''}
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
            onChange={event => find(event.currentTarget.value.trim())}
          />
        </div>
      </PageHeader>
      <StockTable
        {...rows}
        total={first?.total}
        sort={{ key: sort, direction }}
        onSort={next => isStockSort(next.key) && choose({ sort: next.key, direction: next.direction })}
        open={search.row}
        onOpen={row => void navigate({ search: old => ({ ...old, row }) })}
        empty={
          <EmptyState
            icon={<IconBuildingWarehouse size={24} stroke={1.5} />}
            title={
              search.state || search.owner || search.search
                ? t`No stock fits these filters`
                : t`No account has reported stock yet`
            }
          >
            <Trans>Reports come as files, EDI messages, through the API or the portal, or are entered by hand.</Trans>{' '}
            <Link to="/imports/new" className="link">
              <Trans>Import a file</Trans>
            </Link>
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={search.row !== undefined}
        onClose={() => void navigate({ search: old => ({ ...old, row: undefined }) })}
        title={opened ? `${opened.account.name} · ${opened.product.name}` : t`Stock and sales`}
        size={640}
      >
        {search.row !== undefined && <StockHistory row={search.row} />}
      </DetailDrawer>
    </>
  )
}

type StateProps = {
  counts: Record<StockState, number> | undefined
  state: StockState | undefined
  onChange: (state: StockState | undefined) => void
}

/** Chooses a state, each with how many rows are in it. */
export function StateFilter({ counts, state, onChange }: StateProps) {
  const { t } = useLingui()
  const { out = 0, low = 0, high = 0, overdue = 0 } = counts ?? {}
  return (
    <SegmentedControl
      aria-label={t`Which stock`}
      value={state ?? 'all'}
      onChange={value => onChange(value === 'all' ? undefined : (value as StockState))}
      data={[
        { value: 'all', label: t`All` },
        { value: 'out', label: t`Out ${out}` },
        { value: 'low', label: t`Under 2 weeks ${low}` },
        { value: 'high', label: t`Over 13 weeks ${high}` },
        { value: 'overdue', label: t`Report overdue ${overdue}` },
      ]}
    />
  )
}
