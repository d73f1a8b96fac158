import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconChartAreaLine } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../web/page/EmptyState.tsx'

/** In the place of every figure while nothing was imported: the one thing to do next. */
export function NoLedger() {
  const { t } = useLingui()
  const imports: string = '/imports'
  return (
    <EmptyState
      icon={<IconChartAreaLine size={24} stroke={1.5} />}
      title={t`There is no ledger yet`}
      action={
        <Button renderRoot={props => <Link to={imports} {...props} />}>
          <Trans>Import the sales ledger</Trans>
        </Button>
      }
    >
      <Trans>
        Drop in the invoice lines from your ERP, as CSV, Excel or Parquet. A minute later you see which accounts bring
        the profit, which large ones lose money, and who needs a visit.
      </Trans>
    </EmptyState>
  )
}
