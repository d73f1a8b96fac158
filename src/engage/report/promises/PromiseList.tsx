import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../../web/api.ts'
import { Amount } from '../../../web/figures/Amount.tsx'
import { useCompany } from '../../../web/session.ts'
import type { Column } from '../../../web/table/column.ts'
import { DataTable } from '../../../web/table/DataTable.tsx'
import { pagedRows } from '../../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { addDays } from '../../visits/wall-clock.ts'
import { noticeDays, urgencyOf } from '../promise.ts'
import type { PromisesSearch } from '../promises-search.ts'
import { promiseStateName, sideName } from '../visit-report-words.ts'
import { PromiseDrawer } from './PromiseDrawer.tsx'
import type { PromiseRead } from './promise-read.web.ts'
import style from './promises.module.css'
import { Settle } from './Settle.tsx'

type Props = {
  /** Absent: of all accounts. */
  accountId?: number
  search: PromisesSearch
  whose: 'mine' | 'all'
  onSearch: (change: PromisesSearch) => void
  empty: ReactNode
}

/** Promises as a list whose rows say what became of them with one click. */
export function PromiseList({ accountId, search, whose, onSearch, empty }: Props) {
  const { t } = useLingui()
  const { side, state, promise } = search
  const query = useInfiniteQuery(
    api.engage.promises.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ accountId, whose, side, state, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = query.data?.pages.flatMap(page => page.items)
  return (
    <>
      <DataTable
        label={t`Promises`}
        columns={useColumns(accountId === undefined)}
        rowKey={row => row.id}
        {...pagedRows(query)}
        height="content"
        onOpen={row => onSearch({ promise: row.id })}
        isMarked={row => row.id === promise}
        empty={empty}
      />
      <PromiseDrawer
        accountId={accountId}
        promise={
          promise === 'new' ? (accountId === undefined ? undefined : 'new') : rows?.find(each => each.id === promise)
        }
        onClose={() => onSearch({ promise: undefined })}
      />
    </>
  )
}

function useColumns(withAccount: boolean): Column<PromiseRead>[] {
  const { t } = useLingui()
  const language = useLanguage()
  const account: Column<PromiseRead> = {
    key: 'account',
    header: t`Account`,
    width: 'minmax(150px, 1.3fr)',
    phone: 'detail',
    render: row => (
      <Link to="/accounts/$id/promises" params={{ id: String(row.account.id) }} className="link">
        {row.account.name}
      </Link>
    ),
  }
  return [
    {
      key: 'what',
      header: t`Promise`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => <span data-hint={row.what}>{row.what}</span>,
    },
    ...(withAccount ? [account] : []),
    {
      key: 'who',
      header: t`Who keeps it`,
      width: 'minmax(170px, 1.2fr)',
      phone: withAccount ? undefined : 'detail',
      render: row => {
        const who = row.side === 'ours' ? row.ownerName : row.contactName
        return [sideName(row.side, language), who].filter(Boolean).join(' · ')
      },
    },
    { key: 'due', header: t`Due`, width: '140px', phone: 'figure', render: row => <Due promise={row} /> },
    {
      key: 'value',
      header: t`At stake`,
      width: '96px',
      align: 'right',
      render: row => <Amount value={row.value} unknown={t`Nobody has said what hangs on it`} />,
    },
    { key: 'acts', header: t`What became of it`, width: '140px', render: row => <Settle promise={row} /> },
  ]
}

function Due({ promise }: { promise: PromiseRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { today } = useCompany()
  if (promise.state !== 'open')
    return (
      <span
        className={style.quiet}
      >{`${promiseStateName(promise.state, language)} ${format.day(promise.closedOn!)}`}</span>
    )
  if (promise.due === null) return <span className={style.quiet}>{t`No day agreed`}</span>
  const urgency = urgencyOf(promise.due, today, addDays(today, noticeDays))
  const late = Math.round((Date.parse(today) - Date.parse(promise.due)) / 86_400_000)
  return (
    <span className={style[urgency]} data-hint={urgency === 'overdue' ? format.day(promise.due) : undefined}>
      {urgency === 'overdue'
        ? t`${plural(late, { one: '# day late', other: '# days late' })}`
        : urgency === 'today'
          ? t({ message: 'Today', context: 'day' })
          : format.day(promise.due)}
    </span>
  )
}
