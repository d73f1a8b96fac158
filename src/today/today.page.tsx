import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist, IconPlaneDeparture } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { NoLedger } from '../identify/NoLedger.tsx'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { addAmounts } from './add-amounts.ts'
import { AwayDrawer } from './queue/AwayDrawer.tsx'
import { QueueFilters } from './queue/QueueFilters.tsx'
import { QueueList } from './queue/QueueList.tsx'
import { departmentReaders, queueWorkers } from './today-rights.ts'
import type { TodaySearch } from './today-search.ts'

const route = getRouteApi('/_app/today/')

/** One's own queue: what to do next, best first. */
export function TodayPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayOversee = useMay(...departmentReaders)
  const mayAnswer = useMay(...queueWorkers)
  const query = useInfiniteQuery(
    api.today.queue.infiniteOptions({
      input: (cursor: number) => ({ group: search.group, kind: search.kind, show: search.show ?? 'open', cursor }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      // Signals are being read again: look once more until they are.
      refetchInterval: found => (found.state.data?.pages[0]?.refreshing ? 3_000 : false),
    }),
  )
  const { rows, loading, error, onRetry, onMore } = pagedRows(query)
  const first = query.data?.pages[0]
  const change = (changed: TodaySearch) => void navigate({ search: old => ({ ...old, ...changed }), replace: true })
  const open = first?.groups.reduce((sum, each) => sum + each.signals, 0) ?? 0
  const value = first ? addAmounts(first.groups.map(each => each.value)) : null
  const standingIn = first?.standingInFor.map(each => each.name).join(', ')
  const isNarrowed = search.group !== undefined || search.kind !== undefined
  return (
    <>
      <PageHeader
        title={t({ message: 'Today', context: 'the room' })}
        context={[
          first && format.day(first.today),
          first &&
            mayAnswer &&
            search.show === undefined &&
            plural(open, { one: '# thing to do', other: '# things to do' }),
          value !== null && search.show === undefined && t`${format.amount(value, 'compact')} at stake`,
          standingIn && t`also for ${standingIn}`,
          first?.refreshing && t`being brought up to date`,
        ]}
        actions={
          mayAnswer && (
            <>
              <Button
                variant="default"
                leftSection={<IconPlaneDeparture size={16} stroke={1.6} aria-hidden="true" />}
                onClick={() => change({ away: true })}
              >
                <Trans>Away</Trans>
              </Button>
              {mayOversee && (
                <Button variant="default" renderRoot={props => <Link to="/today/department" {...props} />}>
                  <Trans>The department’s queue</Trans>
                </Button>
              )}
            </>
          )
        }
      >
        {mayAnswer && (
          <>
            <QueueFilters
              counted={first}
              group={search.group}
              kind={search.kind}
              onGroup={group => change({ group })}
              onKind={kind => change({ kind })}
            />
            <SegmentedControl
              aria-label={t`Which ones`}
              value={search.show ?? 'open'}
              data={[
                { value: 'open', label: t({ message: 'Open', context: 'to be done' }) },
                { value: 'answered', label: t`Answered` },
              ]}
              onChange={show => change({ show: show === 'answered' ? 'answered' : undefined })}
            />
          </>
        )}
      </PageHeader>
      {first && first.failed.length > 0 && (
        <Failed
          error={new Error(t`Some signals could not be read and stand as they were: ${first.failed.join(', ')}`)}
          inline
        />
      )}
      {error ? (
        <Failed error={error} onRetry={onRetry} />
      ) : loading || (first?.refreshing && rows.length === 0) ? (
        <LinesSkeleton lines={12} />
      ) : (
        <QueueList
          label={t({ message: 'Today', context: 'the room' })}
          signals={rows}
          naming={standingIn !== undefined && standingIn !== ''}
          mayAnswer={mayAnswer}
          opened={{ signal: search.signal, act: search.act }}
          onOpened={({ signal, act }) => change({ signal, act })}
          onMore={onMore}
          fetching={query.isFetchingNextPage}
        >
          <Nothing mayAnswer={mayAnswer} isNarrowed={isNarrowed} answered={search.show === 'answered'} />
        </QueueList>
      )}
      {mayAnswer && <AwayDrawer opened={search.away === true} onClose={() => change({ away: undefined })} />}
    </>
  )
}

function Nothing({ mayAnswer, isNarrowed, answered }: { mayAnswer: boolean; isNarrowed: boolean; answered: boolean }) {
  const { t } = useLingui()
  const icon = <IconChecklist size={24} stroke={1.5} />
  if (!mayAnswer)
    return (
      <EmptyState
        icon={icon}
        title={t`You have no queue`}
        action={
          <Button variant="default" renderRoot={props => <Link to="/vital-few" {...props} />}>
            <Trans>Go to the vital few</Trans>
          </Button>
        }
      >
        <Trans>A queue belongs to those who look after accounts. Everything else is open to you to read.</Trans>
      </EmptyState>
    )
  if (isNarrowed) return <EmptyState icon={icon} title={t`Nothing of this kind here`} />
  if (answered)
    return (
      <EmptyState icon={icon} title={t`Nothing is put away`}>
        <Trans>
          What you mark as done, put off or not useful stands here for as long as it holds, and can be taken back.
        </Trans>
      </EmptyState>
    )
  return <AllDone />
}

/** In an empty company nothing is done yet: there the first step is the ledger. */
function AllDone() {
  const { t } = useLingui()
  const totals = useQuery(api.ledger.totals.queryOptions({ input: {}, staleTime: 60_000 }))
  if (totals.data?.span === null) return <NoLedger />
  return (
    <EmptyState icon={<IconChecklist size={24} stroke={1.5} />} title={t`All done for today`}>
      <Trans>Nothing waits for you. What arises, or comes back on its day, will stand here.</Trans>
    </EmptyState>
  )
}
