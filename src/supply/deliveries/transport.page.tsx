import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconRoute } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { OwnerFilter } from '../../know/white-space/OwnerFilter.tsx'
import { api } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import style from './deliveries.module.css'
import { modeName } from './delivery-words.ts'
import { ShipmentDrawer } from './ShipmentDrawer.tsx'
import { Switches } from './Switches.tsx'
import type { Shipment } from './transport.web.ts'
import { shipmentKey, type TransportSearch } from './transport-search.ts'

const route = getRouteApi('/_app/supply/transport')

/** The storm-season question for every shipment that has still to leave, and the lanes that were switched. */
export function TransportPage() {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: TransportSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const query = useQuery(
    api.supply.transport.questions.queryOptions({
      input: { ownerId: search.owner },
      placeholderData: keepPreviousData,
    }),
  )
  const shipments = query.data?.shipments
  const paying = shipments?.filter(shipment => shipment.other.pays)
  useCrumb(t`Transport`)
  return (
    <>
      <PageHeader
        title={t`Transport`}
        context={[
          shipments &&
            plural(shipments.length, {
              one: '# shipment has still to leave',
              other: '# shipments have still to leave',
            }),
          paying &&
            plural(paying.length, { one: '# would gain by a faster way', other: '# would gain by a faster way' }),
          baseCurrency,
        ]}
      >
        <SupplyTabs />
        <div className={style.filters}>
          <OwnerFilter owner={search.owner} onChange={owner => choose({ owner })} />
        </div>
      </PageHeader>
      <Section
        title={t`Should it go a faster way?`}
        note={t`Margin that is expected to be saved against the extra freight, most to gain first`}
      >
        <DataTable
          label={t`Should it go a faster way?`}
          rowKey={shipmentKey}
          columns={useColumns()}
          {...allRows({ ...query, data: shipments })}
          height="content"
          onOpen={row => choose({ shipment: shipmentKey(row) })}
          isMarked={row => shipmentKey(row) === search.shipment}
          empty={
            <EmptyState icon={<IconRoute size={24} stroke={1.5} />} title={t`No shipment waits for a decision`}>
              <Trans>
                A delivery stands here while it is promised and has not left, if its lane has a faster one beside it.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      <Switches open={search.switch} onOpen={id => choose({ switch: id })} />
      <ShipmentDrawer
        shipment={shipments?.find(each => shipmentKey(each) === search.shipment)}
        onClose={() => choose({ shipment: undefined })}
      />
    </>
  )
}

function useColumns(): Column<Shipment>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      ...{ key: 'account', header: t`Account`, width: 'minmax(170px, 1.4fr)', phone: 'lead' },
      render: row => <AccountLink account={row.account} short />,
    },
    { key: 'leaves', header: t`Leaves`, width: '110px', render: row => format.day(row.leavesOn) },
    {
      ...{ key: 'ways', header: t`Usual → faster`, width: 'minmax(150px, 1fr)', phone: 'detail' },
      render: row => {
        const way = ({ mode, days }: Shipment['usual']['lane']) =>
          t`${modeName(mode, language)} ${format.number(days, 0)} d`
        return `${way(row.usual.lane)} → ${way(row.other.lane)}`
      },
    },
    {
      ...{ key: 'risk', header: t`Held up`, width: '90px', align: 'right' },
      ...{ hint: t`How likely weather holds it up on its usual way` },
      render: row => <Share value={row.storm.probability} />,
    },
    {
      ...{ key: 'source', header: t`Because of`, width: 'minmax(130px, 1fr)' },
      render: row => (row.storm.source === 'alert' ? row.storm.alert?.title : <Season shipment={row} />),
    },
    {
      ...{ key: 'saved', header: t`Margin saved`, width: '110px', align: 'right' },
      render: row => <Amount value={row.other.saved} currency={null} />,
    },
    {
      ...{ key: 'extra', header: t`Extra freight`, width: '110px', align: 'right' },
      render: row => <Amount value={row.other.extraCost} currency={null} plain />,
    },
    {
      ...{ key: 'gain', header: t`Gain`, width: '110px', align: 'right', phone: 'figure' },
      render: row => <Amount value={row.other.gain} currency={null} />,
    },
  ]
}

function Season({ shipment }: { shipment: Shipment }) {
  const format = useFormat()
  const month = format.month(shipment.leavesOn).replace(/[\s,]*\d{4}年?/, '')
  return (
    <span className={style.quiet}>
      {shipment.storm.source === 'season' ? <Trans>{month} of other years</Trans> : <Trans>nothing known</Trans>}
    </span>
  )
}
