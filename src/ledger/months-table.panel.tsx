import { useLingui } from '@lingui/react/macro'
import { Amount, Share } from '../web/figures/Amount.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Section } from '../web/page/Section.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { allRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import style from './account/documents.module.css'
import { useMonthsWithin } from './account/months.web.ts'
import { daysOfMonth } from './documents-search.ts'
import { type PeriodFigures, sumMonths } from './month-sums.ts'

type Props = {
  accountId: number
  days: Days | null
  /** Opens the documents of a month, 'YYYY-MM'. */
  onOpen: (month: string) => void
}

type Row = { month: string | null; figures: PeriodFigures }

/** The months as figures, latest first, and what they add up to. */
export function MonthsTablePanel({ accountId, days, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  const noCost = t`No cost is known for its lines`
  const query = useMonthsWithin(accountId, days)
  const items = query.data?.items ?? []
  const rows: Row[] =
    items.length === 0
      ? []
      : [
          { month: null, figures: sumMonths(items) },
          ...items.toReversed().map(item => ({ month: item.month.slice(0, 7), figures: sumMonths([item]) })),
        ]
  // A month that the window cuts is named by its days.
  const monthName = (month: string) => {
    const whole = daysOfMonth(month)
    const from = days && days.from > whole.from ? days.from : whole.from
    const to = days && days.to < whole.to ? days.to : whole.to
    return from === whole.from && to === whole.to ? format.month(month) : format.days(from, to)
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
      width: 'minmax(212px, 1.2fr)',
      phone: 'lead',
      render: row => (row.month === null ? <strong>{t`All these months`}</strong> : monthName(row.month)),
    },
    {
      key: 'documents',
      header: t`Documents`,
      width: 'minmax(76px, 0.7fr)',
      align: 'right',
      phone: 'detail',
      render: row => (
        <>
          {format.count(row.figures.documents)}
          <span className={style.phone}> {t`documents`}</span>
        </>
      ),
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
  return (
    <Section title={t`Months`} note={t`latest first; they add up to the figures above`}>
      <DataTable
        label={t`Months`}
        columns={columns}
        {...allRows({ ...query, data: rows, isPending: query.isPending })}
        rowKey={row => row.month ?? 'all'}
        onOpen={row => row.month !== null && onOpen(row.month)}
        height="content"
        empty={<EmptyState title={t`It bought nothing in these days`} />}
      />
    </Section>
  )
}
