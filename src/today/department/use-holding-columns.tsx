import { useLingui } from '@lingui/react/macro'
import { Amount } from '../../web/figures/Amount.tsx'
import type { Column } from '../../web/table/column.ts'

type Sums = { signals: number; overdue: number; value: string | null }

/** How much lies with somebody or something, behind the column that names it. */
export function useHoldingColumns<Row extends Sums>(name: Column<Row>): Column<Row>[] {
  const { t } = useLingui()
  return [
    name,
    {
      key: 'signals',
      header: t({ message: 'Open', context: 'to be done' }),
      width: '72px',
      align: 'right',
      phone: 'detail',
      render: row => row.signals,
    },
    { key: 'overdue', header: t`Overdue`, width: '80px', align: 'right', render: row => row.overdue },
    {
      key: 'value',
      header: t`At stake`,
      width: '104px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.value} form="compact" unknown={t`What is at stake is not known`} />,
    },
  ]
}
