import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { IconArrowsJoin2, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { DuplicateSearch } from './DuplicateSearch.tsx'
import style from './duplicates.module.css'
import { type DuplicatesView, pairAddress } from './duplicates-search.ts'
import { MergesTable } from './MergesTable.tsx'
import { type PairRead, type SideRead, useDuplicateSearch } from './merge.web.ts'

const route = getRouteApi('/_app/accounts/duplicates/')

/** Accounts that may be one company, what people decided of them, and the merges made. */
export function DuplicatesPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = search.view ?? 'open'
  useCrumb(t`Duplicates`)
  const maySearch = useMay('administrator', 'head')
  const { words, underWay, start, starting } = useDuplicateSearch()
  return (
    <>
      <PageHeader
        title={t`Duplicates`}
        context={[t`accounts that may be one company`, words]}
        actions={
          maySearch &&
          words &&
          !underWay && (
            <Button variant="default" onClick={start} loading={starting}>
              <Trans>Search again</Trans>
            </Button>
          )
        }
      >
        <nav aria-label={t`Duplicates`} className={style.views}>
          <View view="open" chosen={view} words={t`To decide`} />
          <View view="not duplicates" chosen={view} words={t`Not duplicates`} />
          <View view="merged" chosen={view} words={t`Merged`} />
        </nav>
        {view !== 'merged' && (
          <TextInput
            size="xs"
            aria-label={t`Find by code or name`}
            placeholder={t`Code or name`}
            leftSection={<IconSearch size={14} aria-hidden="true" />}
            value={search.text ?? ''}
            onChange={event => {
              const text = event.target.value || undefined
              void navigate({ search: old => ({ ...old, text }), replace: true })
            }}
          />
        )}
      </PageHeader>
      <DuplicateSearch />
      {view === 'merged' ? <MergesTable /> : <Pairs view={view} text={search.text} />}
    </>
  )
}

function View({ view, chosen, words }: { view: DuplicatesView; chosen: DuplicatesView; words: string }) {
  return (
    <Link
      to="/accounts/duplicates"
      search={view === 'open' ? {} : { view }}
      className={style.view}
      data-chosen={view === chosen || undefined}
      aria-current={view === chosen ? 'page' : undefined}
    >
      {words}
    </Link>
  )
}

function Pairs({ view, text }: { view: Exclude<DuplicatesView, 'merged'>; text: string | undefined }) {
  const { t } = useLingui()
  const navigate = route.useNavigate()
  const maySearch = useMay('administrator', 'head')
  const columns = usePairColumns(view)
  const { start, starting, underWay } = useDuplicateSearch()
  const query = useInfiniteQuery(
    api.merge.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ state: view, text, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const total = query.data?.pages[0]?.total ?? 0
  return (
    <>
      {total > 0 && <p className={style.count}>{plural(total, { one: '# pair', other: '# pairs' })}</p>}
      <DataTable
        label={t`Pairs of accounts`}
        columns={columns}
        rowKey={row => row.id}
        {...pagedRows(query)}
        onOpen={row =>
          void navigate({ to: '/accounts/duplicates/$pair', params: { pair: pairAddress(row.one.id, row.other.id) } })
        }
        empty={
          view === 'open' ? (
            <EmptyState
              icon={<IconArrowsJoin2 size={24} stroke={1.5} />}
              title={text ? t`No pair fits this text` : t`No duplicates to decide on`}
              action={
                maySearch &&
                !underWay &&
                !text && (
                  <Button onClick={start} loading={starting}>
                    <Trans>Search for duplicates</Trans>
                  </Button>
                )
              }
            >
              <Trans>
                A search compares names, tax numbers, codes, mail domains and addresses of all accounts, Chinese names
                with their Latin writing too.
              </Trans>
            </EmptyState>
          ) : (
            <EmptyState title={t`Nobody has said of a pair that it is none`}>
              <Trans>What you decide here is remembered through every later search.</Trans>
            </EmptyState>
          )
        }
      />
    </>
  )
}

function usePairColumns(view: Exclude<DuplicatesView, 'merged'>): Column<PairRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const columns: Column<PairRead>[] = [
    {
      key: 'one',
      header: t`Account`,
      width: 'minmax(180px, 1.2fr)',
      phone: 'lead',
      render: row => <Side side={row.one} />,
    },
    {
      key: 'other',
      header: t`May be the same as`,
      width: 'minmax(180px, 1.2fr)',
      phone: 'detail',
      render: row => <Side side={row.other} />,
    },
    {
      key: 'score',
      header: t`Likelihood`,
      width: '96px',
      align: 'right',
      phone: 'figure',
      hint: t`How likely it is that the two are one company, by the evidence`,
      render: row => format.share(row.score / 100),
    },
  ]
  if (view === 'open')
    columns.push({
      key: 'evidence',
      header: t`Evidence`,
      width: 'minmax(220px, 2fr)',
      render: row => (row.state === 'proposed' ? t`Proposed by ${row.decidedBy}: ${row.reason}` : row.sentence),
    })
  else
    columns.push({
      key: 'reason',
      header: t`Decided`,
      width: 'minmax(220px, 2fr)',
      render: row =>
        [row.decidedBy, row.decidedAt && format.day(row.decidedAt.slice(0, 10)), row.reason]
          .filter(Boolean)
          .join(' · '),
    })
  return columns
}

function Side({ side }: { side: SideRead }) {
  return (
    <span className={style.side}>
      <span className={style.name}>{side.name}</span>
      <span className={style.quiet}>{[side.code, side.city].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
