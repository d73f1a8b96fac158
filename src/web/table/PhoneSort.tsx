import { useLingui } from '@lingui/react/macro'
import { NativeSelect } from '@mantine/core'
import { type Column, nextSort, type Sort } from './column.ts'
import style from './DataTable.module.css'

/** On a phone, where the header is not drawn, a list of what the rows can be sorted by. */
export function PhoneSort<R>(props: { columns: Column<R>[]; sort: Sort | undefined; onSort: (sort: Sort) => void }) {
  const { t } = useLingui()
  const { columns, sort, onSort } = props
  const sortable = columns.filter(column => column.sortable && typeof column.header === 'string')
  if (sortable.length < 2) return null
  return (
    <NativeSelect
      className={style.phoneSort}
      size="sm"
      aria-label={t`Sort by`}
      value={sort?.key ?? ''}
      data={[
        ...(sort ? [] : [{ value: '', label: t`Sort by` }]),
        ...sortable.map(column => ({ value: column.key, label: t`By ${column.header as string}` })),
      ]}
      onChange={event => {
        const column = sortable.find(candidate => candidate.key === event.target.value)
        if (column) onSort(nextSort(column, undefined))
      }}
    />
  )
}
