import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconTruckDelivery } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, type client } from '../../web/api.ts'
import { Share } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { Cause, Mode } from './delivery.ts'
import { causeName, modeName } from './delivery-words.ts'
import { type Grouping, shareOf } from './punctuality.ts'

export type PunctualityFilter = { from: string; ownerId?: string; accountId?: number; mode?: Mode; cause?: Cause }

type Group = Awaited<ReturnType<typeof client.supply.punctuality.summary>>['groups'][number]

const summary = (filter: PunctualityFilter, by: Grouping) =>
  api.supply.punctuality.summary.queryOptions({ input: { ...filter, by }, placeholderData: keepPreviousData })

export function PunctualityTiles({ filter }: { filter: PunctualityFilter }) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(summary(filter, 'mode'))
  const total = query.data?.total
  const share = (count: number | undefined): ReactNode => total && <Share value={shareOf(count ?? 0, total)} />
  const lines = (count: number) => plural(count, { one: '# line', other: '# lines' })
  const mean = total?.lateDaysMean
  return (
    <Tiles>
      <FigureTile label={t`On time and in full`} loading={!total} note={total && lines(total.due)}>
        {share(total?.kept)}
      </FigureTile>
      <FigureTile label={t`On time`} loading={!total} note={total && lines(total.onTime)}>
        {share(total?.onTime)}
      </FigureTile>
      <FigureTile label={t`In full`} loading={!total} note={total && lines(total.inFull)}>
        {share(total?.inFull)}
      </FigureTile>
      <FigureTile
        label={t`Arrived late`}
        loading={!total}
        note={mean == null ? undefined : t`${format.number(mean, 1)} days in the mean`}
      >
        {total && format.count(total.late)}
      </FigureTile>
      <FigureTile label={t`Overdue now`} loading={!total} note={t`not arrived, the day has passed`}>
        {total && format.count(total.overdue)}
      </FigureTile>
    </Tiles>
  )
}

type TableProps = {
  filter: PunctualityFilter
  by: Grouping
  /** Rows of this mode or cause are marked; another click takes the filter back. */
  chosen: { via?: Mode; cause?: Cause }
  onChoose: (part: { via?: Mode; cause?: Cause }) => void
}

export function PunctualityTable({ filter, by, chosen, onChoose }: TableProps) {
  const { t } = useLingui()
  const query = useQuery(summary({ ...filter, [by]: undefined }, by))
  const names: Record<Grouping, string> = {
    account: t`By account`,
    mode: t`By mode of transport`,
    lane: t`By lane`,
    cause: t`Broken promises by cause`,
    month: t`By month`,
  }
  const part = by === 'mode' ? 'via' : 'cause'
  const isChosen = (row: Group) => row.key !== null && row.key === chosen[part]
  return (
    <Section title={names[by]} note={by === 'account' ? t`Most promises broken first` : undefined}>
      <DataTable
        label={names[by]}
        rowKey={row => row.key ?? ''}
        columns={useColumns(by)}
        {...allRows({ ...query, data: query.data?.groups })}
        height="content"
        isMarked={isChosen}
        onOpen={
          by === 'mode' || by === 'cause'
            ? row => row.key !== null && onChoose({ [part]: isChosen(row) ? undefined : row.key })
            : undefined
        }
        empty={
          <EmptyState icon={<IconTruckDelivery size={24} stroke={1.5} />} title={t`No delivery was due`}>
            <Trans>
              Deliveries come by import, by API or from orders that are shipped. A line counts once its promised day has
              passed.
            </Trans>
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(by: Grouping): Column<Group>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const lead: Record<Grouping, { header: string; render: (row: Group) => ReactNode }> = {
    account: {
      header: t`Account`,
      render: row => (
        <Link className="link" to="/accounts/$id" params={{ id: row.key! }}>
          {row.name}
        </Link>
      ),
    },
    mode: { header: t`Mode`, render: row => (row.key ? modeName(row.key as Mode, language) : t`Not said`) },
    lane: { header: t`Lane`, render: row => row.name ?? t`Not said` },
    cause: { header: t`Cause`, render: row => (row.key ? causeName(row.key as Cause, language) : t`Not said`) },
    month: { header: t`Month`, render: row => format.month(row.key!) },
  }
  const share = (key: 'kept' | 'onTime' | 'inFull', header: string, phone?: 'figure'): Column<Group> => ({
    ...{ key, header, align: 'right', width: 'minmax(90px, 0.6fr)', phone },
    render: row => <Share value={shareOf(row[key], row)} />,
  })
  const count = (key: 'due' | 'late' | 'overdue', header: string, phone?: 'detail'): Column<Group> => ({
    ...{ key, header, align: 'right', width: 'minmax(80px, 0.5fr)', phone },
    render: row => format.count(row[key]),
  })
  const days = (key: 'lateDaysMean' | 'lateDaysP90', header: string, hint: string): Column<Group> => ({
    ...{ key, header, hint, align: 'right', width: 'minmax(90px, 0.5fr)' },
    render: row => (row[key] === null ? '–' : format.number(row[key], 1)),
  })
  return [
    { ...lead[by], key: 'group', width: 'minmax(160px, 1.6fr)', phone: 'lead' },
    count('due', t`Lines due`, 'detail'),
    ...(by === 'cause'
      ? []
      : [share('kept', t`On time, in full`, 'figure'), share('onTime', t`On time`), share('inFull', t`In full`)]),
    count('late', t`Late`),
    days('lateDaysMean', t`Days late`, t`Mean of those that arrived late`),
    days('lateDaysP90', t`Nine of ten`, t`Nine of ten late lines came within these days after the promise`),
    count('overdue', t`Overdue`),
  ]
}
