import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { deliveryStates } from '../../platform/webhooks/webhook.ts'
import { api } from '../api.ts'
import { DetailDrawer } from '../feedback/DetailDrawer.tsx'
import { EmptyState } from '../page/EmptyState.tsx'
import { PageHeader } from '../page/PageHeader.tsx'
import { Section } from '../page/Section.tsx'
import { useMay } from '../session.ts'
import { useCrumb } from '../shell/crumb.ts'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { allRows, pagedRows } from '../table/paged-rows.ts'
import { useFormat } from '../use-format.ts'
import { EndpointForm } from './EndpointForm.tsx'
import { MessageDetails } from './MessageDetails.tsx'
import { useStateNames } from './use-state-names.ts'
import style from './webhooks.module.css'
import type { Delivery, Endpoint } from './webhooks.web.ts'
import type { WebhooksSearch } from './webhooks-search.ts'

const route = getRouteApi('/_app/webhooks')

/** Which programs are told of what happens, and what they were told. */
export function WebhooksPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const administers = useMay('administrator')
  const names = useStateNames()
  useCrumb(t`Webhooks`)
  const list = useQuery(api.webhooks.list.queryOptions({ input: {}, enabled: administers }))
  const log = useInfiniteQuery(
    api.webhooks.deliveries.infiniteOptions({
      input: (cursor: string | undefined) => ({ state: search.state, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      enabled: administers,
    }),
  )
  const choose = (part: WebhooksSearch) => void navigate({ search: old => ({ ...old, ...part }), resetScroll: false })
  const endpoints = list.data?.endpoints ?? []
  const open = endpoints.find(endpoint => endpoint.id === search.endpoint)
  const endpointColumns = useEndpointColumns()
  const logColumns = useLogColumns()
  if (!administers)
    return (
      <>
        <PageHeader title={t`Webhooks`} />
        <EmptyState title={t`For administrators`}>
          <Trans>Which programs are told of what happens is decided by an administrator.</Trans>
        </EmptyState>
      </>
    )
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
      onClick={() => choose({ endpoint: 'new' })}
    >
      <Trans>Add a webhook</Trans>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t`Webhooks`}
        context={[t`Tells the ERP and other programs of what happens, signed, as soon as it has happened`]}
        actions={add}
      />
      <div className={style.endpoints}>
        <DataTable
          label={t`Webhooks`}
          columns={endpointColumns}
          rowKey={row => row.id}
          {...allRows({ ...list, data: list.data?.endpoints })}
          height="content"
          onOpen={row => choose({ endpoint: row.id })}
          isMarked={row => row.id === search.endpoint}
          empty={
            <EmptyState icon={<IconWebhook size={24} stroke={1.5} />} title={t`Nobody is told yet`} action={add}>
              <Trans>An address of your ERP that takes a POST is all it needs.</Trans>
            </EmptyState>
          }
        />
      </div>
      <Section
        title={t`What was sent`}
        note={t`Kept for 90 days`}
        actions={
          <Select
            aria-label={t`State of the message`}
            placeholder={t`Every state`}
            clearable
            size="sm"
            value={search.state ?? null}
            data={deliveryStates.map(state => ({ value: state, label: names[state] }))}
            onChange={value => choose({ state: deliveryStates.find(state => state === value) })}
          />
        }
      >
        <DataTable
          label={t`What was sent`}
          columns={logColumns}
          rowKey={row => row.id}
          {...pagedRows(log)}
          height="content"
          onOpen={row => choose({ message: row.id })}
          isMarked={row => row.id === search.message}
          empty={<EmptyState title={t`Nothing was sent`} />}
        />
      </Section>
      <DetailDrawer
        opened={search.endpoint === 'new' || open !== undefined}
        onClose={() => choose({ endpoint: undefined })}
        title={open?.name ?? t`Add a webhook`}
      >
        {(search.endpoint === 'new' || open) && list.data && (
          <EndpointForm
            key={open?.id ?? 'new'}
            endpoint={open ?? null}
            types={list.data.types}
            onDone={() => choose({ endpoint: undefined })}
          />
        )}
      </DetailDrawer>
      <DetailDrawer
        opened={search.message !== undefined}
        onClose={() => choose({ message: undefined })}
        title={t`Message`}
        size={640}
      >
        {search.message !== undefined && <MessageDetails id={search.message} />}
      </DetailDrawer>
    </>
  )
}

function useEndpointColumns(): Column<Endpoint>[] {
  const { t } = useLingui()
  return [
    { key: 'name', header: t`Name`, width: 'minmax(140px, 1fr)', phone: 'lead', render: row => row.name },
    { key: 'url', header: t`Address`, width: 'minmax(200px, 2fr)', phone: 'detail', render: row => row.url },
    { key: 'format', header: t`Format`, width: '96px', render: row => row.format.toUpperCase() },
    {
      key: 'types',
      header: t`Events`,
      width: 'minmax(140px, 1fr)',
      render: row => (row.eventTypes.length === 0 ? t`every event` : row.eventTypes.join(', ')),
    },
    {
      key: 'enabled',
      header: t`State`,
      width: '112px',
      phone: 'figure',
      render: row => (row.enabled ? t`switched on` : t`switched off`),
    },
  ]
}

function useLogColumns(): Column<Delivery>[] {
  const { t } = useLingui()
  const format = useFormat()
  const names = useStateNames()
  return [
    { key: 'at', header: t`Happened`, width: '160px', phone: 'detail', render: row => format.instant(row.at) },
    { key: 'type', header: t`Event`, width: 'minmax(150px, 1fr)', phone: 'lead', render: row => row.type },
    { key: 'endpoint', header: t`Webhook`, width: 'minmax(140px, 1fr)', render: row => row.endpointName },
    {
      key: 'state',
      header: t`State`,
      width: '112px',
      phone: 'figure',
      render: row => <span className={row.state === 'failed' ? style.wrong : undefined}>{names[row.state]}</span>,
    },
    { key: 'attempts', header: t`Tries`, width: '64px', align: 'right', render: row => format.number(row.attempts) },
    {
      key: 'answer',
      header: t`Last answer`,
      width: 'minmax(120px, 1fr)',
      render: row => row.lastError ?? row.lastStatus ?? null,
    },
    {
      key: 'next',
      header: t`Next try`,
      width: '160px',
      render: row => row.nextAt && format.instant(row.nextAt),
    },
  ]
}
