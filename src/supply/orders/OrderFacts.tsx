import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './orders.module.css'
import type { OrderRead } from './orders.web.ts'

/** What stands above the lines of an order. */
export function OrderFacts({ order }: { order: OrderRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const { nameOf } = usePeople()
  const { total, account } = order
  const isOpen = order.state === 'proposed' || order.state === 'changed'
  const facts: [string, ReactNode][] = [
    [
      total.isWhole ? t`Total` : t`Total of lines with a price`,
      <Amount key="total" value={total.amount} form="exact" currency={order.currency} />,
    ],
    [t`Wanted on`, order.wantedOn && format.day(order.wantedOn)],
    [t`Ship to`, order.shipTo],
    [t`The account’s own number`, order.reference],
    [t`Terms`, order.terms],
    [t`Proposed by`, order.proposedAt && `${order.proposedByName}, ${format.day(order.proposedAt.slice(0, 10))}`],
    [t({ message: 'Open until', context: 'orders' }), isOpen && order.expiresAt && format.instant(order.expiresAt)],
    [t`Owner`, account.ownerId && nameOf(account.ownerId)],
  ]
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
