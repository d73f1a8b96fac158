import { useLingui } from '@lingui/react/macro'
import type { OrderRead } from './orders.web.ts'
import type { OrderForm } from './orders-search.ts'

export type OfferedAct = { form: OrderForm; name: string; isPrimary: boolean }

/** What I may do with the order now; the one that takes it on its way is the primary. */
export function useOrderActs(order: OrderRead): OfferedAct[] {
  const { t } = useLingui()
  const may = (act: OrderRead['acts'][number]) => order.acts.includes(act)
  const propose = {
    expired: t`Propose it again`,
    changed: t`Agree to the change`,
  }[order.state as string]
  const offered: (OfferedAct | false)[] = [
    may('confirm') && { form: 'confirm', name: t`Confirm the order`, isPrimary: true },
    may('ship') && { form: 'ship', name: t`Ship the order`, isPrimary: true },
    may('propose') && { form: 'propose', name: propose ?? t`Put it before the account`, isPrimary: true },
    may('sign on paper') && { form: 'paper', name: t`Record a signature on paper`, isPrimary: false },
    may('edit') && { form: 'edit', name: t`Change the order`, isPrimary: false },
    may('decline') && { form: 'decline', name: t`The account declines …`, isPrimary: false },
    may('withdraw') && { form: 'withdraw', name: t`Withdraw it …`, isPrimary: false },
  ]
  return offered.filter(act => act !== false)
}
