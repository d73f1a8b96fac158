import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { MessagesTable } from './MessagesTable.tsx'
import { type PartnerRead, standardNames } from './messages.web.ts'
import { PartnerDetails } from './PartnerDetails.tsx'
import { PartnerForm } from './PartnerForm.tsx'
import style from './partners.module.css'
import type { PartnersSearch } from './partners-search.ts'

const route = getRouteApi('/_app/supply/partners')

/** EDI partners: who exchanges X12 and EDIFACT messages with us, what waits for a word of ours, and every message. */
export function PartnersPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdd = useMay('administrator', 'head', 'manager', 'back office')
  const query = useQuery(api.supply.messages.partners.queryOptions())
  const change = (part: PartnersSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const open = (partner: PartnersSearch['partner']) => void navigate({ search: old => ({ ...old, partner }) })
  const rows = allRows({ ...query, data: query.data?.items })
  const chosen = rows.rows.find(each => each.id === search.partner)
  useCrumb(t`EDI partners`)
  const add = mayAdd && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => open('new')}>
      <Trans>Add a partner</Trans>
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t`EDI partners`}
        context={[t`X12 852 and 846, EDIFACT SLSRPT and INVRPT in; purchase orders and their answers out`]}
        actions={add}
      >
        <SupplyTabs />
      </PageHeader>
      <DataTable
        label={t`EDI partners`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...rows}
        height="content"
        onOpen={row => open(row.id)}
        isMarked={row => row.id === search.partner}
        empty={
          <EmptyState icon={<IconArrowsExchange size={24} stroke={1.5} />} title={t`No EDI partner yet`} action={add}>
            <Trans>
              Import an X12 or EDIFACT file: whoever sent it appears here. Or add a partner before the first message
              comes.
            </Trans>
          </EmptyState>
        }
      />
      <MessagesTable search={search} partners={rows.rows} onSearch={change} />
      <p className={style.foot}>
        <Trans>
          A gateway hands on what it receives by POST /api/imports/interchange; the answer holds the acknowledgement.
        </Trans>
      </p>
      <DetailDrawer
        opened={search.partner !== undefined}
        onClose={() => open(undefined)}
        title={search.partner === 'new' ? t`Add a partner` : (chosen?.name ?? t`EDI partner`)}
        size={640}
      >
        {search.partner === 'new' ? (
          <PartnerForm onDone={open} />
        ) : (
          search.partner !== undefined && <PartnerDetails id={search.partner} key={search.partner} />
        )}
      </DetailDrawer>
    </>
  )
}

function useColumns(): Column<PartnerRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const count = (value: number) => (value === 0 ? '–' : format.number(value, 0))
  return [
    {
      key: 'name',
      header: t`Partner`,
      width: 'minmax(150px, 1fr)',
      phone: 'lead',
      render: row => row.name,
    },
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(150px, 1fr)',
      phone: 'detail',
      render: row => row.account?.name ?? <span className={style.wanting}>{t`not said yet`}</span>,
    },
    { key: 'standard', header: t`Standard`, width: '92px', render: row => standardNames[row.standard] },
    {
      key: 'name in messages',
      header: t`Name in messages`,
      width: 'minmax(140px, 0.8fr)',
      render: row => [row.theirQualifier, row.theirId].filter(Boolean).join(' '),
    },
    { key: 'taken', header: t`Taken in`, width: '84px', align: 'right', render: row => count(row.taken) },
    {
      key: 'refused',
      header: t({ message: 'Refused', context: 'message' }),
      width: '76px',
      align: 'right',
      render: row => (row.refused > 0 ? <span className={style.bad}>{count(row.refused)}</span> : '–'),
    },
    {
      key: 'written',
      header: t({ message: 'Written', context: 'message' }),
      width: '76px',
      align: 'right',
      render: row => count(row.written),
    },
    {
      key: 'unmapped',
      header: t`Codes to map`,
      hint: t`Codes in messages that nobody has said the meaning of; rows wait for them`,
      width: '112px',
      align: 'right',
      phone: 'figure',
      render: row => (row.unmapped > 0 ? <span className={style.wanting}>{count(row.unmapped)}</span> : '–'),
    },
    {
      key: 'last',
      header: t`Last message`,
      width: '124px',
      render: row => (row.lastAt ? format.day(row.lastAt.slice(0, 10)) : '–'),
    },
  ]
}
