import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist, IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useCrumb } from '../web/shell/crumb.ts'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { addAmounts } from './add-amounts.ts'
import style from './department/department.module.css'
import { HoldingAccounts } from './department/HoldingAccounts.tsx'
import { HoldingPeople } from './department/HoldingPeople.tsx'
import { KindsTable } from './department/KindsTable.tsx'
import { QueueFilters } from './queue/QueueFilters.tsx'
import { QueueList } from './queue/QueueList.tsx'
import type { DepartmentSearch } from './today-search.ts'

const route = getRouteApi('/_app/today/department')

/** Everybody's queue: with whom it lies, about which accounts, what is overdue, and which signals are acted on. */
export function DepartmentPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAnswer = useMay('administrator', 'head')
  const title = t`The department’s queue`
  useCrumb(title)
  const { group, kind, person, role, account, view } = search
  const filter = { group, kind, personId: person, role, accountId: account }
  const query = useInfiniteQuery(
    api.today.department.infiniteOptions({
      input: (cursor: number) => ({ ...filter, cursor }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: found => (found.state.data?.pages[0]?.refreshing ? 3_000 : false),
    }),
  )
  const { rows, loading, error, onRetry, onMore } = pagedRows(query)
  const first = query.data?.pages[0]
  const change = (changed: DepartmentSearch) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace: true })
  const open = first?.groups.reduce((sum, each) => sum + each.signals, 0) ?? 0
  const value = first ? addAmounts(first.groups.map(each => each.value)) : null
  return (
    <>
      <PageHeader
        title={title}
        context={[
          first && format.day(first.today),
          first && plural(open, { one: '# thing to do', other: '# things to do' }),
          value !== null && t`${format.amount(value, 'compact')} at stake`,
          first?.refreshing && t`being brought up to date`,
        ]}
        actions={
          <Button
            variant="default"
            component="a"
            href={exportPath(filter)}
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          >
            CSV
          </Button>
        }
      >
        <SegmentedControl
          aria-label={t`View`}
          value={view ?? 'queue'}
          data={[
            { value: 'queue', label: t`Queue` },
            { value: 'kinds', label: t`What is acted on` },
          ]}
          onChange={chosen => change({ view: chosen === 'kinds' ? 'kinds' : undefined })}
        />
      </PageHeader>
      {view === 'kinds' ? (
        <KindsTable onKind={chosen => change({ kind: chosen, view: undefined })} />
      ) : error ? (
        <Failed error={error} onRetry={onRetry} />
      ) : loading ? (
        <LinesSkeleton lines={16} />
      ) : (
        <>
          <div className={style.sides}>
            <HoldingPeople
              people={first?.people ?? []}
              chosen={{ person, role }}
              onChoose={chosen => change({ person: chosen.person, role: chosen.role })}
            />
            <HoldingAccounts
              accounts={first?.accounts ?? []}
              chosen={account}
              onChoose={chosen => change({ account: chosen })}
            />
          </div>
          <div className={style.filters}>
            <QueueFilters
              counted={first}
              group={group}
              kind={kind}
              onGroup={chosen => change({ group: chosen })}
              onKind={chosen => change({ kind: chosen })}
            />
          </div>
          <QueueList
            label={title}
            signals={rows}
            naming
            mayAnswer={mayAnswer}
            opened={{ signal: search.signal, act: search.act }}
            onOpened={({ signal, act }) => change({ signal, act })}
            onMore={onMore}
            fetching={query.isFetchingNextPage}
          >
            <EmptyState icon={<IconChecklist size={24} stroke={1.5} />} title={t`Nothing is waiting`}>
              <Trans>Nobody has anything open that fits these filters.</Trans>
            </EmptyState>
          </QueueList>
        </>
      )}
    </>
  )
}

function exportPath(filter: Record<string, string | number | undefined>): string {
  const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/api/today/department/export?${new URLSearchParams(given)}`
}
