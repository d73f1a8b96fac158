import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMediaQuery, useViewportSize } from '@mantine/hooks'
import { IconMap2, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { usePeople } from '../../identify/people.web.ts'
import { TierMark } from '../../identify/TierMark.tsx'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { api, type client } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import type { MapPoint, MapTone } from '../../web/map/map-shapes.ts'
import { WorldMap } from '../../web/map/WorldMap.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useCompany, useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { MapSearch } from './map-search.ts'
import style from './sites.module.css'

const route = getRouteApi('/_app/map')

type Shown = Awaited<ReturnType<typeof client.know.sites.map>>['items'][number]

/** Every site of every account, by tier and sales; nothing on it comes from another server. */
export function MapPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const phone = useMediaQuery('(max-width: 61.99em)') ?? false
  const { height } = useViewportSize()
  const query = useQuery(
    api.know.sites.map.queryOptions({
      input: { tier: search.tier, ownerId: search.owner, text: search.text },
      placeholderData: keepPreviousData,
    }),
  )
  const change = (changed: Partial<MapSearch>, replace = false) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace })
  const found = query.data
  const points = usePoints(found?.items)
  const tall = phone ? Math.max(280, Math.round(height * 0.45)) : Math.max(420, height - 256)
  return (
    <>
      <PageHeader
        title={t`Map`}
        context={[
          found && plural(found.total, { one: '# site', other: '# sites' }),
          found && plural(found.accounts, { one: 'of # account', other: 'of # accounts' }),
          found?.window && t`size by sales ${format.days(found.window.from, found.window.to)}`,
        ]}
      >
        <Filters search={search} onSearch={change} />
      </PageHeader>
      {found && found.withoutSite + found.withoutPlace > 0 && (
        <Missing withoutSite={found.withoutSite} withoutPlace={found.withoutPlace} />
      )}
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : found?.total === 0 ? (
        <EmptyState icon={<IconMap2 size={24} stroke={1.5} />} title={t`No site fits these filters`}>
          <Trans>Sites stand on the map once their city or their coordinates are known.</Trans>
        </EmptyState>
      ) : (
        <div className={style.page}>
          <WorldMap
            label={t`Sites of the accounts`}
            height={tall}
            points={points}
            marked={search.site ?? null}
            onOpen={id => change({ site: Number(id) })}
          />
          <SiteList
            items={found?.items ?? []}
            loading={query.isPending}
            marked={search.site}
            height={phone ? 'content' : tall}
            onMark={site => change({ site })}
          />
        </div>
      )}
    </>
  )
}

const tones: Record<Tier, MapTone> = {
  platinum: 'platinum',
  gold: 'gold',
  silver: 'silver',
  special: 'special',
  regular: 'quiet',
}

/** Radius by the square root of sales: twice the area is twice the sales. */
function usePoints(items: readonly Shown[] | undefined): MapPoint[] {
  const language = useLanguage()
  return useMemo(() => {
    const most = Math.max(1, ...(items ?? []).map(item => Number(item.account.revenue ?? 0)))
    return (items ?? []).map(({ id, name, latitude, longitude, account }) => {
      const { tier, revenue } = account
      const letter = tier && tier !== 'regular' ? tierName(tier, 'en').charAt(0) : undefined
      return {
        id,
        latitude,
        longitude,
        label: account.name,
        hint: tier ? `${name} · ${tierName(tier, language)}` : name,
        tone: tones[tier ?? 'regular'],
        letter,
        size: 6 + 12 * Math.sqrt(Math.max(0, Number(revenue ?? 0)) / most),
      }
    })
  }, [items, language])
}

