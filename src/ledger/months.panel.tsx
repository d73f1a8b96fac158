import { Trans, useLingui } from '@lingui/react/macro'
import { BarByMonth } from '../web/charts/BarByMonth.tsx'
import { Amount, Share } from '../web/figures/Amount.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { ChartSkeleton } from '../web/page/Skeletons.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { useFormat } from '../web/use-format.ts'
import { type MonthSums, useMonths } from './account/months.web.ts'
import { daysOfMonth } from './documents-search.ts'
import { monthsOf, sumMonths } from './month-sums.ts'

type Props = {
  accountId: number
  days: Days | null
  /** Opens the documents of a month, 'YYYY-MM'. */
  onOpen: (month: string) => void
}

/** Revenue, margin and cost to serve by month, as a chart and as figures; a month leads to its documents. */
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
    <>
      <BarByMonth
        title={t`By month`}
        note={[unit, t`a month opens its documents`].filter(Boolean).join(' · ')}
        months={months}
        onOpen={month => byMonth.has(month) && onOpen(month)}
        series={[
          { name: t`Revenue`, tone: 'revenue', values: months.map(month => byMonth.get(month)?.revenue ?? '0') },
          { name: t`Margin`, tone: 'profit', values: months.map(month => byMonth.get(month)?.margin ?? null) },
          { name: t`Cost to serve`, tone: 'cost', values: months.map(month => byMonth.get(month)?.costToServe ?? '0') },
        ]}
      />
      <MonthsTable items={items} days={days} onOpen={onOpen} />
    </>
  )
}

/** The same as figures, latest first, with the sum that the tiles show. */
function MonthsTable({ items, days, onOpen }: { items: MonthSums[]; days: Days; onOpen: (month: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  const noCost = t`No cost is known for its lines`
  type Row = { month: string | null; figures: ReturnType<typeof sumMonths> }
  const rows: Row[] = [
    { month: null, figures: sumMonths(items) },
    ...items.toReversed().map(item => ({ month: item.month.slice(0, 7), figures: sumMonths([item]) })),
  ]
  const part = (month: string) => {
    const reach = daysOfMonth(month, days)
    const whole = daysOfMonth(month, { from: '0001-01-01', to: '9999-12-31' })
    return reach && whole && (reach.from > whole.from || reach.to < whole.to) ? format.days(reach.from, reach.to) : null
  }
  const amount = (key: 'revenue' | 'margin' | 'costToServe' | 'contribution', header: string): Column<Row> => ({
    key,
    header: `${header}${unit}`,
    width: 'minmax(92px, 1fr)',
    align: 'right',
    phone: key === 'contribution' ? 'figure' : undefined,
    render: row => <Amount value={row.figures[key]} currency={null} unknown={noCost} />,
  })
  const columns: Column<Row>[] = [
    {
      key: 'month',
      header: t`Month`,
      width: 'minmax(110px, 1.2fr)',
      phone: 'lead',
      render: row =>
        row.month === null ? (
          <strong>{t`All these days`}</strong>
        ) : (
          <span data-hint={part(row.month) ?? undefined}>
            {format.month(row.month)}
            {part(row.month) && ' *'}
          </span>
        ),
    },
    {
      key: 'documents',
      header: t`Documents`,
      width: 'minmax(76px, 0.7fr)',
      align: 'right',
      phone: 'detail',
      render: row => format.count(row.figures.documents),
    },
    amount('revenue', t`Revenue`),
    amount('margin', t`Margin`),
    {
      key: 'marginRate',
      header: t`Margin rate`,
      width: 'minmax(64px, 0.6fr)',
      align: 'right',
      render: row => <Share value={row.figures.marginRate} unknown={noCost} />,
    },
    amount('costToServe', t`Cost to serve`),
    amount('contribution', t`Contribution`),
  ]
  const cut = rows.some(row => row.month !== null && part(row.month))
  return (
    <Section title={t`Months`} note={cut ? t`* only the days of the window` : undefined}>
      <DataTable
        label={t`Months`}
        columns={columns}
        rows={rows}
        rowKey={row => row.month ?? 'all'}
        onOpen={row => row.month !== null && onOpen(row.month)}
        height="content"
        empty={null}
      />
    </Section>
  )
}
