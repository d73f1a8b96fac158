import { useState } from 'react'
import type { RankRange } from '../charts/curve.ts'
import { Amount, Share } from '../figures/Amount.tsx'
import { Sparkline } from '../figures/Sparkline.tsx'
import { TierBadge } from '../figures/TierBadge.tsx'
import { EmptyState } from '../page/EmptyState.tsx'
import { Section } from '../page/Section.tsx'
import type { Column, Sort } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { type Row, rows } from './fixtures.ts'

const columns: Column<Row>[] = [
  {
    key: 'rank',
    header: 'Rank',
    width: '56px',
    align: 'right',
    sortable: true,
    firstSort: 'asc',
    render: row => row.rank,
  },
  {
    key: 'name',
    header: 'Account',
    width: 'minmax(180px, 2fr)',
    sortable: true,
    phone: 'lead',
    render: row => (
      <a href="#content" className="link">
        {row.name}
      </a>
    ),
  },
  {
    key: 'tier',
    header: 'Tier',
    width: '72px',
    phone: 'detail',
    render: row => <TierBadge tier={row.tier} movement={row.movement} />,
  },
  { key: 'country', header: 'Country', width: 'minmax(80px, 1fr)', render: row => row.country },
  {
    key: 'months',
    header: '12 months',
    width: '96px',
    render: row => <Sparkline values={row.months} label="Revenue, last 12 months" />,
  },
  {
    key: 'revenue',
    header: 'Revenue, CNY',
    width: '120px',
    align: 'right',
    sortable: true,
    render: row => <Amount value={row.revenue} currency={null} />,
  },
  {
    key: 'contribution',
    header: 'Contribution, CNY',
    width: '130px',
    align: 'right',
    sortable: true,
    phone: 'figure',
    render: row => <Amount value={row.contribution} currency={null} unknown="No cost in the ledger" />,
  },
  {
    key: 'growth',
    header: 'Growth',
    width: '80px',
    align: 'right',
    render: row => <Share value={row.growth} signed />,
  },
]

export function GalleryTable({ brush }: { brush: RankRange | null }) {
  const [sort, setSort] = useState<Sort>({ key: 'revenue', direction: 'desc' })
  const shown = brush ? rows.slice(brush.from - 1, brush.to) : rows
  const common = { columns, rowKey: (row: Row) => row.rank, height: 420 }
  return (
    <>
      <Section title="Accounts" note={`${shown.length} rows, virtual`}>
        <DataTable
          {...common}
          label="Accounts"
          rows={shown}
          sort={sort}
          onSort={setSort}
          onOpen={() => undefined}
          isMarked={row => row.rank === 3}
          empty={<EmptyState title="No accounts" />}
        />
      </Section>
      <Section title="Loading">
        <DataTable {...common} label="Loading" rows={[]} loading empty={null} height={200} />
      </Section>
      <Section title="Empty and failed">
        <DataTable
          {...common}
          label="Empty"
          rows={[]}
          empty={
            <EmptyState title="No account fits these filters">
              Take one filter away, or look at the whole ledger.
            </EmptyState>
          }
        />
        <DataTable
          {...common}
          label="Failed"
          rows={[]}
          error={new TypeError('Failed to fetch')}
          onRetry={() => undefined}
          empty={null}
        />
      </Section>
    </>
  )
}
