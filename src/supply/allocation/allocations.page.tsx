import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Share } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import style from './allocation.module.css'
import { useMayShare } from './allocation.web.ts'
import type { AllocationsSearch } from './allocations-search.ts'
import { DrawUpRun } from './DrawUpRun.tsx'
import { RunState } from './RunState.tsx'

const route = getRouteApi('/_app/supply/allocations/')

type Listed = NonNullable<ReturnType<typeof useRuns>['data']>['pages'][number]['items'][number]

function useRuns(past: boolean) {
  return useInfiniteQuery(
    api.supply.allocations.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ dropped: past, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
}

/** Every sharing out of scarce goods, the newest first. */
export function AllocationsPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: AllocationsSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const mayShare = useMayShare()
  const query = useRuns(search.past ?? false)
  const count = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0)
  useCrumb(t`Allocation`)
  return (
    <>
      <PageHeader
        title={t`Allocation`}
        context={[
          t`Who gets scarce goods, how much and why`,
          count !== undefined && plural(count, { one: '# allocation', other: '# allocations' }),
        ]}
        actions={
          <>
            <Button variant="default" component={Link} to={'/supply/allocations/policy' as string}>
              <Trans>Allocation policy</Trans>
            </Button>
            {mayShare && (
              <Button onClick={() => choose({ draw: true })}>
                <Trans>Draw up an allocation</Trans>
              </Button>
            )}
          </>
        }
      >
        <SupplyTabs />
        <SegmentedControl
          className={style.filter}
          aria-label={t`Which allocations`}
          value={search.past ? 'past' : 'current'}
          onChange={value => choose({ past: value === 'past' ? true : undefined })}
          data={[
            { value: 'current', label: t`Drafts and released` },
            { value: 'past', label: t`Dropped and taken back` },
          ]}
        />
      </PageHeader>
      <DataTable
        label={t`Allocations`}
        rowKey={row => row.publicId}
        columns={useColumns()}
        {...pagedRows(query)}
        onOpen={row => void navigate({ to: '/supply/allocations/$run', params: { run: row.publicId } })}
        empty={
          <EmptyState
            icon={<IconScale size={24} stroke={1.5} />}
            title={search.past ? t`Nothing was dropped or taken back` : t`No allocation yet`}
            action={
              mayShare && !search.past ? (
                <Button onClick={() => choose({ draw: true })}>
                  <Trans>Draw up an allocation</Trans>
                </Button>
              ) : undefined
            }
          >
            {search.past ? undefined : (
              <Trans>
                Where more is ordered than production can make available, an allocation shares it by the policy.
              </Trans>
            )}
          </EmptyState>
        }
      />
      <DrawUpRun
        opened={search.draw ?? false}
        onClose={() => choose({ draw: undefined })}
        onDrawn={run => void navigate({ to: '/supply/allocations/$run', params: { run } })}
      />
    </>
  )
}

function useColumns(): Column<Listed>[] {
  const { t } = useLingui()
  const format = useFormat()
  return [
    {
      ...{ key: 'name', header: t`Allocation`, width: 'minmax(150px, 1.4fr)', phone: 'lead' },
      render: row => (
        <Link className="link" to="/supply/allocations/$run" params={{ run: row.publicId }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'state', header: t`State`, width: '100px', phone: 'detail', render: row => <RunState state={row.state} /> },
    {
      ...{ key: 'weeks', header: t`Production of`, width: 'minmax(170px, 1.1fr)' },
      render: row => (row.fromWeek && row.untilWeek ? <Weeks from={row.fromWeek} until={row.untilWeek} /> : t`entered`),
    },
    { key: 'products', header: t`Products`, width: '80px', align: 'right', render: row => format.count(row.products) },
    { key: 'accounts', header: t`Accounts`, width: '80px', align: 'right', render: row => format.count(row.accounts) },
    {
      ...{ key: 'share', header: t`Allocated of requested`, width: '150px', align: 'right', phone: 'figure' },
      render: row => (
        <Share value={Number(row.requested) === 0 ? null : Number(row.allocated) / Number(row.requested)} />
      ),
    },
    {
      key: 'cut',
      header: t`Accounts cut`,
      width: '100px',
      align: 'right',
      render: row => format.count(row.cutAccounts),
    },
    {
      ...{ key: 'made', header: t`Drawn up`, width: 'minmax(140px, 1fr)' },
      render: row => (
        <span className={style.quiet}>
          {format.day(row.madeOn)}, {row.madeByName}
        </span>
      ),
    },
  ]
}

export function Weeks({ from, until }: { from: string; until: string }) {
  const format = useFormat()
  return (
    <>
      {from === until ? <Trans>week of {format.day(from)}</Trans> : <Trans>weeks of {format.days(from, until)}</Trans>}
    </>
  )
}
