import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCompany, useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { FeedsDrawer } from './page/FeedsDrawer.tsx'
import { TakeDrawer } from './page/TakeDrawer.tsx'
import { alertStateName, hazardName } from './risk-words.ts'
import type { RisksSearch } from './risks-search.ts'

const route = getRouteApi('/_app/risks/')

type Listed = Awaited<ReturnType<typeof client.engage.risk.list>>['items'][number]

/** What is coming, whose goods lie in its way, and who must be told by when. */
export function RisksPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayTake = useMay('administrator', 'head', 'back office')
  const mayFeed = useMay('administrator')
  const query = useInfiniteQuery(
    api.engage.risk.list.infiniteOptions({
      input: (cursor: number) => ({
        show: search.show ?? 'active',
        exposed: search.exposed ?? false,
        cursor,
        limit: 50,
      }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const change = (changed: Partial<RisksSearch>) => void navigate({ search: old => ({ ...old, ...changed }) })
  const total = query.data?.pages[0]?.total
  return (
    <>
      <PageHeader
        title={t`Risk alerts`}
        context={[total !== undefined && plural(total, { one: '# alert', other: '# alerts' })]}
        actions={
          <>
            {mayFeed && (
              <Button variant="default" onClick={() => change({ open: 'feeds' })}>
                <Trans>Feeds</Trans>
              </Button>
            )}
            {mayTake && (
              <Button
                leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden="true" />}
                onClick={() => change({ open: 'take' })}
              >
                <Trans>Take a warning</Trans>
              </Button>
            )}
          </>
        }
      >
        <SegmentedControl
          aria-label={t`Which alerts`}
          value={search.show ?? 'active'}
          data={[
            { value: 'active', label: t`In force` },
            { value: 'past', label: t`Past` },
            { value: 'all', label: t({ message: 'All', context: 'alerts' }) },
          ]}
          onChange={show => change({ show: show === 'active' ? undefined : (show as 'past' | 'all') })}
        />
        <Checkbox
          label={t`Only those that reach a site`}
          checked={search.exposed ?? false}
          onChange={event => change({ exposed: event.currentTarget.checked || undefined })}
        />
      </PageHeader>
      <DataTable
        label={t`Risk alerts`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...pagedRows(query)}
        total={total}
        onOpen={row => void navigate({ to: '/risks/$id', params: { id: String(row.id) } })}
        empty={
          <EmptyState icon={<IconAlertTriangle size={24} stroke={1.5} />} title={t`No warning is in force`}>
            <Trans>
              Warnings come as CAP messages and storm tracks: from a file, from a feed that an administrator names, or
              by the API.
            </Trans>
          </EmptyState>
        }
      />
      <TakeDrawer opened={search.open === 'take'} onClose={() => change({ open: undefined })} />
      <FeedsDrawer opened={search.open === 'feeds' && mayFeed} onClose={() => change({ open: undefined })} />
    </>
  )
}

function useColumns(): Column<Listed>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { baseCurrency } = useCompany()
  const mine = useMay('manager')
  const unknown = t`Nobody has said what lies there`
  const own: Column<Listed>[] = mine
    ? [
        {
          key: 'own',
          header: t`Of my accounts, ${baseCurrency}`,
          width: '150px',
          align: 'right',
          render: row => <Amount value={row.own.goods} currency={null} unknown={unknown} />,
        },
      ]
    : []
  return [
    {
      key: 'title',
      header: t`Warning`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link to="/risks/$id" params={{ id: String(row.id) }} className="link" data-hint={row.title}>
          {row.title}
        </Link>
      ),
    },
    {
      key: 'hazard',
      header: t`Danger`,
      width: 'minmax(90px, 0.6fr)',
      phone: 'detail',
      render: row => `${hazardName(row.hazard, language)}`,
    },
    { key: 'state', header: t`State`, width: '96px', render: row => alertStateName(row.state, language) },
    {
      key: 'arrives',
      header: t`Reaches a site`,
      width: '150px',
      render: row => (row.arrivesAt ? format.instant(row.arrivesAt) : ''),
    },
    {
      key: 'sites',
      header: t`Sites`,
      width: '64px',
      align: 'right',
      render: row => <span className="figures">{format.count(row.exposed.sites)}</span>,
    },
    ...own,
    {
      key: 'goods',
      header: t`Goods in danger, ${baseCurrency}`,
      width: '160px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.exposed.goods} currency={null} unknown={unknown} />,
    },
    {
      key: 'advised',
      header: t`Advised`,
      width: '84px',
      align: 'right',
      hint: t`Sites about which somebody was advised, of those exposed`,
      render: row =>
        row.exposed.sites === 0 ? '' : <span className="figures">{`${row.advised} / ${row.exposed.sites}`}</span>,
    },
    {
      key: 'adviseBy',
      header: t`Advise by`,
      width: '150px',
      render: row => (row.adviseBy ? format.instant(row.adviseBy) : ''),
    },
  ]
}
