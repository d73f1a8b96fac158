import { Trans, useLingui } from '@lingui/react/macro'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Share } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { KeptTiles } from './promises/KeptTiles.tsx'
import { PromiseFilters } from './promises/PromiseFilters.tsx'
import { PromiseList } from './promises/PromiseList.tsx'
import type { PromisesSearch } from './promises-search.ts'
import { promiseStateName } from './visit-report-words.ts'

const route = getRouteApi('/_app/promises')

/** Promises of ours and theirs: one's own for who keeps accounts, everybody's for who leads. */
export function PromisesPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isLeader = useMay('administrator', 'head')
  const whose = search.whose ?? (isLeader ? 'all' : 'mine')
  const onSearch = (change: PromisesSearch) =>
    void navigate({ search: old => ({ ...old, ...change }), replace: 'promise' in change === false })
  return (
    <>
      <PageHeader title={t`Promises`} context={[t`made in the last 12 months`]}>
        <PromiseFilters search={search} whose={whose} onSearch={onSearch} />
      </PageHeader>
      <KeptTiles />
      <PromiseList
        search={search}
        whose={whose}
        onSearch={onSearch}
        empty={
          <EmptyState icon={<IconHeartHandshake size={24} stroke={1.5} />} title={t`No promise fits these filters`}>
            <Trans>Promises are made in the report of a visit, or on the account’s own page.</Trans>
          </EmptyState>
        }
      />
      {isLeader && <KeptByPerson />}
    </>
  )
}

function KeptByPerson() {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.engage.promises.kept.queryOptions({ input: {}, select: answer => answer.people }))
  type Row = NonNullable<typeof query.data>[number]
  const count = (key: 'kept' | 'keptLate' | 'broken' | 'overdue' | 'open', header: string): Column<Row> => ({
    key,
    header,
    width: '90px',
    align: 'right',
    render: row => format.count(row[key]),
  })
  const columns: Column<Row>[] = [
    { key: 'name', header: t`Person`, width: 'minmax(160px, 2fr)', phone: 'lead', render: row => row.name },
    {
      key: 'rate',
      header: t`Kept on time`,
      width: '120px',
      align: 'right',
      phone: 'figure',
      hint: t`Of promises whose time has come: kept late, broken and overdue ones count against it`,
      render: row => <Share value={row.rate} unknown={t`None was due yet`} />,
    },
    count('kept', t`On time`),
    count('keptLate', t`Late`),
    count('broken', t`Broken`),
    count('overdue', t`Overdue`),
    count('open', promiseStateName('open', format.language)),
  ]
  return (
    <Section title={t`How we keep our promises`} note={t`Promises of ours, made in the last 12 months`}>
      <DataTable
        label={t`How we keep our promises`}
        columns={columns}
        rowKey={row => row.personId}
        {...allRows(query)}
        height="content"
        empty={<EmptyState title={t`Nobody has promised anything yet`} />}
      />
    </Section>
  )
}
