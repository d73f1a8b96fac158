import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AskRequest } from './AskRequest.tsx'
import { RequestDetails } from './RequestDetails.tsx'
import { RulesForm } from './RulesForm.tsx'
import style from './requests.module.css'
import type { RequestRead } from './requests.web.ts'
import { requestStateName } from './requests-words.ts'

const route = getRouteApi('/_app/requests')

/** Special requests: what waits for me, what I have asked for, and all of them. */
export function RequestsPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAsk = useMay('administrator', 'head', 'manager', 'back office', 'executive')
  const mayRule = useMay('administrator', 'head')
  const waiting = useQuery(api.engage.requests.list.queryOptions({ input: { whose: 'to decide' } }))
  // Who has nothing to decide begins with what everybody has asked for.
  const usual = (waiting.data?.items.length ?? 0) > 0 ? 'to decide' : 'all'
  const whose = search.whose ?? usual
  const state = search.state ?? 'open'
  const query = useInfiniteQuery(
    api.engage.requests.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ whose, state, accountId: search.account, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      enabled: search.whose !== undefined || !waiting.isPending,
    }),
  )
  const open = (request: number | 'new' | undefined) => void navigate({ search: old => ({ ...old, request }) })
  const account = useQuery(
    api.accounts.get.queryOptions({ input: search.account === undefined ? skipToken : { id: search.account } }),
  )
  const given = account.data ?? null
  const ask = mayAsk && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => open('new')}>
      <Trans>Ask for something special</Trans>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t`Special requests`}
        context={[t`Who must agree follows from cost and from whose time it takes`, given?.name]}
        actions={ask}
      >
        <div className={style.choices}>
          <SegmentedControl
            aria-label={t`Whose requests`}
            value={whose}
            onChange={value =>
              void navigate({
                search: old => ({ ...old, whose: value === 'to decide' ? undefined : (value as 'mine' | 'all') }),
              })
            }
            data={[
              ...(usual === 'to decide' ? [{ value: 'to decide', label: t`Waiting for me` }] : []),
              { value: 'mine', label: t`Asked by me` },
              { value: 'all', label: t({ message: 'All', context: 'requests' }) },
            ]}
          />
          {whose !== 'to decide' && (
            <SegmentedControl
              aria-label={t`Open or closed`}
              value={state}
              onChange={value =>
                void navigate({ search: old => ({ ...old, state: value === 'closed' ? 'closed' : undefined }) })
              }
              data={[
                { value: 'open', label: t({ message: 'Open', context: 'requests' }) },
                { value: 'closed', label: t({ message: 'Closed', context: 'requests' }) },
              ]}
            />
          )}
        </div>
      </PageHeader>
      <DataTable
        label={t`Special requests`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...pagedRows(query)}
        height="content"
        onOpen={row => open(row.id)}
        isMarked={row => row.id === search.request}
        empty={
          <EmptyState icon={<IconGift size={24} stroke={1.5} />} title={t`No request here`} action={ask}>
            <Trans>
              Our president at their celebration, a sample out of turn, terms nobody else has: ask for it here.
            </Trans>
          </EmptyState>
        }
      />
      {mayRule && whose === 'all' && <RulesForm />}
      <DetailDrawer
        opened={search.request !== undefined}
        onClose={() => open(undefined)}
        title={
          search.request === 'new'
            ? t`Ask for something special`
            : (pagedRows(query).rows.find(row => row.id === search.request)?.what ?? t`Special request`)
        }
      >
        {search.request === 'new' ? (
          search.account !== undefined && given === null ? (
            <LinesSkeleton lines={10} />
          ) : (
            <AskRequest account={given} onDone={open} />
          )
        ) : (
          search.request !== undefined && <RequestDetails id={search.request} />
        )}
      </DetailDrawer>
    </>
  )
}

function useColumns(): Column<RequestRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { nameOf } = useStepNames()
  return [
    {
      key: 'what',
      header: t`What is asked for`,
      width: 'minmax(180px, 1fr)',
      phone: 'lead',
      render: row => row.what,
    },
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(140px, 0.8fr)',
      phone: 'detail',
      render: row => row.account.name,
    },
    {
      key: 'wanted',
      header: t`On which day`,
      width: '112px',
      phone: 'figure',
      render: row => format.day(row.wantedOn),
    },
    { key: 'asked', header: t`Asked by`, width: '132px', render: row => row.askedByName },
    {
      key: 'cost',
      header: t({ message: 'Cost', context: 'requests' }),
      width: '72px',
      align: 'right',
      render: row => <Amount value={row.cost} />,
    },
    { key: 'worth', header: t`Worth`, width: '88px', align: 'right', render: row => <Amount value={row.worth} /> },
    {
      key: 'state',
      header: t`Where it stands`,
      width: '288px',
      render: row => (row.state === 'waiting' ? nameOf(row) : requestStateName(row.state, language)),
    },
  ]
}

/** For whom a request waits, and whether too long. */
function useStepNames() {
  const { t } = useLingui()
  const format = useFormat()
  return {
    nameOf: (request: RequestRead) => {
      const step = request.steps.find(each => each.state === 'waiting')
      if (!step) return null
      const who = step.person?.name ?? (step.role === 'head' ? t`the head` : t`an executive`)
      return step.overdue ? (
        <span className={style.late}>{t`overdue at ${who}`}</span>
      ) : (
        t`waits for ${who} until ${format.day(step.due)}`
      )
    },
  }
}
