import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconConfetti, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { EventDetails } from './EventDetails.tsx'
import { EventForm } from './EventForm.tsx'
import type { EventRead } from './events.web.ts'
import { eventKindName } from './events-words.ts'

const route = getRouteApi('/_app/accounts/$id/events')

/** The account's own days, the next first, and what we do on them. */
export function EventsPanel() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdd = useAccount(accountId).data?.mayEditContacts ?? false
  const query = useQuery(api.engage.events.list.queryOptions({ input: { accountId }, select: answer => answer.items }))
  const open = (event: number | 'new' | undefined) =>
    void navigate({ search: old => ({ ...old, event, day: undefined }) })
  const add = mayAdd && (
    <Button size="xs" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />} onClick={() => open('new')}>
      <Trans>Add an event</Trans>
    </Button>
  )
  const event = query.data?.find(each => each.id === search.event)
  return (
    <Section
      title={t({ message: 'Events', context: 'account' })}
      note={<Trans>Anniversaries, openings, honours, promotions and festivals of the account, and what we do.</Trans>}
      actions={query.data?.length !== 0 && add}
    >
      <DataTable
        label={t({ message: 'Events', context: 'account' })}
        columns={useColumns()}
        rowKey={row => row.id}
        {...allRows(query)}
        height="content"
        onOpen={row => open(row.id)}
        isMarked={row => row.id === search.event}
        empty={
          <EmptyState icon={<IconConfetti size={24} stroke={1.5} />} title={t`No day is known yet`} action={add}>
            <Trans>
              When was it founded, when does the new shop open, who receives an honour: ask on the next visit.
            </Trans>
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={search.event !== undefined}
        onClose={() => open(undefined)}
        title={search.event === 'new' ? t`Add an event` : (event?.title ?? t({ message: 'Event', context: 'account' }))}
      >
        {search.event === 'new' && <EventForm accountId={accountId} event={null} onDone={() => open(undefined)} />}
        {event && <EventDetails key={event.version} event={event} day={search.day} onGone={() => open(undefined)} />}
      </DetailDrawer>
    </Section>
  )
}

function useColumns(): Column<EventRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    { key: 'title', header: t`What`, width: 'minmax(200px, 2fr)', phone: 'lead', render: row => row.title },
    {
      key: 'kind',
      header: t({ message: 'Kind', context: 'account' }),
      width: '150px',
      render: row => eventKindName(row.kind, language),
    },
    {
      key: 'next',
      header: t`Next time`,
      width: '130px',
      phone: 'figure',
      render: row => (row.next ? format.day(row.next) : format.day(row.day)),
    },
    {
      key: 'do',
      header: t`What we do`,
      width: 'minmax(220px, 3fr)',
      phone: 'detail',
      render: row => row.whatWeDo ?? <span data-hint={t`Nothing is planned yet`}>–</span>,
    },
    {
      key: 'cost',
      header: t`Expected cost`,
      width: '120px',
      align: 'right',
      render: row => <Amount value={row.cost} />,
    },
    { key: 'owner', header: t`Who sees to it`, width: '180px', render: row => row.owner?.name ?? '–' },
    { key: 'state', header: t`This time`, width: '120px', render: row => <ThisTime event={row} /> },
  ]
}

/** What has been said of the next occurrence, or that something is missing. */
function ThisTime({ event }: { event: EventRead }) {
  const { t } = useLingui()
  if (event.unsettled) return t`not recorded`
  if (event.nextSettlement?.state === 'done') return t`seen to`
  if (event.nextSettlement?.state === 'skipped') return t`left out`
  return event.next === null ? t`over` : t`to come`
}
