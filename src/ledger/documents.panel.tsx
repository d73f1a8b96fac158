import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '../web/api.ts'
import { Amount } from '../web/figures/Amount.tsx'
import type { Days } from '../web/input/window.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { DocumentDrawer } from './account/DocumentDrawer.tsx'
import style from './account/documents.module.css'
import type { Document } from './account/months.web.ts'
import { type DocumentsSearch, daysOfMonth } from './documents-search.ts'

type Props = {
  accountId: number
  days: Days | null
  search: DocumentsSearch
  onSearch: (change: Partial<DocumentsSearch>, replace?: boolean) => void
}

/** The documents behind an account's figures, latest first; one opens with its lines. */
export function DocumentsPanel({ accountId, days, search, onSearch }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [text] = useDebouncedValue(search.text, 150)
  const span = search.month ? daysOfMonth(search.month) : days
  const query = useInfiniteQuery(
    api.ledger.documents.infiniteOptions({
      input: span
        ? (cursor: string | undefined) => ({ accountId, ...span, text, productId: search.product, cursor, limit: 100 })
        : skipToken,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const product = useQuery(
    api.products.get.queryOptions({ input: search.product === undefined ? skipToken : { id: search.product } }),
  )
  const filtered = Boolean(search.text || search.month || search.product)
  const rows = pagedRows(query)
  return (
    <>
      <div className={style.filters}>
        <TextInput
          size="xs"
          className={style.text}
          aria-label={t`Find by document number`}
          placeholder={t`Document number`}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search.text ?? ''}
          onChange={event => onSearch({ text: event.target.value || undefined }, true)}
        />
        {search.month && <Chip label={format.month(search.month)} onRemove={() => onSearch({ month: undefined })} />}
        {search.product && <Chip label={product.data?.name ?? '…'} onRemove={() => onSearch({ product: undefined })} />}
      </div>
      <DataTable
        label={t`Documents`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...rows}
        isMarked={row => row.id === search.document}
        onOpen={row => onSearch({ document: row.id })}
        empty={
          <EmptyState
            title={filtered ? t`No document fits` : t`There are no documents in these days`}
            action={
              filtered && (
                <Button
                  variant="default"
                  onClick={() => onSearch({ text: undefined, month: undefined, product: undefined })}
                >
                  <Trans>Clear the filters</Trans>
                </Button>
              )
            }
          />
        }
      />
      <DocumentDrawer accountId={accountId} search={search} onSearch={onSearch} />
    </>
  )
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <Button
      size="xs"
      variant="light"
      maw={320}
      rightSection={<IconX size={13} aria-hidden="true" />}
      onClick={onRemove}
      aria-label={t`Take away the filter ${label}`}
    >
      {label}
    </Button>
  )
}

function useColumns(): Column<Document>[] {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  return [
    { key: 'number', header: t`Document`, width: 'minmax(140px, 1.4fr)', phone: 'lead', render: row => row.number },
    { key: 'day', header: t`Day`, width: 'minmax(100px, 1fr)', phone: 'detail', render: row => format.day(row.day) },
    { key: 'source', header: t`Source`, width: 'minmax(80px, 0.8fr)', render: row => row.source },
    { key: 'lines', header: t`Lines`, width: '64px', align: 'right', render: row => format.count(row.lines) },
    {
      key: 'returnLines',
      header: t`Of these returned`,
      width: '112px',
      align: 'right',
      render: row => (row.returnLines === 0 ? '' : format.count(row.returnLines)),
    },
    {
      key: 'revenue',
      header: `${t`Net`}${unit}`,
      width: 'minmax(112px, 1fr)',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.revenue} currency={null} form="exact" />,
    },
    {
      key: 'margin',
      header: `${t`Margin`}${unit}`,
      width: 'minmax(112px, 1fr)',
      align: 'right',
      render: row => (
        <Amount value={row.margin} currency={null} form="exact" unknown={t`No cost is known for its lines`} />
      ),
    },
  ]
}
