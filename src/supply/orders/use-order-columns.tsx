import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { daysBetween } from './order-days.ts'
import style from './orders.module.css'
import type { ListedOrder } from './orders.web.ts'
import { stateName } from './orders-words.ts'

/** Columns of a list of orders; within an account the account itself is left out. */
export function useOrderColumns({ withAccount }: { withAccount: boolean }): Column<ListedOrder>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { nameOf } = usePeople()
  const { today } = useCompany()
  const number: Column<ListedOrder> = {
    key: 'number',
    header: t`Order`,
    width: '98px',
    phone: withAccount ? undefined : 'lead',
    render: row => (
      <Link to="/supply/orders/$publicId" params={{ publicId: row.publicId }} className="link figures">
        {row.number}
      </Link>
    ),
  }
  const account: Column<ListedOrder> = {
    key: 'account',
    header: t`Account`,
    width: 'minmax(150px, 1.4fr)',
    phone: 'lead',
    render: row => row.account.name,
  }
  const columns: Column<ListedOrder>[] = [
    {
      key: 'state',
      header: t`State`,
      width: '152px',
      phone: 'detail',
      render: row => stateName(row.state, language),
    },
    {
      key: 'age',
      header: t({ message: 'Since', context: 'orders' }),
      width: '72px',
      render: row => {
        const days = daysBetween(row.stateSince.slice(0, 10), today)
        return (
          <span data-hint={format.instant(row.stateSince)}>
            {plural(days, { 0: 'today', one: '# day', other: '# days' })}
          </span>
        )
      },
    },
    {
      key: 'expires',
      header: t({ message: 'Open until', context: 'orders' }),
      width: '104px',
      render: row => {
        if (!row.expiresAt || (row.state !== 'proposed' && row.state !== 'changed')) return null
        const day = row.expiresAt.slice(0, 10)
        return <span className={daysBetween(today, day) <= 3 ? style.late : undefined}>{format.day(day)}</span>
      },
    },
    {
      key: 'wanted',
      header: t`Wanted on`,
      width: '104px',
      render: row => (row.wantedOn ? format.day(row.wantedOn) : null),
    },
    { key: 'lines', header: t`Lines`, width: '56px', align: 'right', render: row => format.number(row.lines) },
    {
      key: 'amount',
      header: t`Amount`,
      width: '104px',
      align: 'right',
      phone: 'figure',
      render: row =>
        row.lines > 0 && row.unpriced === row.lines ? (
          <Unknown reason={t`At the price in force`} />
        ) : (
          <Amount value={row.amount} currency={row.currency} />
        ),
    },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(112px, 0.8fr)',
      render: row => row.account.ownerId && nameOf(row.account.ownerId),
    },
  ]
  return withAccount ? [number, account, ...columns] : [number, ...columns.slice(0, -1)]
}
