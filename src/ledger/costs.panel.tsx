import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, type client } from '../web/api.ts'
import { sayFailed, sayUndoable } from '../web/feedback/say.tsx'
import { Amount } from '../web/figures/Amount.tsx'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Section } from '../web/page/Section.tsx'
import { useCompany } from '../web/session.ts'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { useCostsChanged } from './account/costs-changed.web.ts'
import { EnterCost } from './account/EnterCost.tsx'
import { importPath } from './import-path.ts'

type CostEntry = Awaited<ReturnType<typeof client.costEntries.list>>['items'][number]

type Props = { accountId: number; mayEdit: boolean }

/** What it costs to serve the account, latest first; imported entries go with their import only. */
export function CostsPanel({ accountId, mayEdit }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [entering, setEntering] = useState(false)
  const query = useInfiniteQuery(
    api.costEntries.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ accountId, cursor, limit: 100 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const queries = useQueryClient()
  const changed = useCostsChanged()
  const again = useMutation(api.costEntries.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(api.costEntries.remove.mutationOptions({ onError: sayFailed }))
  const drop = (entry: CostEntry) =>
    remove.mutate(
      { accountId, id: entry.id },
      {
        onSuccess: () => {
          const { day, kind, amount, note } = entry
          sayUndoable(t`${kind}, ${format.amount(amount, 'exact')}: removed.`, () =>
            again.mutate({ accountId, day, kind, amount, note }),
          )
          void queries.invalidateQueries({ queryKey: api.costEntries.key() })
          void changed()
        },
      },
    )
  const rows = pagedRows(query)
  const kinds = [...new Set(rows.rows.map(row => row.kind))].sort()
  return (
    <Section
      title={t`Cost to serve`}
      note={t`All days, latest first; entries of imports go with their import`}
      actions={
        mayEdit &&
        !entering && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
            onClick={() => setEntering(true)}
          >
            <Trans>Enter a cost</Trans>
          </Button>
        )
      }
    >
      {entering && <EnterCost accountId={accountId} kinds={kinds} onClose={() => setEntering(false)} />}
      <DataTable
        label={t`Cost to serve`}
        columns={useColumns(mayEdit ? drop : null)}
        rowKey={row => row.id}
        {...rows}
        empty={
          <EmptyState title={t`No cost to serve has been booked`}>
            <Trans>
              Freight, visits, promotion, rebates: import them from a file, or enter them here. Without them the
              contribution equals the margin.
            </Trans>
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(onRemove: ((entry: CostEntry) => void) | null): Column<CostEntry>[] {
  const { t } = useLingui()
  const format = useFormat()
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  const columns: Column<CostEntry>[] = [
    { key: 'day', header: t`Day`, width: 'minmax(96px, 0.6fr)', phone: 'detail', render: row => format.day(row.day) },
    {
      key: 'kind',
      header: t`Kind`,
      width: 'minmax(120px, 1fr)',
      phone: 'lead',
      render: row => <span data-hint={row.kind}>{row.kind}</span>,
    },
    {
      key: 'note',
      header: t`Note`,
      width: 'minmax(140px, 1.6fr)',
      render: row => (row.note ? <span data-hint={row.note}>{row.note}</span> : ''),
    },
    {
      key: 'source',
      header: t`Source`,
      width: 'minmax(110px, 0.8fr)',
      render: row =>
        row.importId === null ? (
          t`entered by hand`
        ) : (
          <Link to={importPath(row.importId)} className="link">{t`import ${row.importId} (${row.source})`}</Link>
        ),
    },
    {
      key: 'amount',
      header: `${t`Amount`}${unit}`,
      width: '128px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.amount} currency={null} form="exact" plain />,
    },
  ]
  if (!onRemove) return columns
  return [
    ...columns,
    {
      key: 'remove',
      header: <span className="visually-hidden">{t`Remove`}</span>,
      width: '32px',
      render: row =>
        row.source === null && (
          <ActionIcon
            size="sm"
            aria-label={t`Remove ${row.kind} of ${format.day(row.day)}`}
            onClick={() => onRemove(row)}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        ),
    },
  ]
}
