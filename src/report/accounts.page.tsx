import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { AddAccount } from '../accounts/AddAccount.tsx'
import { WindowPicker } from '../web/input/WindowPicker.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { useCompany, useMay } from '../web/session.ts'
import type { Column, Sort } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { AccountFilters } from './accounts/AccountFilters.tsx'
import { useAccountColumns } from './accounts/columns.tsx'
import { ExportMenu } from './accounts/ExportMenu.tsx'
import { FilterMenu } from './accounts/FilterMenu.tsx'
import { type ListAnswer, type ListedAccount, useAccountsList, useDays } from './accounts/list.web.ts'
import { SavedViews } from './accounts/SavedViews.tsx'
import { SelectionBar } from './accounts/SelectionBar.tsx'
import style from './accounts.module.css'
import {
  type AccountsSearch,
  type ColumnKey,
  columnKeys,
  filtersOf,
  noFilters,
  type SortKey,
  usualColumns,
} from './accounts-search.ts'

const route = getRouteApi('/_app/accounts/')

/** All companies with their figures of one window: filter, sort, choose, hand over, export. */
export function AccountsPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdd = useMay('administrator', 'head', 'manager')
  const mayGive = useMay('administrator', 'head')
  const { bounds, days, error, refetch } = useDays(search)
  const query = useAccountsList(search, days)
  const first = query.data?.pages[0]
  const rows = pagedRows(query)
  const [chosen, setChosen] = useState<ReadonlyMap<number, ListedAccount>>(new Map())
  const columns = useColumns(search, mayGive ? { rows: rows.rows, chosen, onChoose: setChosen } : null)
  const change = (changed: Partial<AccountsSearch>, replace = false) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace })
  const sort: Sort = { key: search.sort ?? 'revenue', direction: search.direction ?? 'desc' }

  return (
    <>
      <PageHeader
        title={t`Accounts`}
        context={useContextLine(first, days)}
        actions={
          <>
            <ExportMenu search={search} days={days} />
            <Button component={Link} to="/accounts/duplicates" variant="default">
              <Trans>Duplicates</Trans>
            </Button>
            {mayAdd && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
                onClick={() => change({ add: true })}
              >
                <Trans>Add an account</Trans>
              </Button>
            )}
          </>
        }
      >
        <SavedViews search={search} onApply={view => void navigate({ search: view })} />
        {bounds && (
          <WindowPicker
            choice={search}
            bounds={bounds}
            onChange={choice => change({ window: undefined, from: undefined, to: undefined, ...choice })}
          />
        )}
        <ColumnsMenu search={search} onSearch={change} />
      </PageHeader>
      <div className={style.list}>
        {chosen.size > 0 ? (
          <SelectionBar selected={[...chosen.values()]} onClear={() => setChosen(new Map())} />
        ) : (
          <AccountFilters search={search} onSearch={change} />
        )}
        <DataTable
          label={t`Accounts`}
          columns={columns}
          rowKey={row => row.id}
          {...rows}
          error={error ?? rows.error}
          onRetry={() => {
            if (error) void refetch()
            rows.onRetry()
          }}
          total={first?.total}
          sort={sort}
          onSort={({ key, direction }) => change({ sort: key as SortKey, direction })}
          isMarked={row => chosen.has(row.id)}
          onOpen={row => void navigate({ to: '/accounts/$id', params: { id: String(row.id) } })}
          empty={<Nothing search={search} onClear={() => change(noFilters)} />}
        />
      </div>
      <AddAccount
        opened={search.add === true}
        onClose={() => change({ add: undefined })}
        onAdded={id => void navigate({ to: '/accounts/$id', params: { id: String(id) } })}
      />
    </>
  )
}

/** Window, currency, how many fit, what the tiers rest on. */
function useContextLine(first: ListAnswer | undefined, days: Days | null) {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const window = first?.window ?? days
  const asOf = first?.review ? format.day(first.review.asOf) : ''
  if (!first) return [' ']
  return [
    plural(first.total, { one: '# account', other: '# accounts' }),
    window && format.days(window.from, window.to),
    baseCurrency === 'XXX' ? t`currency not set` : baseCurrency,
    first.review === null
      ? t`no review yet`
      : first.review.state === 'confirmed'
        ? t`tiers as of ${asOf}`
        : t`tiers provisional as of ${asOf}`,
  ]
}

type Choosing = {
  rows: ListedAccount[]
  chosen: ReadonlyMap<number, ListedAccount>
  onChoose: (chosen: ReadonlyMap<number, ListedAccount>) => void
}

/** The shown columns; with boxes to choose rows for those who may hand accounts over. */
function useColumns(search: AccountsSearch, choosing: Choosing | null): Column<ListedAccount>[] {
  const { t } = useLingui()
  const { name, others } = useAccountColumns()
  const shown = search.columns ?? usualColumns
  // A phone shows one figure: the one the list is ordered by.
  const figure = search.sort && others[search.sort as ColumnKey]?.align ? search.sort : 'revenue'
  const columns = [name, ...columnKeys.filter(key => shown.includes(key)).map(key => others[key])].map(column =>
    column.key === figure ? { ...column, phone: 'figure' as const } : column,
  )
  if (!choosing) return columns
  const { rows, chosen, onChoose } = choosing
  const all = rows.length > 0 && rows.every(row => chosen.has(row.id))
  const toggle = (row: ListedAccount) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    onChoose(next)
  }
  return [
    {
      key: 'choose',
      width: '20px',
      header: (
        <Checkbox
          size="xs"
          aria-label={t`Choose all loaded accounts`}
          checked={all}
          indeterminate={!all && chosen.size > 0}
          onChange={() => onChoose(all ? new Map() : new Map(rows.map(row => [row.id, row])))}
        />
      ),
      render: row => (
        <Checkbox
          size="xs"
          aria-label={t`Choose ${row.name}`}
          checked={chosen.has(row.id)}
          onChange={() => toggle(row)}
        />
      ),
    },
    ...columns,
  ]
}

function ColumnsMenu({
  search,
  onSearch,
}: {
  search: AccountsSearch
  onSearch: (changed: Partial<AccountsSearch>) => void
}) {
  const { t } = useLingui()
  const { others } = useAccountColumns()
  const shown = search.columns ?? usualColumns
  const options = useMemo(
    () => columnKeys.map(key => ({ value: key, label: String(others[key].header).replace(/, [A-Z]{3}$/, '') })),
    [others],
  )
  return (
    <span className={style.columns}>
      <FilterMenu
        plain
        size="sm"
        label={t`Columns`}
        options={options}
        chosen={shown}
        onChange={columns => onSearch({ columns: columns.length > 0 ? columns : undefined })}
        reset={{ label: t`The usual columns`, onReset: () => onSearch({ columns: undefined }) }}
      />
    </span>
  )
}

function Nothing({ search, onClear }: { search: AccountsSearch; onClear: () => void }) {
  const { t } = useLingui()
  const imports: string = '/imports'
  if (Object.keys(filtersOf(search)).length > 0)
    return (
      <EmptyState
        title={t`No account fits these filters`}
        action={
          <Button variant="default" onClick={onClear}>
            <Trans>Clear the filters</Trans>
          </Button>
        }
      />
    )
  return (
    <EmptyState
      icon={<IconBuildingStore size={24} stroke={1.5} />}
      title={t`There are no accounts yet`}
      action={
        <Button renderRoot={props => <Link to={imports} {...props} />}>
          <Trans>Import the sales ledger</Trans>
        </Button>
      }
    >
      <Trans>They come with the invoice lines from your ERP, or from a file of accounts; or add one by hand.</Trans>
    </EmptyState>
  )
}
