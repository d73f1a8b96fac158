import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { client } from '../../web/api.ts'
import type { Column, Sort } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import type { Rows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './stock.module.css'
import { lowCover, overdueDays, type StockSort } from './stock-list.ts'

export type StockRead = Awaited<ReturnType<typeof client.supply.stock.list>>['items'][number]

type Props = Rows<StockRead> & {
  /** Of one account: its name is left out. */
  ofOne?: boolean
  total: number | undefined
  sort: Sort
  onSort: (sort: Sort) => void
  open: string | undefined
  onOpen: (key: string) => void
  empty: ReactNode
}

/** Stock now, a line for each product at an account or one of its sites. */
export function StockTable({ ofOne = false, total, sort, onSort, open, onOpen, empty, ...rows }: Props) {
  const { t } = useLingui()
  const columns = useColumns(ofOne)
  return (
    <DataTable
      label={t`Stock at accounts`}
      columns={columns}
      rowKey={row => row.key}
      {...rows}
      total={total}
      sort={sort}
      onSort={onSort}
      onOpen={row => onOpen(row.key)}
      isMarked={row => row.key === open}
      empty={empty}
    />
  )
}

export const isStockSort = (key: string): key is StockSort =>
  ['account', 'product', 'onHand', 'inTransit', 'sales', 'cover', 'day'].includes(key)

function useColumns(ofOne: boolean): Column<StockRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const quantity = (value: string | null) => (value === null ? '–' : format.number(value, 0))
  const age = (row: StockRead) =>
    row.ageDays < 14
      ? plural(row.ageDays, { one: '# day ago', other: '# days ago' })
      : plural(Math.floor(row.ageDays / 7), { one: '# week ago', other: '# weeks ago' })
  const account: Column<StockRead> = {
    key: 'account',
    header: t`Account`,
    width: 'minmax(150px, 1.3fr)',
    sortable: true,
    phone: 'lead',
    render: row => (
      <Link className="link" to="/accounts/$id/stock" params={{ id: String(row.account.id) }}>
        {row.account.name}
      </Link>
    ),
  }
  return [
    ...(ofOne ? [] : [account]),
    {
      key: 'product',
      header: t`Product`,
      width: 'minmax(160px, 1.4fr)',
      sortable: true,
      phone: ofOne ? 'lead' : 'detail',
      render: row => (
        <span data-hint={`${row.product.code} · ${row.product.name}`}>
          {row.product.name}
          {row.site && <span className={style.site}> · {row.site.name}</span>}
        </span>
      ),
    },
    {
      key: 'onHand',
      header: t`On hand`,
      width: '84px',
      align: 'right',
      sortable: true,
      phone: 'figure',
      render: row => <span className={row.outOfStock ? style.out : undefined}>{quantity(row.onHand)}</span>,
    },
    {
      key: 'inTransit',
      header: t`In transit`,
      width: '84px',
      align: 'right',
      sortable: true,
      render: row => quantity(row.inTransit),
    },
    {
      key: 'sales',
      header: t`Sold a week`,
      width: '104px',
      align: 'right',
      sortable: true,
      hint: t`Mean of the last 13 weeks, less returns`,
      render: row => (row.weeklySales === null ? '–' : format.number(row.weeklySales, 1)),
    },
    {
      key: 'cover',
      header: t`Weeks of cover`,
      width: '124px',
      align: 'right',
      sortable: true,
      firstSort: 'asc',
      phone: ofOne ? 'detail' : undefined,
      hint: t`How long the stock on hand lasts at the pace of the last 13 weeks`,
      render: row =>
        row.cover === null ? (
          '–'
        ) : (
          <span className={row.cover < lowCover ? style.out : undefined}>{format.number(row.cover, 1)}</span>
        ),
    },
    {
      key: 'day',
      header: t`Reported`,
      width: '108px',
      align: 'right',
      sortable: true,
      firstSort: 'asc',
      render: row => (
        <span
          className={row.ageDays > overdueDays ? style.old : style.quiet}
          data-hint={t`As counted on ${format.day(row.day)}`}
        >
          {age(row)}
        </span>
      ),
    },
  ]
}
