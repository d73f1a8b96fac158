import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSignature } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { OwnerFilter } from '../../know/white-space/OwnerFilter.tsx'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { GroupFilter } from './GroupFilter.tsx'
import { NewOrder } from './NewOrder.tsx'
import style from './orders.module.css'
import { type OrdersSearch, statesOf } from './orders-search.ts'
import { useOrderColumns } from './use-order-columns.tsx'

const route = getRouteApi('/_app/supply/orders/')

/** All orders by whose turn it is: the account's, ours to confirm, ours to ship. */
export function OrdersPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEnter = useMay('administrator', 'head', 'manager', 'back office')
  useCrumb(t`Orders`)
  const choose = (part: OrdersSearch, replace = true) =>
    void navigate({ search: old => ({ ...old, ...part }), replace })
  const query = useInfiniteQuery(
    api.supply.orders.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        state: [...statesOf[search.group ?? 'open']],
        ownerId: search.owner,
        text: search.text,
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
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
      onClick={() => choose({ fresh: 'new' }, false)}
    >
      <Trans>Enter an order</Trans>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t`Orders`}
        context={[t`Nothing is confirmed or shipped that the account has not signed`]}
        actions={enter}
      >
        <SupplyTabs />
        <div className={style.filters}>
          <GroupFilter group={search.group} ownerId={search.owner} onChange={group => choose({ group })} />
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
          <TextInput
            aria-label={t`Find an order`}
            placeholder={t`Number, reference or account`}
            value={search.text ?? ''}
            onChange={event => choose({ text: event.target.value || undefined })}
          />
        </div>
      </PageHeader>
      <DataTable
        label={t`Orders`}
        columns={useOrderColumns({ withAccount: true })}
        rowKey={row => row.publicId}
        {...pagedRows(query)}
        onOpen={row => void navigate({ to: '/supply/orders/$publicId', params: { publicId: row.publicId } })}
        empty={
          <EmptyState icon={<IconSignature size={24} stroke={1.5} />} title={t`No order here`} action={enter}>
            <Trans>Proposals that the stock asks for arrive here by themselves; others are entered by hand.</Trans>
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={search.fresh !== undefined}
        onClose={() => choose({ fresh: undefined }, false)}
        title={t`Enter an order`}
        size={640}
      >
        {search.fresh !== undefined && (
          <NewOrder
            accountId={search.fresh === 'new' ? null : search.fresh}
            onDone={publicId => void navigate({ to: '/supply/orders/$publicId', params: { publicId } })}
          />
        )}
      </DetailDrawer>
    </>
  )
}
