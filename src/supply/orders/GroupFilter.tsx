import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import style from './orders.module.css'
import { type OrderGroup, orderGroups, statesOf } from './orders-search.ts'

type Props = {
  group: OrderGroup | undefined
  ownerId?: string
  accountId?: number
  onChange: (group: OrderGroup | undefined) => void
}

/** Whose turn it is, with how many orders there are of each. */
export function GroupFilter({ group, ownerId, accountId, onChange }: Props) {
  const { t } = useLingui()
  const counts = useQuery(api.supply.orders.states.queryOptions({ input: { ownerId, accountId } }))
  const names: Record<OrderGroup | 'open', string> = {
    open: t({ message: 'Under way', context: 'orders' }),
    draft: t({ message: 'Drafts', context: 'orders' }),
    waiting: t({ message: 'At the account', context: 'orders' }),
    signed: t({ message: 'To confirm', context: 'orders' }),
    confirmed: t({ message: 'To ship', context: 'orders' }),
    shipped: t({ message: 'Shipped', context: 'orders' }),
    ended: t({ message: 'Ended', context: 'orders' }),
  }
  const countOf = (each: OrderGroup | 'open') => {
    const states: readonly string[] = statesOf[each]
    return (counts.data ?? []).reduce((sum, { state, orders }) => sum + (states.includes(state) ? orders : 0), 0)
  }
  const named = (each: OrderGroup | 'open') => (counts.data ? `${names[each]} ${countOf(each)}` : names[each])
  return (
    <div className={style.groups}>
      <SegmentedControl
        aria-label={t`Whose turn it is`}
        value={group ?? 'open'}
        onChange={value => onChange(orderGroups.find(each => each === value))}
        data={(['open', ...orderGroups] as const).map(each => ({ value: each, label: named(each) }))}
      />
    </div>
  )
}
