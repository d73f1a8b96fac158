import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'

type Lost = Awaited<ReturnType<typeof client.supply.punctuality.lostSales>>['accounts'][number]

/** What stock-outs cost, by account, as an estimate that says how sure it is. */
export function LostSales({ filter }: { filter: { from: string; ownerId?: string; accountId?: number } }) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const query = useQuery(api.supply.punctuality.lostSales.queryOptions({ input: filter }))
  const total = query.data?.total
  const compact = (amount: string) => format.amount(amount, 'compact')
  const title = t`Sales lost to stock-outs`
  return (
    <Section
      title={title}
      note={
        total && Number(total.margin) > 0 ? (
          <Trans>
            About {compact(total.margin)} of margin; in eight of ten cases between {compact(total.p10)} and{' '}
            {compact(total.p90)}
          </Trans>
        ) : (
          t`Margin, estimated from the weeks around, ${baseCurrency}`
        )
      }
    >
      <DataTable
        label={title}
        rowKey={row => row.account.id}
        columns={useColumns()}
        {...allRows({ ...query, data: query.data?.accounts })}
        height="content"
        empty={
          <EmptyState icon={<IconCircleCheck size={24} stroke={1.5} />} title={t`No stock-out is known`}>
            <Trans>Accounts whose stock and sales are not reported cannot be judged.</Trans>
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(): Column<Lost>[] {
  const { t } = useLingui()
  const format = useFormat()
  const weeks = (count: number) => plural(count, { one: '# week', other: '# weeks' })
  return [
    {
      ...{ key: 'account', header: t`Account`, width: 'minmax(180px, 1.6fr)', phone: 'lead' },
      render: row => <AccountLink account={row.account} short />,
    },
    {
      ...{ key: 'weeks', header: t`Out of stock`, width: 'minmax(110px, 0.7fr)', align: 'right', phone: 'detail' },
      ...{ hint: t`Weeks without stock, added over its products`, render: row => weeks(row.weeksOut) },
    },
    {
      ...{ key: 'products', header: t`Products`, width: '90px', align: 'right' },
      render: row => format.count(row.products),
    },
    {
      ...{ key: 'units', header: t`Units`, width: '90px', align: 'right' },
      render: row => format.count(Math.round(row.units)),
    },
    {
      ...{ key: 'margin', header: t`Margin lost`, width: 'minmax(110px, 0.7fr)', align: 'right', phone: 'figure' },
      render: row => <Amount value={row.margin} currency={null} />,
    },
    {
      ...{ key: 'range', header: t`Likely between`, width: 'minmax(170px, 1fr)', align: 'right' },
      ...{ hint: t`In eight of ten cases` },
      render: row => `${format.amount(row.p10, 'whole', null)} – ${format.amount(row.p90, 'whole', null)}`,
    },
    {
      ...{ key: 'reported', header: t`Reported by it`, width: 'minmax(110px, 0.7fr)', align: 'right' },
      ...{ hint: t`The part that the account said itself` },
      render: row => <Amount value={row.reported} currency={null} />,
    },
  ]
}
