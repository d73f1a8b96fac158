import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { TierMark } from '../../identify/TierMark.tsx'
import { api, type client } from '../../web/api.ts'
import { ScoreBar } from '../../web/figures/ScoreBar.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { KnowTabs } from '../white-space/KnowTabs.tsx'
import { OwnerFilter } from '../white-space/OwnerFilter.tsx'
import style from './buying.module.css'
import type { ProfilesSearch } from './buying-search.ts'
import { questionWords } from './buying-words.ts'

const route = getRouteApi('/_app/buying-profiles')

type Row = Awaited<ReturnType<typeof client.know.buying.list>>['items'][number]

/** How well the department knows how its accounts buy: stale profiles first, each with the question to ask next. */
export function ProfilesPage() {
  const { t } = useLingui()
  useCrumb(t`Buying profiles`)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(
    api.know.buying.list.infiniteOptions({
      input: (cursor: number) => ({ ...search, cursor, limit: 100 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const first = query.data?.pages[0]
  const { stale = 0, unknown = 0, good = 0 } = first?.counts ?? {}
  const choose = (part: ProfilesSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  return (
    <>
      <PageHeader
        title={t`Buying profiles`}
        context={[
          first && plural(first.total, { one: '# account', other: '# accounts' }),
          t`key accounts, and others of which something is known`,
        ]}
      >
        <KnowTabs />
        <div className={style.filters}>
          <SegmentedControl
            aria-label={t`Which profiles`}
            value={search.state ?? 'all'}
            onChange={state => choose({ state: state === 'all' ? undefined : (state as ProfilesSearch['state']) })}
            data={[
              { value: 'all', label: t`All` },
              { value: 'stale', label: t`Out of date ${stale}` },
              { value: 'unknown', label: t`Nothing known ${unknown}` },
              { value: 'good', label: t`Known ${good}` },
            ]}
          />
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
        </div>
      </PageHeader>
      <DataTable
        label={t`Buying profiles`}
        columns={useColumns()}
        rowKey={row => row.accountId}
        {...pagedRows(query)}
        total={first?.total}
        onOpen={row => void navigate({ to: '/accounts/$id/buying', params: { id: String(row.accountId) } })}
        empty={
          <EmptyState icon={<IconClipboardList size={24} stroke={1.5} />} title={t`No profile fits these filters`}>
            <Trans>How an account buys is written down on its page, under Know.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui()
  const format = useFormat()
  const people = usePeople()
  return [
    {
      key: 'name',
      header: t`Account`,
      width: 'minmax(160px, 1.4fr)',
      phone: 'lead',
      render: row => (
        <Link className="link" to="/accounts/$id/buying" params={{ id: String(row.accountId) }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'tier', header: t`Tier`, width: '44px', render: row => <TierMark tier={row.tier ?? 'regular'} /> },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(90px, 0.8fr)',
      render: row => (row.ownerId ? people.nameOf(row.ownerId) : '–'),
    },
    {
      key: 'score',
      header: t`Score`,
      width: '140px',
      phone: 'figure',
      render: row => <ScoreBar points={Math.round(row.score)} of={100} label={t`Profile score`} />,
    },
    {
      key: 'completeness',
      header: t`Complete`,
      align: 'right',
      width: '76px',
      render: row => format.share(row.completeness / 100),
    },
    {
      key: 'freshness',
      header: t`Fresh`,
      align: 'right',
      width: '60px',
      render: row => (row.freshness === null ? '–' : format.share(row.freshness / 100)),
    },
    {
      key: 'question',
      header: t`Ask next`,
      width: 'minmax(180px, 2.4fr)',
      phone: 'detail',
      render: row => {
        if (!row.question) return '–'
        const words = questionWords(row.question.field, row.question.reason, format.language)
        return <span data-hint={words}>{words}</span>
      },
    },
    {
      key: 'heard',
      header: t`Last heard`,
      align: 'right',
      width: '116px',
      render: row => (row.lastLearnedOn ? format.day(row.lastLearnedOn) : '–'),
    },
  ]
}
