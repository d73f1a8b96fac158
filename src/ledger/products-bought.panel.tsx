import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, skipToken, useInfiniteQuery } from '@tanstack/react-query'
import { api, type client } from '../web/api.ts'
import { Amount } from '../web/figures/Amount.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'

type ProductSums = Awaited<ReturnType<typeof client.ledger.products>>['items'][number]

type Props = { accountId: number; days: Days | null; onOpen: (product: number) => void }

/** What the account bought, largest revenue first; a product leads to its documents. */
export function ProductsBoughtPanel({ accountId, days, onOpen }: Props) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.ledger.products.infiniteOptions({
      input: days ? (cursor: string | undefined) => ({ accountId, ...days, cursor, limit: 100 }) : skipToken,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <DataTable
      label={t`Products bought`}
      columns={useColumns()}
      rowKey={row => row.product?.id ?? 0}
      {...pagedRows(query)}
      onOpen={row => row.product && onOpen(row.product.id)}
      empty={<EmptyState title={t`It bought nothing in these days`} />}
    />
  )
}

function useColumns(): Column<ProductSums>[] {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  return [
    {
      key: 'name',
      header: t`Product`,
      width: 'minmax(220px, 2.4fr)',
      phone: 'lead',
      render: row =>
        row.product ? <span data-hint={row.product.name}>{row.product.name}</span> : t`Lines that name no product`,
    },
    { key: 'code', header: t`Code`, width: 'minmax(96px, 0.8fr)', phone: 'detail', render: row => row.product?.code },
    {
      key: 'category',
      header: t`Category`,
      width: 'minmax(120px, 1.2fr)',
      render: row => row.product?.category && <span data-hint={row.product.category}>{row.product.category}</span>,
    },
    { key: 'lines', header: t`Lines`, width: '60px', align: 'right', render: row => format.count(row.lines) },
    { key: 'quantity', header: t`Quantity`, width: '88px', align: 'right', render: row => format.number(row.quantity) },
    {
      key: 'revenue',
      header: `${t`Revenue`}${unit}`,
      width: '112px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.revenue} currency={null} />,
    },
    {
      key: 'margin',
      header: `${t`Margin`}${unit}`,
      width: '112px',
      align: 'right',
      render: row => <Amount value={row.margin} currency={null} unknown={t`No cost is known for its lines`} />,
    },
    { key: 'lastDay', header: t`Last bought`, width: '116px', align: 'right', render: row => format.day(row.lastDay) },
  ]
}
