import { useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, type client } from '../web/api.ts'
import { Amount } from '../web/figures/Amount.tsx'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Section } from '../web/page/Section.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'

type Buyer = Awaited<ReturnType<typeof client.ledger.buyers>>['items'][number]

/** Who buys the product over the whole ledger, largest revenue first. */
export function ProductBuyersPanel({ productId }: { productId: number }) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.ledger.buyers.infiniteOptions({
      input: (cursor: string | undefined) => ({ productId, cursor, limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  return (
    <Section title={t`Who buys it`} note={t`Over the whole ledger`}>
      <DataTable
        label={t`Who buys it`}
        columns={useColumns()}
        rowKey={row => row.account.id}
        {...pagedRows(query)}
        height={420}
        empty={<EmptyState title={t`Nobody has bought it yet`} />}
      />
    </Section>
  )
}

function useColumns(): Column<Buyer>[] {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  return [
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(110px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link to="/accounts/$id" params={{ id: String(row.account.id) }} className="link" data-hint={row.account.name}>
          {row.account.name}
        </Link>
      ),
    },
    { key: 'quantity', header: t`Quantity`, width: '64px', align: 'right', render: row => format.number(row.quantity) },
    {
      key: 'revenue',
      header: `${t`Revenue`}${unit}`,
      width: '96px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.revenue} currency={null} />,
    },
    {
      key: 'margin',
      header: `${t`Margin`}${unit}`,
      width: '88px',
      align: 'right',
      render: row => <Amount value={row.margin} currency={null} unknown={t`No cost is known for its lines`} />,
    },
  ]
}
