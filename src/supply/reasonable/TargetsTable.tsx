import { Trans, useLingui } from '@lingui/react/macro'
import { IconScale } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { StateMark } from './StateMark.tsx'
import style from './targets.module.css'
import type { TargetRead } from './targets.web.ts'
import { itemText, type TargetsSearch, targetsSearch } from './targets-search.ts'

type Props = {
  among: { accountId?: number; productId?: number; whose: 'all' | 'mine'; class?: TargetsSearch['class'] }
  search: TargetsSearch
  onSearch: (part: TargetsSearch) => void
}

/** Items with cover, target, state and what is at stake, the worst first; a row opens where its figures come from. */
export function TargetsTable({ among, search, onSearch }: Props) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.supply.reasonable.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...among,
        state: search.state && [search.state],
        sort: search.sort ?? 'worst',
        cursor,
        limit: 100,
      }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns(among.accountId === undefined)
  return (
    <DataTable
      label={t`Stock against its target`}
      columns={columns}
      rowKey={textOf}
      {...pagedRows(query)}
      sort={{
        key: search.sort ?? 'worst',
        direction: search.sort === 'cover' || search.sort === 'stock-out' ? 'asc' : 'desc',
      }}
      onSort={({ key }) => onSearch({ sort: targetsSearch({ sort: key }).sort })}
      onOpen={row => onSearch({ item: textOf(row) })}
      isMarked={row => textOf(row) === search.item}
      empty={
        <EmptyState icon={<IconScale size={24} stroke={1.5} />} title={t`No item here`}>
          <Trans>Targets are worked out for accounts that report their stock: by file, message or in the portal.</Trans>
        </EmptyState>
      }
    />
  )
}

const textOf = ({ account, product, site }: TargetRead): string =>
  itemText({ accountId: account.id, productId: product.id, siteId: site?.id })

function useColumns(withAccount: boolean): Column<TargetRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const account: Column<TargetRead> = {
    key: 'account',
    header: t`Account`,
    width: 'minmax(140px, 1fr)',
    phone: 'detail',
    render: row => (row.site ? `${row.account.name} · ${row.site.name}` : row.account.name),
  }
  const product: Column<TargetRead> = {
    key: 'product',
    header: t`Product`,
    width: 'minmax(150px, 1.1fr)',
    phone: 'lead',
    render: row => (
      <span className={style.product} data-hint={row.product.name}>
        {row.product.code}{' '}
        <span className={style.quiet}>
          {!withAccount && row.site ? `${row.site.name} · ` : ''}
          {row.product.name}
        </span>
      </span>
    ),
  }
  return [
    ...(withAccount ? [account, product] : [product]),
    {
      key: 'state',
      header: t({ message: 'State', context: 'stock' }),
      width: '104px',
      render: row => <StateMark state={row.state} />,
    },
    { key: 'class', header: t({ message: 'Class', context: 'stock' }), width: '48px', render: row => row.class },
    {
      key: 'on hand',
      header: t`On hand`,
      width: '72px',
      align: 'right',
      render: row => (row.onHand === null ? <Unknown reason={t`Not reported`} /> : format.number(row.onHand, 1)),
    },
    {
      key: 'target',
      header: t({ message: 'Target', context: 'stock' }),
      width: '64px',
      align: 'right',
      render: row => format.count(Math.round(row.target)),
    },
    {
      key: 'cover',
      header: t`Cover, weeks`,
      width: '72px',
      align: 'right',
      sortable: true,
      firstSort: 'asc',
      render: row => <Cover row={row} />,
    },
    {
      key: 'stock-out',
      header: t`Gone on`,
      width: '104px',
      sortable: true,
      render: row => (row.stockOutOn === null ? '' : format.day(row.stockOutOn)),
    },
    {
      key: 'worst',
      header: t`Lost, ${baseCurrency}`,
      hint: t`Contribution of what cannot be sold until an order of the next review could arrive`,
      width: '84px',
      align: 'right',
      sortable: true,
      phone: 'figure',
      render: row => <Lost row={row} />,
    },
    {
      key: 'surplus',
      header: t`Lying, ${baseCurrency}`,
      hint: t`Excess beyond the limit of cover, and all of dead stock, at the price the account paid`,
      width: '92px',
      align: 'right',
      sortable: true,
      render: row =>
        row.surplus >= 0.5 && <Amount value={row.surplusValue} currency={null} unknown={t`No price known`} />,
    },
  ]
}

function Cover({ row }: { row: TargetRead }) {
  const { t } = useLingui()
  const format = useFormat()
  if (row.onHand === null) return <Unknown reason={t`Not reported`} />
  if (row.coverWeeks === null) return <span data-hint={t`Longer than two years`}>104+</span>
  return format.number(row.coverWeeks, 1)
}

function Lost({ row }: { row: TargetRead }) {
  const { t } = useLingui()
  const format = useFormat()
  if (row.stockOutOn === null) return null
  if (row.lost === null) return <Unknown reason={t`No contribution known`} />
  const hint = t`between ${format.amount(row.lostP10 ?? '0')} and ${format.amount(row.lostP90 ?? '0')} in eight of ten cases`
  return (
    <span className="figures" data-hint={hint}>
      {format.amount(row.lost, 'whole', null)}
    </span>
  )
}
