import { Trans, useLingui } from '@lingui/react/macro'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './orders.module.css'
import type { OrderLineRead, OrderRead } from './orders.web.ts'
import { cutReasonWords } from './orders-words.ts'

/** The lines: what was proposed and why, what is wanted, allocated, confirmed and shipped. */
export function OrderLines({ order }: { order: OrderRead }) {
  const { t } = useLingui()
  return (
    <DataTable
      label={t`Lines of the order`}
      columns={useColumns(order)}
      rows={order.lines}
      rowKey={line => line.line}
      height={order.lines.length > 30 ? 560 : 'content'}
      empty={
        <EmptyState title={t`No line yet`}>
          <Trans>Change the order and add what the account needs.</Trans>
        </EmptyState>
      }
    />
  )
}

function useColumns({ lines }: OrderRead): Column<OrderLineRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const figure = (value: string | null) =>
    value === null ? null : <span className="figures">{format.number(value, 6)}</span>
  const some = (has: (line: OrderLineRead) => boolean, column: Column<OrderLineRead>) =>
    lines.some(has) ? [column] : []
  return [
    { key: 'line', header: '#', width: '36px', render: line => <span className="figures">{line.line}</span> },
    {
      key: 'product',
      header: t`Product`,
      width: 'minmax(180px, 1.2fr)',
      phone: 'lead',
      render: line => (
        <span className={line.quantity === '0' ? style.unwanted : undefined} data-hint={line.product.code}>
          {line.product.name}
        </span>
      ),
    },
    ...some(line => line.proposedQuantity !== null, {
      key: 'proposed',
      header: t`Proposed`,
      width: '84px',
      align: 'right',
      render: line => figure(line.proposedQuantity),
    }),
    {
      key: 'wanted',
      header: t({ message: 'Wanted', context: 'quantity' }),
      width: '84px',
      align: 'right',
      phone: 'figure',
      render: line => figure(line.quantity),
    },
    ...some(line => line.allocatedQuantity !== null, {
      key: 'allocated',
      header: t`Allocated`,
      width: '84px',
      align: 'right',
      render: line => figure(line.allocatedQuantity),
    }),
    ...some(line => line.confirmedQuantity !== null, {
      key: 'confirmed',
      header: t`Confirmed`,
      width: '88px',
      align: 'right',
      render: line => figure(line.confirmedQuantity),
    }),
    ...some(line => line.shippedQuantity !== '0', {
      key: 'shipped',
      header: t`Shipped`,
      width: '84px',
      align: 'right',
      render: line => figure(line.shippedQuantity),
    }),
    {
      key: 'price',
      header: t`Unit price`,
      width: '96px',
      align: 'right',
      render: line =>
        line.unitPrice === null ? (
          <Unknown reason={t`At the price in force`} />
        ) : (
          <Amount value={line.unitPrice} form="exact" currency={null} />
        ),
    },
    ...some(line => line.reason !== null || line.cutReason !== null, {
      key: 'reason',
      header: t`Why`,
      width: 'minmax(180px, 1.6fr)',
      phone: 'detail',
      render: line => {
        const words = line.cutReason ? cutReasonWords(line.cutReason, language) : line.reason?.[language]
        return words && <span data-hint={words}>{words}</span>
      },
    }),
  ]
}
