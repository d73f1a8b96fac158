import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { WorldMap } from '../../web/map/WorldMap.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SiteDrawer } from './panel/SiteDrawer.tsx'
import type { Site } from './site.ts'
import style from './sites.module.css'
import type { SitesSearch } from './sites-search.ts'
import { insuranceName, siteKindName } from './sites-words.ts'

type Props = { accountId: number; search: SitesSearch; onSearch: (search: SitesSearch) => void }

/** Where the account works and keeps our goods, in a list and on the map. */
export function SitesPanel({ accountId, search, onSearch }: Props) {
  const { t } = useLingui()
  const query = useQuery(api.know.sites.list.queryOptions({ input: { accountId } }))
  const sites = query.data?.items
  const mayEdit = query.data?.mayEdit ?? false
  const columns = useColumns()
  const points = useMemo(
    () =>
      (sites ?? []).flatMap(({ id, name, latitude, longitude }) =>
        latitude === null || longitude === null ? [] : [{ id, label: name, latitude, longitude, size: 8 }],
      ),
    [sites],
  )
  const add = mayEdit && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ site: 'new' })}
    >
      <Trans>Add a site</Trans>
    </Button>
  )
  const none = sites?.length === 0
  return (
    <Section title={t`Sites`} actions={!none && add}>
      <div className={style.panel}>
        <DataTable
          label={t`Sites`}
          columns={columns}
          rowKey={row => row.id}
          {...allRows({ ...query, data: sites })}
          height="content"
          onOpen={row => onSearch({ site: row.id })}
          isMarked={row => row.id === search.site}
          empty={
            <EmptyState icon={<IconMapPin size={24} stroke={1.5} />} title={t`No site is known yet`} action={add}>
              <Trans>
                A site tells what of our goods lies where: warnings of storms and floods are held against it.
              </Trans>
            </EmptyState>
          }
        />
        {points.length > 0 && (
          <WorldMap
            label={t`Sites of the account`}
            height={320}
            points={points}
            marked={typeof search.site === 'number' ? search.site : null}
            onOpen={id => onSearch({ site: Number(id) })}
          />
        )}
      </div>
      <SiteDrawer
        accountId={accountId}
        site={search.site === 'new' ? 'new' : sites?.find(each => each.id === search.site)}
        mayEdit={mayEdit}
        onClose={() => onSearch({})}
      />
    </Section>
  )
}

function useColumns(): Column<Site>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { baseCurrency } = useCompany()
  return [
    {
      key: 'name',
      header: t({ message: 'Name', context: 'site' }),
      width: 'minmax(160px, 1.4fr)',
      phone: 'lead',
      render: row => row.name,
    },
    { key: 'kind', header: t`Kind of site`, width: '110px', render: row => siteKindName(row.kind, language) },
    {
      key: 'city',
      header: t`City`,
      width: 'minmax(110px, 1fr)',
      phone: 'detail',
      render: row => (
        <span data-hint={row.locatedBy === 'gazetteer' ? t`Shown at the centre of its city` : undefined}>
          {row.city ?? ''}
          {row.latitude === null && <span className={style.missing}> {t`not on the map`}</span>}
        </span>
      ),
    },
    {
      key: 'goods',
      header: t`Goods, ${baseCurrency}`,
      width: '130px',
      align: 'right',
      phone: 'figure',
      render: row => <Amount value={row.goodsValue} currency={null} unknown={t`Nobody has asked yet`} />,
    },
    {
      key: 'asOf',
      header: t`Goods as of`,
      width: '120px',
      render: row => (row.goodsAsOf ? format.day(row.goodsAsOf) : ''),
    },
    {
      key: 'insurance',
      header: t`Insurance of the goods`,
      width: 'minmax(130px, 1fr)',
      render: row => (
        <span data-hint={row.insuranceAsOf ? t`as of ${format.day(row.insuranceAsOf)}` : undefined}>
          {insuranceName(row.insurance, language)}
        </span>
      ),
    },
  ]
}
