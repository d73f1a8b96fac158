import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AdjustmentsVerdict } from './AccuracyView.tsx'
import { useEffectWords } from './AdjustmentLines.tsx'
import style from './forecast.module.css'
import type { AdjustmentRead } from './forecast.web.ts'
import type { ForecastSearch } from './forecast-search.ts'
import { adjustmentKindName, scopeWords } from './forecast-words.ts'
import { WorthWords } from './WorthWords.tsx'

type Props = { search: ForecastSearch; onChoose: (part: ForecastSearch) => void }

/** What people know and the past does not, and what it was worth. */
export function AdjustmentsView({ search, onChoose }: Props) {
  const { t } = useLingui()
  const when = search.when ?? 'all'
  const query = useInfiniteQuery(
    api.supply.forecast.adjustments.infiniteOptions({
      input: (cursor: string | undefined) => ({ when, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <div className={style.list}>
      <AdjustmentsVerdict />
      <div className={style.filters}>
        <SegmentedControl
          aria-label={t`When`}
          value={when}
          onChange={value => onChoose({ when: value === 'all' ? undefined : (value as ForecastSearch['when']) })}
          data={[
            { value: 'all', label: t({ message: 'All', context: 'adjustments' }) },
            { value: 'ahead', label: t`Still to come` },
            { value: 'over', label: t({ message: 'Over', context: 'adjustments' }) },
          ]}
        />
      </div>
      <DataTable
        label={t`Adjustments`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...pagedRows(query)}
        isMarked={row => row.id === search.adjustment}
        onOpen={row => onChoose({ adjustment: row.id })}
        empty={
          <EmptyState icon={<IconAdjustments size={24} stroke={1.5} />} title={t`Nobody has adjusted anything here`}>
            <Trans>
              A tender won, a promotion agreed, a product that ends: say it, and the forecast has it on top.
            </Trans>
          </EmptyState>
        }
      />
    </div>
  )
}

function useColumns(): Column<AdjustmentRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const effect = useEffectWords()
  return [
    { key: 'title', header: t`What is known`, width: 'minmax(150px, 1fr)', phone: 'lead', render: row => row.title },
    {
      key: 'scope',
      header: t`Of what`,
      width: 'minmax(150px, 1.2fr)',
      phone: 'detail',
      render: row => scopeWords(row, language),
    },
    { key: 'kind', header: t`Kind`, width: '108px', render: row => adjustmentKindName(row.kind, language) },
    { key: 'days', header: t`When`, width: '196px', render: row => format.days(row.fromDay, row.toDay) },
    {
      key: 'effect',
      header: t`Expected effect`,
      width: '124px',
      align: 'right',
      phone: 'figure',
      render: row => <span className="figures">{effect(row)}</span>,
    },
    { key: 'worth', header: t`Was it worth it`, width: '172px', render: row => <WorthWords adjustment={row} short /> },
    { key: 'by', header: t`Said by`, width: '116px', render: row => row.madeByName },
  ]
}
