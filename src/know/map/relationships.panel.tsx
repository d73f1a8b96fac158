import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Switch } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAffiliate, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { api } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { GapList } from './GapList.tsx'
import { MapDrawer } from './MapDrawer.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapTables } from './MapTables.tsx'
import { RelationshipPrint } from './RelationshipPrint.tsx'
import style from './relationships.module.css'
import { type RelationshipMap, useAccountGaps, useMap, useMapChanged } from './relationships.web.ts'
import type { RelationshipsSearch } from './relationships-search.ts'

const route = getRouteApi('/_app/accounts/$id/relationships')

// The drawing library comes with the first map that is looked at.
const RelationshipGraph = lazy(async () => ({ default: (await import('./RelationshipGraph.tsx')).RelationshipGraph }))

/** Who decides at an account, who sways them, who of ours knows them, and what is missing. */
export function RelationshipsPanel() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = (next: RelationshipsSearch) =>
    void navigate({
      search: old => ({
        ...old,
        wide: 'wide' in next ? next.wide : old.wide,
        act: next.act,
        person: next.person,
        whom: next.whom,
        line: next.line,
        gap: next.gap,
        role: next.role,
      }),
    })
  const query = useMap(accountId, search.wide === true)
  const gaps = useAccountGaps(accountId)
  const map = query.data
  return (
    <div className={style.panel}>
      <Section
        title={t`Gaps`}
        note={t`What our relationships with this account lack`}
        actions={
          <Link to="/relationships" className="link">
            <Trans>Gaps of all accounts</Trans>
          </Link>
        }
      >
        {gaps.isError ? (
          <Failed error={gaps.error} onRetry={gaps.refetch} />
        ) : !gaps.data ? (
          <LinesSkeleton lines={4} />
        ) : gaps.data.gaps.length + gaps.data.dismissed.length === 0 ? (
          <p className={style.none}>
            <Trans>None: a decision maker is known, more than one thread holds, and nobody has gone cold.</Trans>
          </p>
        ) : (
          <GapList accountId={accountId} gaps={gaps.data} onSearch={onSearch} />
        )}
      </Section>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : !map ? (
        <LinesSkeleton lines={12} />
      ) : (
        <>
          <MapSection accountId={accountId} map={map} search={search} onSearch={onSearch} />
          <MapTables
            map={map}
            onOpenPerson={person => onSearch({ act: 'person', person })}
            onOpenLine={map.mayEdit ? line => onSearch({ act: 'line', line }) : undefined}
          />
          <MapDrawer
            accountId={accountId}
            map={map}
            gaps={gaps.data?.gaps ?? []}
            search={search}
            onSearch={onSearch}
            onClose={() => onSearch({})}
          />
        </>
      )}
    </div>
  )
}

type MapProps = {
  accountId: number
  map: RelationshipMap
  search: RelationshipsSearch
  onSearch: (search: RelationshipsSearch) => void
}

function MapSection({ accountId, map, search, onSearch }: MapProps) {
  const { t } = useLingui()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const wide = search.wide === true
  const { move, layOutAnew, laying } = usePlaces(accountId, wide)
  const add = (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ act: 'add' })}
    >
      <Trans>Add a person</Trans>
    </Button>
  )
  if (map.people.length === 0)
    return (
      <Section title={t`Relationship map`} actions={<Subsidiaries map={map} wide={wide} onSearch={onSearch} />}>
        <EmptyState
          icon={<IconAffiliate size={24} stroke={1.5} />}
          title={t`Nobody is known here yet`}
          action={map.mayEdit && add}
        >
          <Trans>
            Begin with who signs, who asks for prices and who keeps the warehouse; then draw who reports to whom.
          </Trans>
        </EmptyState>
      </Section>
    )
  return (
    <Section
      title={t`Relationship map`}
      actions={
        <>
          <Subsidiaries map={map} wide={wide} onSearch={onSearch} />
          {map.mayEdit && (
            <>
              <Button size="xs" variant="default" onClick={() => onSearch({ act: 'line' })}>
                <Trans>Add a line</Trans>
              </Button>
              {add}
            </>
          )}
        </>
      }
    >
      <Suspense fallback={<div className={style.waiting} />}>
        <RelationshipGraph
          map={map}
          editable={map.mayEdit && !phone}
          onOpen={person => onSearch({ act: 'person', person })}
          onConnect={(person, whom) => onSearch({ act: 'line', person, whom })}
          onOpenLine={line => map.mayEdit && onSearch({ act: 'line', line })}
          onMoved={places => move(places)}
        />
      </Suspense>
      <RelationshipPrint map={map} />
      <div className={style.under}>
        <MapLegend />
        <div className={`${style.tools} no-print`}>
          {map.mayEdit && map.positions.length > 0 && !phone && (
            <Button size="compact-xs" variant="subtle" loading={laying} onClick={layOutAnew}>
              <Trans>Lay out anew</Trans>
            </Button>
          )}
          {!phone && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPrinter size={14} stroke={1.8} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              <Trans>Print</Trans>
            </Button>
          )}
        </div>
      </div>
    </Section>
  )
}

function Subsidiaries({ map, wide, onSearch }: Pick<MapProps, 'map' | 'onSearch'> & { wide: boolean }) {
  const { t } = useLingui()
  if (map.subsidiaries === 0) return null
  return (
    <Switch
      size="xs"
      label={t`With subsidiaries (${map.subsidiaries})`}
      checked={wide}
      onChange={event => onSearch({ wide: event.currentTarget.checked || undefined })}
    />
  )
}

/** Places given by hand: saved as they are made, forgotten together, given back by undo. */
function usePlaces(accountId: number, wide: boolean) {
  const { t } = useLingui()
  const changed = useMapChanged()
  const move = useMutation(api.know.map.move.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const forget = useMutation(
    api.know.map.layOutAnew.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ removed }) => {
        sayUndoable(t`The map is laid out anew.`, () => move.mutate({ accountId, wide, places: removed }))
        return changed()
      },
    }),
  )
  return {
    move: (places: Parameters<typeof move.mutate>[0]['places']) => move.mutate({ accountId, wide, places }),
    layOutAnew: () => forget.mutate({ accountId, wide }),
    laying: forget.isPending,
  }
}
