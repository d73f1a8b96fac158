import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { OwnerFilter } from '../../know/white-space/OwnerFilter.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCompany } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { BrokenList } from './BrokenList.tsx'
import style from './deliveries.module.css'
import { LostSales } from './LostSales.tsx'
import { PunctualityTable, PunctualityTiles } from './Punctuality.tsx'
import { type Period, type PunctualitySearch, periodFrom } from './punctuality-search.ts'

const route = getRouteApi('/_app/supply/deliveries')

/** Promises of delivery: on time and in full, where not and why, and what stock-outs cost. */
export function DeliveriesPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: PunctualitySearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const period = search.period ?? '12'
  const from = periodFrom(period, today)
  const filter = { from, ownerId: search.owner, mode: search.via, cause: search.cause }
  useCrumb(t`Promises of delivery`)
  return (
    <>
      <PageHeader
        title={t`Promises of delivery`}
        context={[
          period === 'all' ? t`All promised until today` : format.days(from, today),
          t`in delivery lines whose promised day has passed`,
        ]}
      >
        <SupplyTabs />
        <div className={style.filters}>
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
          <PeriodSelect period={period} onChange={next => choose({ period: next === '12' ? undefined : next })} />
          <SegmentedControl
            aria-label={t`Group by`}
            value={search.by ?? 'account'}
            onChange={by => choose({ by: by === 'account' ? undefined : (by as PunctualitySearch['by']) })}
            data={[
              { value: 'account', label: t`Account` },
              { value: 'mode', label: t`Mode` },
              { value: 'lane', label: t`Lane` },
              { value: 'cause', label: t`Cause` },
              { value: 'month', label: t`Month` },
            ]}
          />
        </div>
      </PageHeader>
      <PunctualityTiles filter={filter} />
      <PunctualityTable filter={filter} by={search.by ?? 'account'} chosen={search} onChoose={choose} />
      <BrokenList filter={filter} naming />
      <LostSales filter={{ from, ownerId: search.owner }} />
      <p className={style.foot}>
        <Trans>
          On time: arrived by the promised day. In full: with the promised quantity or more. What is overdue counts as
          neither.
        </Trans>
      </p>
    </>
  )
}

export function PeriodSelect({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const { t } = useLingui()
  return (
    <Select
      aria-label={t`Period`}
      allowDeselect={false}
      size="sm"
      w={170}
      value={period}
      onChange={value => onChange((value ?? '12') as Period)}
      data={[
        { value: '3', label: t`Last 3 months` },
        { value: '12', label: t`Last 12 months` },
        { value: '24', label: t`Last 24 months` },
        { value: 'all', label: t`From the beginning` },
      ]}
    />
  )
}
