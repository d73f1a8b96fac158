import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { IconClockCog, IconDownload, IconServer2 } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { KnowTabs } from '../white-space/KnowTabs.tsx'
import { OwnerFilter } from '../white-space/OwnerFilter.tsx'
import { DemandChart } from './DemandChart.tsx'
import style from './installed.module.css'
import { LineLives } from './LineLives.tsx'
import { useProductLines } from './product-lines.web.ts'
import { quarterName, quarterOf } from './quarter.ts'

const route = getRouteApi('/_app/replacement')

type RollUp = Awaited<ReturnType<typeof client.know.installed.rollUp>>
type Row = RollUp['items'][number]

/** What the department's accounts will replace in the next twelve quarters. */
export function ReplacementPage() {
  const { t } = useLingui()
  useCrumb(t`Replacement`)
  const { baseCurrency, today } = useCompany()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const format = useFormat()
  const lines = useProductLines()
  const { owner, productLine } = search
  const query = useInfiniteQuery(
    api.know.installed.rollUp.infiniteOptions({
      input: (cursor: number) => ({ owner, productLine, cursor, limit: 100 }),
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const whole = query.data?.pages[0]
  const filters = new URLSearchParams({ ...(owner && { owner }), ...(productLine && { productLine }) })
  return (
    <>
      <PageHeader
        title={t`Replacement`}
        context={[
          t`Next twelve quarters`,
          baseCurrency,
          t`as of ${format.day(today)}`,
          whole && plural(whole.total, { one: '# account', other: '# accounts' }),
        ]}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconClockCog size={16} stroke={1.6} aria-hidden="true" />}
              onClick={() => void navigate({ search: old => ({ ...old, lives: true }) })}
            >
              <Trans>Usual lives</Trans>
            </Button>
            <Button
              variant="default"
              component="a"
              href={`/api/replacement/export?${filters}`}
              leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
            >
              <Trans>Download as CSV</Trans>
            </Button>
          </>
        }
      >
        <KnowTabs />
        <div className={style.filters}>
          <OwnerFilter
            owner={owner}
            onChange={next => void navigate({ search: old => ({ ...old, owner: next }), replace: true })}
          />
          <Select
            aria-label={t`Product line`}
            placeholder={t`All product lines`}
            clearable
            searchable
            size="sm"
            value={productLine ?? null}
            data={lines}
            onChange={line =>
              void navigate({ search: old => ({ ...old, productLine: line ?? undefined }), replace: true })
            }
          />
        </div>
      </PageHeader>
      {whole && whole.total > 0 && <Whole whole={whole} />}
      <Section title={t`By account`} note={t`Expected in twelve quarters, and what to begin talking of first`}>
        <DataTable
          label={t`Replacement by account`}
          columns={useColumns()}
          rowKey={row => row.accountId}
          {...pagedRows(query)}
          total={whole?.total}
          height="content"
          onOpen={row => void navigate({ to: '/accounts/$id/installed', params: { id: String(row.accountId) } })}
          empty={
            <EmptyState icon={<IconServer2 size={24} stroke={1.5} />} title={t`Nothing installed fits these filters`}>
              <Trans>What stands at accounts is entered on their page, or imported as a file of equipment.</Trans>
            </EmptyState>
          }
        />
      </Section>
      <LineLives
        opened={search.lives === true}
        onClose={() => void navigate({ search: old => ({ ...old, lives: undefined }) })}
      />
    </>
  )
}

function Whole({ whole }: { whole: RollUp }) {
  const { t } = useLingui()
  const format = useFormat()
  const undated = format.count(whole.undated)
  return (
    <div className={style.columns}>
      <DemandChart
        title={t`Replacement demand by quarter`}
        note={
          whole.undated > 0
            ? t`Expected value in base currency; ${undated} units without a day of purchase are left out`
            : t`Expected value in base currency`
        }
        quarters={whole.quarters}
        height={260}
      />
      <Section title={t`By product line`} note={t`Expected in twelve quarters`}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Product line</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Units</Trans>
              </th>
              <th scope="col" data-align="right">
                <Trans>Expected value</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {whole.lines.slice(0, 8).map(line => (
              <tr key={line.productLine ?? ''}>
                <th scope="row">{line.productLine ?? t`No product line`}</th>
                <td data-align="right">{format.number(line.units, 0)}</td>
                <td data-align="right">
                  <Amount value={line.value} form="compact" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui()
  const format = useFormat()
  const people = usePeople()
  const now = quarterOf(useCompany().today)
  return [
    {
      key: 'name',
      header: t`Account`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link className="link" to="/accounts/$id/installed" params={{ id: String(row.accountId) }}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(110px, 1fr)',
      render: row => (row.ownerId ? people.nameOf(row.ownerId) : '–'),
    },
    {
      key: 'begin',
      header: t`Begin talking`,
      width: '120px',
      phone: 'detail',
      render: row =>
        row.talk === null ? (
          '–'
        ) : row.talk.begin === now ? (
          <span className={style.now}>
            <Trans>Now</Trans>
          </span>
        ) : (
          quarterName(row.talk.begin, format.language)
        ),
    },
    {
      key: 'due',
      header: t`First due`,
      width: '96px',
      render: row => (row.talk ? quarterName(row.talk.due, format.language) : '–'),
    },
    {
      key: 'talk',
      header: t`Due then`,
      align: 'right',
      width: '110px',
      render: row => <Amount value={row.talk?.value ?? null} currency={null} unknown={t`No price is known`} />,
    },
    {
      key: 'units',
      header: t`Units`,
      align: 'right',
      width: '88px',
      hint: t`Expected number in twelve quarters`,
      render: row => <span className="figures">{format.number(row.units, 0)}</span>,
    },
    {
      key: 'value',
      header: t`Expected value`,
      align: 'right',
      width: '130px',
      phone: 'figure',
      render: row => <Amount value={row.value} currency={null} />,
    },
  ]
}
