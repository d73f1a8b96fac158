import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { PlannedOrderForm } from './PlannedOrderForm.tsx'

/** The orders that would bring an account to its targets, one for each of its sites. */
export function PlanDetails({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  // What is typed into the lines must not go when another tab changes something.
  const query = useQuery(
    api.supply.reasonable.plan.queryOptions({ input: { accountId }, refetchOnWindowFocus: false, staleTime: 300_000 }),
  )
  if (query.isPending) return <LinesSkeleton lines={12} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { orders, account } = query.data
  if (orders.length === 0)
    return (
      <EmptyState icon={<IconCheck size={24} stroke={1.5} />} title={t`Nothing is needed`}>
        <Trans>Every item that the account reports stands at its target.</Trans>
      </EmptyState>
    )
  return (
    <div className={form.form}>
      <p className={form.words}>
        <Trans>
          What brings the stock of {account.name} to its targets, as reported up to {format.day(orders[0]!.reviewedOn)}.
        </Trans>
      </p>
      {orders.map(order => (
        <PlannedOrderForm key={`${order.site?.id ?? ''} ${order.reviewedOn} ${order.value}`} order={order} />
      ))}
    </div>
  )
}
