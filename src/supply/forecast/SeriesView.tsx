import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select } from '@mantine/core'
import { IconChartLine } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { api } from '../../web/api.ts'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { Sparkline } from '../../web/figures/Sparkline.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './forecast.module.css'
import type { ForecastRow } from './forecast.web.ts'
import { type ForecastSearch, seriesName } from './forecast-search.ts'
import { levelName, methodName, sourceName, tierTitle } from './forecast-words.ts'
import { MakeAnew } from './RunBar.tsx'
import type { SeriesSort } from './series-sort.ts'
import { type Level, levels } from './structure.ts'

type Props = {
  search: ForecastSearch
  onChoose: (part: ForecastSearch) => void
  /** Of one account alone: its products. */
  accountId?: number
}

/** The forecasts of one level, filtered and sorted; a row opens its course. */
export function SeriesView({ search, onChoose, accountId }: Props) {
  const { t } = useLingui()
  const level: Level = accountId === undefined ? (search.level ?? 'account') : 'item'
  const query = useInfiniteQuery(
    api.supply.forecast.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        level,
        accountId,
        tier: search.tier,
        category: search.category,
        whose: search.whose ?? 'all',
        sort: search.sort ?? 'ahead',
        cursor,
        limit: 100,
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const { rows, ...paged } = pagedRows(query)
  return (
    <div className={style.list}>
      <div className={style.filters}>
        {accountId === undefined && <LevelAndAccounts search={search} level={level} onChoose={onChoose} />}
        {(level === 'item' || level === 'product') && (
          <CategoryFilter value={search.category} onChange={category => onChoose({ category })} />
        )}
        <SortFilter value={search.sort} onChange={sort => onChoose({ sort })} />
        <MakeAnew />
      </div>
      <DataTable
        label={t`Forecasts`}
        columns={useColumns(level, accountId !== undefined)}
        rows={rows}
        {...paged}
        height={accountId === undefined ? 'page' : 'content'}
        rowKey={row => seriesName(row)}
        isMarked={row => seriesName(row) === search.series}
        onOpen={row => onChoose({ series: seriesName(row) })}
        empty={
          <EmptyState icon={<IconChartLine size={24} stroke={1.5} />} title={t`No forecast here`} action={<MakeAnew />}>
            <Trans>
              Forecasts are made every night of all that was bought or sold within 24 months. Perhaps the filters leave
              nothing.
            </Trans>
          </EmptyState>
        }
      />
    </div>
  )
}

function LevelAndAccounts({ search, level, onChoose }: Props & { level: Level }) {
  const { t } = useLingui()
  const language = useLanguage()
  const isManager = useMay('manager')
  return (
    <>
      <SegmentedControl
        aria-label={t`Level`}
        value={level}
        onChange={value => onChoose({ level: value === 'account' ? undefined : (value as Level), series: undefined })}
        data={[...levels].reverse().map(value => ({ value, label: levelName(value, language) }))}
      />
      {(level === 'account' || level === 'item') && (
        <Select
          aria-label={t`Tier`}
          placeholder={t`All tiers`}
          clearable
          size="sm"
          w={140}
          value={search.tier ?? null}
          data={tiers.map(value => ({ value, label: tierName(value, language) }))}
          onChange={value => onChoose({ tier: (value as Tier | null) ?? undefined })}
        />
      )}
      {isManager && (level === 'account' || level === 'item') && (
        <SegmentedControl
          aria-label={t`Whose accounts`}
          value={search.whose ?? 'all'}
          onChange={value => onChoose({ whose: value === 'mine' ? 'mine' : undefined })}
          data={[
            { value: 'all', label: t`All accounts` },
            { value: 'mine', label: t`My accounts` },
          ]}
        />
      )}
    </>
  )
}

type Chosen<Value> = { value: Value | undefined; onChange: (value: Value | undefined) => void }

/** The categories of our products. */
export function CategoryFilter({ value, onChange }: Chosen<string>) {
  const { t } = useLingui()
  const query = useQuery(api.supply.forecast.categories.queryOptions({ staleTime: 5 * 60_000 }))
  return (
    <Select
      aria-label={t`Category`}
      placeholder={t`All categories`}
      clearable
      searchable
      size="sm"
      value={value ?? null}
      data={query.data?.items ?? []}
      onChange={chosen => onChange(chosen ?? undefined)}
    />
  )
}

function SortFilter({ value, onChange }: Chosen<SeriesSort>) {
  const { t } = useLingui()
  return (
    <Select
      aria-label={t`Sorted by`}
      allowDeselect={false}
      size="sm"
      w={200}
      value={value ?? 'ahead'}
      onChange={chosen => onChange(chosen === 'ahead' ? undefined : ((chosen as SeriesSort | null) ?? undefined))}
      data={[
        { value: 'ahead', label: t`Most pieces ahead` },
        { value: 'growth', label: t`Most growth` },
        { value: 'decline', label: t`Most pieces lost` },
        { value: 'bias', label: t`Furthest off` },
        { value: 'error', label: t`Hardest to foresee` },
      ]}
    />
  )
}

function useColumns(level: Level, ofAccount: boolean): Column<ForecastRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const nameOf = (row: ForecastRow) => {
    if (row.tier) return tierTitle(row.tier, language)
    if (row.level === 'total') return t`All accounts and products`
    return ofAccount ? row.product!.name : (row.account ?? row.product)!.name
  }
  const pieces = (value: number) => <span className="figures">{format.count(Math.round(value))}</span>
  return [
    {
      key: 'name',
      header: levelName(ofAccount ? 'product' : level, language),
      width: 'minmax(180px, 1.4fr)',
      phone: 'lead',
      render: nameOf,
    },
    ...(level === 'item' && !ofAccount
      ? [
          {
            key: 'product',
            header: t`Product`,
            width: 'minmax(160px, 1.2fr)',
            phone: 'detail' as const,
            render: (row: ForecastRow) => row.product!.name,
          },
        ]
      : []),
    {
      key: 'months',
      header: t`Next 12 months`,
      width: '108px',
      render: row => <Sparkline values={row.months} label={t`Next 12 months`} />,
    },
    {
      key: 'ahead',
      header: t`Pieces ahead`,
      width: '110px',
      align: 'right',
      phone: 'figure',
      render: row => pieces(row.ahead),
    },
    { key: 'lastYear', header: t`Last 12 months`, width: '110px', align: 'right', render: row => pieces(row.lastYear) },
    {
      key: 'growth',
      header: t`Growth`,
      width: '76px',
      align: 'right',
      render: row => <Share value={row.growth} signed unknown={t`Nothing in the last twelve months`} />,
    },
    {
      key: 'value',
      header: t`Value ahead`,
      width: '96px',
      align: 'right',
      render: row => <Amount value={row.value} currency={null} form="compact" />,
    },
    {
      key: 'mase',
      header: t`Error (MASE)`,
      width: '100px',
      align: 'right',
      hint: t`Mean absolute error at past months, against that of taking the same month of the year before. Below 1 the forecast is better.`,
      render: row =>
        row.mase === null ? (
          <Unknown reason={t`The past is too short`} />
        ) : (
          <span className="figures">{format.number(row.mase)}</span>
        ),
    },
    { key: 'method', header: t`Method`, width: '108px', render: row => methodName(row.method, language) },
    {
      key: 'source',
      header: t`Made from`,
      width: 'minmax(112px, 0.8fr)',
      ...(level === 'item' && !ofAccount ? {} : { phone: 'detail' as const }),
      render: row => sourceName(row.source, language),
    },
  ]
}
