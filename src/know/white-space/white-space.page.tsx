import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconDownload, IconGridDots } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { TierMark } from '../../identify/TierMark.tsx'
import { api, type client } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { EvidenceWords } from './EvidenceWords.tsx'
import { KnowTabs } from './KnowTabs.tsx'
import { OwnerFilter } from './OwnerFilter.tsx'
import style from './white-space.module.css'
import type { WhiteSpaceSearch } from './white-space-search.ts'

const route = getRouteApi('/_app/white-space')

type Row = Awaited<ReturnType<typeof client.know.whiteSpace.list>>['items'][number]

/** What is left to win at the accounts that are looked after, greatest first. */
export function WhiteSpacePage() {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(
    api.know.whiteSpace.list.infiniteOptions({
      input: (cursor: number) => ({ ...search, cursor, limit: 100 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const first = query.data?.pages[0]
  const window = first?.window
  const choose = (part: WhiteSpaceSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  return (
    <>
      <PageHeader
        title={t`White space`}
        context={[
          window && format.days(window.from, window.to),
          baseCurrency,
          first && plural(first.total, { one: '# open line', other: '# open lines' }),
        ]}
        actions={
          <Button
            variant="default"
            component="a"
            href={`/api/white-space/export?${new URLSearchParams(search)}`}
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          >
            <Trans>Download as CSV</Trans>
          </Button>
        }
      >
        <KnowTabs />
        <div className={style.filters}>
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
          <Select
            aria-label={t`Product line`}
            placeholder={t`All product lines`}
            clearable
            searchable
            size="sm"
            value={search.productLine ?? null}
            data={first?.productLines ?? []}
            onChange={line => choose({ productLine: line ?? undefined })}
          />
          <SegmentedControl
            aria-label={t`Which lines`}
            value={search.only ?? 'all'}
            onChange={only => choose({ only: only === 'all' ? undefined : (only as WhiteSpaceSearch['only']) })}
            data={[
              { value: 'all', label: t`All` },
              { value: 'unbought', label: t`Buys none` },
              { value: 'bought', label: t`Buys some` },
            ]}
          />
        </div>
      </PageHeader>
      <Tiles>
        <FigureTile label={t`Left to win`} loading={!first} note={t`potential less our sales, a year`}>
          {first && <Amount value={first.open} form="compact" />}
        </FigureTile>
        <FigureTile label={t`Likely`} loading={!first} note={t`the same, each line by its certainty`}>
          {first && <Amount value={first.likely} form="compact" />}
        </FigureTile>
      </Tiles>
      <DataTable
        label={t`White space`}
        columns={useColumns()}
        rowKey={row => `${row.accountId} ${row.productLine}`}
        {...pagedRows(query)}
        total={first?.total}
        onOpen={row => void navigate({ to: '/accounts/$id/white-space', params: { id: String(row.accountId) } })}
        empty={
          <EmptyState icon={<IconGridDots size={24} stroke={1.5} />} title={t`Nothing is open here`}>
            <Trans>
              A line is open where enough accounts alike buy it, or where a person has entered a potential above our
              sales.
            </Trans>
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui()
  const people = usePeople()
  return [
    {
      key: 'name',
      header: t`Account`,
      width: 'minmax(140px, 1.3fr)',
      phone: 'lead',
      render: row => (
        <Link className="link" to="/accounts/$id/white-space" params={{ id: String(row.accountId) }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'tier', header: t`Tier`, width: '44px', render: row => <TierMark tier={row.tier ?? 'regular'} /> },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(76px, 0.5fr)',
      render: row => (row.ownerId ? people.nameOf(row.ownerId) : '–'),
    },
    {
      key: 'line',
      header: t`Product line`,
      width: 'minmax(120px, 1.1fr)',
      phone: 'detail',
      render: row => row.productLine,
    },
    {
      key: 'evidence',
      header: t`Evidence`,
      width: 'minmax(120px, 1.3fr)',
      render: row => <EvidenceWords line={row} />,
    },
    {
      key: 'own',
      header: t`Our sales`,
      align: 'right',
      width: '88px',
      render: row => <Amount value={row.own} currency={null} />,
    },
    {
      key: 'potential',
      header: t`Potential`,
      align: 'right',
      width: '88px',
      render: row => <Amount value={row.potential} currency={null} />,
    },
    {
      key: 'share',
      header: t`Share of wallet`,
      align: 'right',
      width: '100px',
      render: row => <Share value={row.share} />,
    },
    {
      key: 'open',
      header: t`Left to win`,
      align: 'right',
      width: '88px',
      phone: 'figure',
      render: row => <Amount value={row.open} currency={null} />,
    },
    {
      key: 'certainty',
      header: t`Certainty`,
      align: 'right',
      width: '72px',
      hint: t`Entered: certain. Estimated: the share of accounts alike that buy the line`,
      render: row => <Share value={row.certainty} />,
    },
  ]
}
