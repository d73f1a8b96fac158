import { Trans, useLingui } from '@lingui/react/macro'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../../identify/people.web.ts'
import { insuranceName } from '../../../know/sites/sites-words.ts'
import { Amount, Unknown } from '../../../web/figures/Amount.tsx'
import { EmptyState } from '../../../web/page/EmptyState.tsx'
import { useCompany } from '../../../web/session.ts'
import type { Column } from '../../../web/table/column.ts'
import { DataTable } from '../../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import style from '../risk.module.css'
import { followingName } from '../risk-words.ts'
import type { AdviceRead, ExposedSite } from './alert.web.ts'

type Props = {
  sites: ExposedSite[]
  advice: readonly AdviceRead[]
  marked: number | undefined
  loading: boolean
  replayed: boolean
  onOpen: (siteId: number) => void
}

/** The sites in the way: what lies there, how sure it is, by when the account must know, and whether it does. */
export function SitesTable({ sites, advice, marked, loading, replayed, onOpen }: Props) {
  const { t } = useLingui()
  const all = useColumns(advice)
  // Only a storm comes near.
  const columns = sites.some(site => site.closestKm !== null) ? all : all.filter(({ key }) => key !== 'distance')
  return (
    <DataTable
      label={t`Exposed sites`}
      columns={columns}
      rows={sites}
      rowKey={row => row.siteId}
      loading={loading}
      height={sites.length > 14 ? 540 : 'content'}
      isMarked={row => row.siteId === marked}
      onOpen={row => onOpen(row.siteId)}
      empty={
        <EmptyState
          icon={<IconShieldCheck size={24} stroke={1.5} />}
          title={replayed ? t`Nobody would have been warned at this hour` : t`No site of ours lies in its way`}
        >
          <Trans>Sites without coordinates are not seen: place them on the map.</Trans>
        </EmptyState>
      }
    />
  )
}

function useColumns(advice: readonly AdviceRead[]): Column<ExposedSite>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { baseCurrency } = useCompany()
  const { nameOf } = usePeople()
  const instant = (at: string | null) => (at ? format.instant(at) : '')
  return [
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(150px, 1fr)',
      phone: 'lead',
      render: ({ account }) => (
        <Link to="/accounts/$id" params={{ id: String(account.id) }} className="link" data-hint={account.name}>
          {account.name}
        </Link>
      ),
    },
    { key: 'site', header: t`Site`, width: '80px', phone: 'detail', render: row => row.name },
    {
      key: 'manager',
      header: t`Manager`,
      width: '88px',
      render: ({ account }) => <span data-hint={nameOf(account.ownerId)}>{nameOf(account.ownerId)}</span>,
    },
    {
      key: 'goods',
      header: t`Goods, ${baseCurrency}`,
      width: '84px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.goodsValue} currency={null} unknown={t`Nobody has asked yet`} />,
    },
    {
      key: 'insurance',
      header: t`Insurance`,
      width: '72px',
      render: row =>
        row.insurance ? insuranceName(row.insurance, language) : <Unknown reason={insuranceName(null, language)} />,
    },
    {
      key: 'probability',
      header: t`Likelihood`,
      width: '72px',
      align: 'right',
      hint: t`Of gale winds for a storm; of the danger for a message`,
      render: row =>
        row.state === 'hit' ? (
          <span className={style.hit}>{t`reached`}</span>
        ) : row.state === 'cleared' ? (
          <span className={style.quiet}>{t`all clear`}</span>
        ) : (
          <span className="figures">{format.share(row.probability)}</span>
        ),
    },
    {
      key: 'distance',
      header: t`Nearest, km`,
      width: '64px',
      align: 'right',
      render: row => (row.closestKm === null ? '' : <span className="figures">{format.number(row.closestKm, 0)}</span>),
    },
    { key: 'arrives', header: t`Arrives`, width: '138px', render: row => instant(row.arrivesAt) },
    { key: 'adviseBy', header: t`Advise by`, width: '138px', render: row => instant(row.adviseBy) },
    {
      key: 'advised',
      header: t`Advice`,
      width: '92px',
      render: row => {
        const given = advice.find(each => each.siteId === row.siteId)
        if (!given) return ''
        return given.followed ? followingName(given.followed, language) : t`given`
      },
    },
  ]
}
