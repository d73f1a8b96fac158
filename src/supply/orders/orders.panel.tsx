import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconSignature } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { useMay } from '../../web/session.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { GroupFilter } from './GroupFilter.tsx'
import style from './orders.module.css'
import { type OrderGroup, statesOf } from './orders-search.ts'
import { useOrderColumns } from './use-order-columns.tsx'

type Props = { accountId: number; group: OrderGroup | undefined; onGroup: (group: OrderGroup | undefined) => void }

/** The orders of one account. */
export function OrdersPanel({ accountId, group, onGroup }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEnter = useMay('administrator', 'head', 'manager', 'back office')
  const query = useInfiniteQuery(
    api.supply.orders.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        state: [...statesOf[group ?? 'open']],
        accountId,
        cursor,
        limit: 100,
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const enter = mayEnter && (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
      renderRoot={props => <Link {...props} to="/supply/orders" search={{ fresh: accountId }} />}
    >
      <Trans>Enter an order</Trans>
    </Button>
  )
  return (
    <>
      <div className={style.filters}>
        <GroupFilter group={group} accountId={accountId} onChange={onGroup} />
        {enter}
      </div>
      <DataTable
        label={t`Orders`}
        columns={useOrderColumns({ withAccount: false })}
        rowKey={row => row.publicId}
        {...pagedRows(query)}
        height="content"
        onOpen={row => void navigate({ to: '/supply/orders/$publicId', params: { publicId: row.publicId } })}
        empty={
          <EmptyState icon={<IconSignature size={24} stroke={1.5} />} title={t`No order here`}>
            <Trans>Choose another state above, or enter one.</Trans>
          </EmptyState>
        }
      />
    </>
  )
}