function Filters({
  search,
  onSearch,
}: {
  search: MapSearch
  onSearch: (changed: Partial<MapSearch>, replace?: boolean) => void
}) {
  const { t } = useLingui()
  const language = useLanguage()
  const { owners } = usePeople()
  return (
    <div className={style.filters}>
      <TextInput
        size="sm"
        aria-label={t`Account, site or city`}
        placeholder={t`Account, site or city`}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden="true" />}
        value={search.text ?? ''}
        maxLength={100}
        onChange={event => onSearch({ text: event.currentTarget.value || undefined }, true)}
      />
      <Select
        size="sm"
        aria-label={t`Tier`}
        placeholder={t`All tiers`}
        clearable
        value={search.tier?.[0] ?? null}
        data={[...tiers].reverse().map(tier => ({ value: tier, label: tierName(tier, language) }))}
        onChange={tier => onSearch({ tier: tier ? [tier] : undefined })}
      />
      <Select
        size="sm"
        aria-label={t`Manager`}
        placeholder={t`All managers`}
        clearable
        searchable
        value={search.owner ?? null}
        data={[
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t`Nobody owns it` },
        ]}
        onChange={owner => onSearch({ owner: owner ?? undefined })}
      />
    </div>
  )
}

function Missing({ withoutSite, withoutPlace }: { withoutSite: number; withoutPlace: number }) {
  const { t } = useLingui()
  const mayFill = useMay('administrator', 'head')
  const queries = useQueryClient()
  const fill = useMutation(
    api.know.sites.fill.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ added, placed, unknown }) => {
        const [first] = unknown
        sayDone(
          first
            ? t`${added} accounts have a site now, ${placed} sites their coordinates. Not found: ${first.city} and ${unknown.length - 1} more cities.`
            : t`${added} accounts have a site now, ${placed} sites their coordinates.`,
        )
        return queries.invalidateQueries({ queryKey: api.know.sites.key() })
      },
    }),
  )
  return (
    <p className={style.fill}>
      <span>
        {[
          withoutSite > 0 && plural(withoutSite, { one: '# account has no site', other: '# accounts have no site' }),
          withoutPlace > 0 &&
            plural(withoutPlace, { one: '# site has no coordinates', other: '# sites have no coordinates' }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {mayFill && (
        <Button size="xs" variant="default" loading={fill.isPending} onClick={() => fill.mutate({})}>
          <Trans>Place them by their city</Trans>
        </Button>
      )}
    </p>
  )
}

type ListProps = {
  items: Shown[]
  loading: boolean
  marked: number | undefined
  height: number | 'content'
  onMark: (site: number) => void
}

function SiteList({ items, loading, marked, height, onMark }: ListProps) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  // The chosen one stands first: a list of thousands is not searched for it.
  const rows = useMemo(() => {
    const chosen = items.find(item => item.id === marked)
    return chosen ? [chosen, ...items.filter(item => item !== chosen)] : items
  }, [items, marked])
  const columns: Column<Shown>[] = [
    {
      key: 'account',
      header: t`Account and site`,
      width: 'minmax(0, 1fr)',
      phone: 'lead',
      render: ({ account, name }) => (
        <span className={style.name}>
          <TierMark tier={account.tier} />
          <Link to="/accounts/$id" params={{ id: String(account.id) }} className="link" data-hint={name}>
            {account.name}
          </Link>
        </span>
      ),
    },
    { key: 'city', header: t`City`, width: '84px', phone: 'detail', render: row => row.city ?? '' },
    {
      key: 'revenue',
      header: t`Sales, ${baseCurrency}`,
      width: '96px',
      align: 'right',
      phone: 'figure',
      render: ({ account }) => (
        <Amount value={account.revenue} form="compact" currency={null} unknown={t`Nothing bought`} />
      ),
    },
  ]
  return (
    <DataTable
      label={t`Sites on the map`}
      columns={columns}
      rows={height === 'content' ? rows.slice(0, 60) : rows}
      rowKey={row => row.id}
      loading={loading}
      height={height}
      isMarked={row => row.id === marked}
      onOpen={row => onMark(row.id)}
      empty={null}
    />
  )
}
