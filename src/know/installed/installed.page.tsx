import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconServer2 } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { api, type client } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { DemandChart } from './DemandChart.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'
import { conditionName } from './installed-words.ts'
import { TalkList } from './TalkList.tsx'

const route = getRouteApi('/_app/accounts/$id/installed')

export type InstalledItem = Awaited<ReturnType<typeof client.know.installed.list>>['items'][number]

/** What stands at the account, what of it will be replaced when, and when to begin talking. */
export function InstalledPage() {
  const { t } = useLingui()
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useAccount(id).data?.mayEditContacts ?? false
  const query = useInfiniteQuery(
    api.know.installed.list.infiniteOptions({
      input: (cursor: number | undefined) => ({ accountId: id, cursor, limit: 200 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const items = pagedRows(query)
  const open = (item: number | 'new' | undefined) => void navigate({ search: old => ({ ...old, item }) })
  const none = !items.loading && items.rows.length === 0
  const add = mayEdit && (
    <Button size="xs" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />} onClick={() => open('new')}>
      <Trans>Add an installed item</Trans>
    </Button>
  )
  return (
    <>
      {!none && <Demand accountId={id} />}
      <Section title={t`Installed base`} note={t`Unit prices as paid`} actions={!none && add}>
        <DataTable
          label={t`Installed base`}
          columns={useColumns()}
          rowKey={row => row.id}
          {...items}
          height="content"
          onOpen={row => open(row.id)}
          isMarked={row => row.id === search.item}
          empty={
            <EmptyState
              icon={<IconServer2 size={24} stroke={1.5} />}
              title={t`Nothing is known of what stands here`}
              action={add}
            >
              <Trans>
                Import a file of equipment, or add what you see on your next walk through the plant: brand, quantity and
                when it was bought are enough to foretell its replacement.
              </Trans>{' '}
              <Link to="/imports/new" className="link">
                <Trans>Import a file</Trans>
              </Link>
            </EmptyState>
          }
        />
        <ItemDrawer
          accountId={id}
          item={search.item === 'new' ? 'new' : items.rows.find(row => row.id === search.item)}
          mayEdit={mayEdit}
          onClose={() => open(undefined)}
        />
      </Section>
    </>
  )
}

function Demand({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.know.installed.demand.queryOptions({ input: { accountId } }))
  const demand = query.data
  if (!demand || demand.quarters.length === 0) return null
  const lead = plural(demand.leadQuarters, { one: '# quarter', other: '# quarters' })
  const days = demand.processDays === null ? null : format.count(demand.processDays)
  const unknown = [
    demand.undated > 0 && t`${format.count(demand.undated)} units without a day of purchase are left out`,
    demand.unpriced > 0 && t`${format.count(demand.unpriced)} without a price count no value`,
  ].filter(Boolean)
  return (
    <>
      <DemandChart
        title={t`Replacement demand by quarter`}
        note={[t`Expected value in base currency`, ...unknown].join(format.language === 'en' ? '; ' : '；')}
        quarters={demand.quarters}
      />
      {demand.talks.length > 0 && (
        <Section
          title={t`When to begin talking`}
          note={
            days === null
              ? t`${lead} ahead: how long it takes to buy is not known`
              : t`${lead} ahead: it takes ${days} days to buy`
          }
        >
          <TalkList talks={demand.talks} />
        </Section>
      )}
    </>
  )
}

function useColumns(): Column<InstalledItem>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      key: 'brand',
      header: t`Brand and model`,
      width: 'minmax(150px, 1.2fr)',
      phone: 'lead',
      render: row => [row.brand, row.model].filter(Boolean).join(' '),
    },
    { key: 'ours', header: t`Make`, width: '76px', render: row => (row.ours ? t`Ours` : t`Other make`) },
    { key: 'line', header: t`Product line`, width: 'minmax(130px, 1.3fr)', render: row => row.productLine ?? '' },
    { key: 'site', header: t`Site`, width: 'minmax(80px, 0.7fr)', render: row => row.site ?? '' },
    {
      key: 'quantity',
      header: t`Quantity`,
      align: 'right',
      width: '76px',
      phone: 'figure',
      render: row => <span className="figures">{format.count(row.quantity)}</span>,
    },
    {
      key: 'bought',
      header: t`Bought on`,
      align: 'right',
      width: '116px',
      render: row => (row.boughtOn ? format.day(row.boughtOn) : '–'),
    },
    {
      key: 'price',
      header: t`Unit price`,
      align: 'right',
      width: '84px',
      render: row => (
        <Amount value={row.unitPrice} currency={row.currency ?? undefined} unknown={t`No price is known`} />
      ),
    },
    {
      key: 'expected',
      header: t`Replacement expected`,
      align: 'right',
      width: '150px',
      phone: 'detail',
      hint: t`Day of purchase and its life: its own, that of its line, or seven years`,
      render: row => (row.life ? <Expected life={row.life} /> : '–'),
    },
    {
      key: 'condition',
      header: t`Condition`,
      width: '96px',
      render: row => row.condition && conditionName(row.condition, language),
    },
  ]
}

function Expected({ life }: { life: NonNullable<InstalledItem['life']> }) {
  const { t } = useLingui()
  const format = useFormat()
  const years = format.number(life.months / 12, 1)
  const source = { own: t`its own life`, line: t`life of its line`, default: t`the general default` }[life.source]
  const spread = format.count(Math.round(life.spreadDays / 30.4375))
  return (
    <span data-hint={t`${years} years (${source}), give or take ${spread} months`}>
      {format.month(life.expectedOn)}
    </span>
  )
}
