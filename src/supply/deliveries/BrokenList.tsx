import { useLingui } from '@lingui/react/macro'
import { IconCircleCheck } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api, type client } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './deliveries.module.css'
import { causeName, modeName } from './delivery-words.ts'
import type { PunctualityFilter } from './Punctuality.tsx'

type Line = Awaited<ReturnType<typeof client.supply.punctuality.broken>>['items'][number]

/** The lines behind the figures: late, short or overdue, the last promised first. `naming`: they are of several accounts. */
export function BrokenList({ filter, naming }: { filter: PunctualityFilter; naming?: boolean }) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.supply.punctuality.broken.infiniteOptions({
      input: (cursor: number) => ({ ...filter, cursor, limit: 50 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const title = t`Late, short or overdue`
  return (
    <Section title={title} note={t`The last promised first`}>
      <DataTable
        label={title}
        rowKey={row => row.id}
        columns={useColumns(naming === true)}
        {...pagedRows(query)}
        empty={<EmptyState icon={<IconCircleCheck size={24} stroke={1.5} />} title={t`Every promise was kept`} />}
      />
    </Section>
  )
}

function useColumns(naming: boolean): Column<Line>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const quantity = (value: string | null) => (value === null ? '–' : format.number(value))
  const columns: (Column<Line> | false)[] = [
    naming && {
      ...{ key: 'account', header: t`Account`, width: 'minmax(170px, 1.3fr)', phone: 'lead' },
      render: row => <AccountLink account={row.account} short />,
    },
    {
      ...{ key: 'product', header: t`Product`, width: 'minmax(160px, 1.3fr)', phone: naming ? 'detail' : 'lead' },
      render: row => row.product ?? '–',
    },
    { key: 'reference', header: t`Delivery`, width: 'minmax(90px, 0.7fr)', render: row => row.reference ?? '–' },
    { key: 'promised', header: t`Promised`, width: '110px', render: row => format.day(row.promisedOn) },
    {
      ...{ key: 'arrived', header: t`Arrived`, width: '110px' },
      render: row => (row.arrivedOn ? format.day(row.arrivedOn) : <em className={style.overdue}>{t`overdue`}</em>),
    },
    {
      ...{ key: 'late', header: t`Days late`, width: '90px', align: 'right', phone: 'figure' },
      render: row => format.count(row.lateDays),
    },
    {
      ...{ key: 'quantity', header: t`Arrived of promised`, width: '150px', align: 'right' },
      render: row => `${quantity(row.quantity)} / ${quantity(row.promisedQuantity)}`,
    },
    { key: 'mode', header: t`Mode`, width: '90px', render: row => (row.mode ? modeName(row.mode, language) : '–') },
    {
      ...{ key: 'cause', header: t`Cause`, width: 'minmax(110px, 0.8fr)' },
      render: row => (row.cause ? causeName(row.cause, language) : <span className={style.quiet}>{t`not said`}</span>),
    },
  ]
  return columns.filter(column => column !== false)
}
