import { Trans, useLingui } from '@lingui/react/macro'
import { BarByMonth } from '../web/charts/BarByMonth.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { ChartSkeleton } from '../web/page/Skeletons.tsx'
import { useCompany } from '../web/session.ts'
import { useMonths } from './account/months.web.ts'
import { monthsOf } from './month-sums.ts'

type Props = {
  accountId: number
  days: Days | null
  /** Opens the documents of a month, 'YYYY-MM'. */
  onOpen: (month: string) => void
}

/** Revenue, margin and cost to serve by month as a chart; a month leads to its documents. */
export function MonthsPanel({ accountId, days, onOpen }: Props) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const query = useMonths(accountId, days)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!query.data || !days) return <ChartSkeleton height={300} />
  const { items } = query.data
  if (items.length === 0)
    return (
      <Section title={t`By month`}>
        <EmptyState title={t`It bought nothing in these days`}>
          <Trans>Choose a longer window, or look at the whole ledger.</Trans>
        </EmptyState>
      </Section>
    )
  const byMonth = new Map(items.map(item => [item.month.slice(0, 7), item]))
  const months = monthsOf(days)
  const unit = baseCurrency === 'XXX' ? '' : baseCurrency
  return (
    <BarByMonth
      title={t`By month`}
      note={[unit, t`whole months`, t`a month opens its documents`].filter(Boolean).join(' · ')}
      months={months}
      onOpen={month => byMonth.has(month) && onOpen(month)}
      series={[
        { name: t`Revenue`, tone: 'revenue', values: months.map(month => byMonth.get(month)?.revenue ?? '0') },
        { name: t`Margin`, tone: 'profit', values: months.map(month => byMonth.get(month)?.margin ?? null) },
        { name: t`Cost to serve`, tone: 'cost', values: months.map(month => byMonth.get(month)?.costToServe ?? '0') },
      ]}
    />
  )
}
