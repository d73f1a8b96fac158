import { useLingui } from '@lingui/react/macro'
import type { OrderRead } from './orders.web.ts'
import type { OrderForm } from './orders-search.ts'

export type OfferedAct = { form: OrderForm; name: string; isPrimary: boolean }

/** What I may do with the order now; the one that takes it on its way is the primary. */
export function useOrderActs(order: OrderRead): OfferedAct[] {
  const { t } = useLingui()
  const may = (act: OrderRead['acts'][number]) => order.acts.includes(act)
  const again = order.state === 'expired' ? t`Propose it again` : t`Put it before the account`
  const offered: (OfferedAct | false)[] = [
    may('confirm') && { form: 'confirm', name: t`Confirm the order`, isPrimary: true },
    may('ship') && { form: 'ship', name: t`Ship the order`, isPrimary: true },
    may('propose') && { form: 'propose', name: again, isPrimary: order.state !== 'changed' },
    may('sign on paper') && { form: 'paper', name: t`Record a signature on paper`, isPrimary: true },
    may('edit') && { form: 'edit', name: t`Change the order`, isPrimary: false },
    may('decline') && { form: 'decline', name: t`The account declines …`, isPrimary: false },
    may('withdraw') && { form: 'withdraw', name: t`Withdraw it …`, isPrimary: false },
  ]
  return offered.filter(act => act !== false)
}
