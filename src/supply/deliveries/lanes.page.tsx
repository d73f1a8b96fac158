import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { countryName } from '../../accounts/country-name.ts'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { AvailabilityTable } from './AvailabilityTable.tsx'
import { modeName } from './delivery-words.ts'
import { LaneForm } from './LaneForm.tsx'
import style from './lanes.module.css'
import type { LanesSearch } from './lanes-search.ts'

const route = getRouteApi('/_app/supply/lanes')

export type LaneRead = Awaited<ReturnType<typeof client.supply.lanes.list>>['items'][number]

/** By which ways goods travel, in how many days and at what cost; and what production makes available in the weeks to come. */
export function LanesPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  useCrumb(t`Lanes and supply`)
  const mayPlan = useMay('administrator', 'head', 'back office')
  const query = useQuery(api.supply.lanes.list.queryOptions({ input: {} }))
  const lanes = query.data?.items
  const choose = (part: LanesSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const add = mayPlan && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
      onClick={() => choose({ lane: 'new' })}
    >
      <Trans>Add a lane</Trans>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t`Lanes and supply`}
        context={[
          lanes && plural(lanes.length, { one: '# lane', other: '# lanes' }),
          t`lead times and modes, and what comes from production`,
        ]}
        actions={lanes && lanes.length > 0 && add}
      >
        <SupplyTabs />
      </PageHeader>
      <Section title={t`Lanes`} note={t`Days from our warehouse to the door; seen: deliveries of the last 12 months`}>
        <DataTable
          label={t`Lanes`}
          columns={useColumns()}
          rowKey={lane => lane.id}
          {...allRows({ ...query, data: lanes })}
          height="content"
          onOpen={lane => choose({ lane: lane.id })}
          isMarked={lane => lane.id === search.lane}
          empty={
            <EmptyState icon={<IconRoute size={24} stroke={1.5} />} title={t`No lane yet`} action={add}>
              <Trans>
                A lane says by which mode goods reach an account or a country, in how many days and at what cost.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      <AvailabilityTable search={search} onChoose={choose} mayPlan={mayPlan} />
      <DetailDrawer
        opened={search.lane !== undefined}
        onClose={() => choose({ lane: undefined })}
        title={search.lane === 'new' ? t`Add a lane` : (lanes?.find(({ id }) => id === search.lane)?.name ?? t`Lane`)}
        size={480}
      >
        {search.lane !== undefined && (search.lane === 'new' || lanes) && (
          <LaneForm
            key={search.lane}
            lane={search.lane === 'new' ? null : (lanes!.find(({ id }) => id === search.lane) ?? null)}
            mayPlan={mayPlan}
            onDone={() => choose({ lane: undefined })}
          />
        )}
      </DetailDrawer>
    </>
  )
}

function useColumns(): Column<LaneRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      key: 'name',
      header: t`Lane`,
      width: 'minmax(170px, 1.4fr)',
      phone: 'lead',
      render: lane => (
        <Link className="link" to="/supply/lanes" search={{ lane: lane.id }}>
          {lane.name}
        </Link>
      ),
    },
    { key: 'mode', header: t`Mode`, width: '92px', phone: 'detail', render: lane => modeName(lane.mode, language) },
    {
      key: 'way',
      header: t`From and to`,
      width: 'minmax(150px, 1fr)',
      render: lane => [lane.fromPlace, lane.toPlace].filter(Boolean).join(' → '),
    },
    {
      key: 'serves',
      header: t`Serves`,
      width: 'minmax(110px, 0.8fr)',
      render: lane =>
        lane.account?.name ??
        (lane.country === null ? t({ message: 'everybody', context: 'lane' }) : countryName(lane.country, language)),
    },
    {
      key: 'days',
      header: t`Days`,
      align: 'right',
      width: '64px',
      phone: 'figure',
      render: lane => format.number(lane.days, 0),
    },
    {
      key: 'p90',
      header: t`9 of 10 within`,
      align: 'right',
      width: '108px',
      render: lane => (lane.daysP90 === null ? '–' : format.number(lane.daysP90, 0)),
    },
    {
      key: 'seen',
      header: t`Days seen`,
      align: 'right',
      width: '128px',
      hint: t`Mean and standard deviation, and how many deliveries`,
      render: lane =>
        lane.seen === null ? (
          <span className={style.quiet}>–</span>
        ) : (
          <span data-hint={plural(lane.seen.count, { one: '# delivery', other: '# deliveries' })}>
            {format.number(lane.seen.days, 1)}
            {lane.seen.count > 1 && <span className={style.quiet}> ± {format.number(lane.seen.sd, 1)}</span>}
          </span>
        ),
    },
    {
      key: 'cost',
      header: t`Cost per kg`,
      align: 'right',
      width: '100px',
      render: lane =>
        lane.costPerKg !== null
          ? format.amount(lane.costPerKg, 'exact')
          : lane.costShare === null
            ? '–'
            : t`${format.share(lane.costShare)} of value`,
    },
    {
      key: 'state',
      header: t({ message: 'State', context: 'lane' }),
      width: '84px',
      render: lane =>
        lane.isActive ? (
          t({ message: 'In use', context: 'lane' })
        ) : (
          <span className={style.quiet}>{t`Not in use`}</span>
        ),
    },
  ]
}
