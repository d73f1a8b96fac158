import { useLingui } from '@lingui/react/macro'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import type { MapLine, MapPoint, MapShape } from '../../../web/map/map-shapes.ts'
import { WorldMap } from '../../../web/map/WorldMap.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { coneRing } from '../cone-ring.ts'
import type { AdviceRead, AlertRead, ExposedSite } from './alert.web.ts'

type Props = {
  alert: AlertRead
  /** What was known: now, or at the hour of a replay. */
  outlook: AlertRead['outlook']
  sites: readonly ExposedSite[]
  /** The hour shown; null is now. */
  at: string | null
  marked: number | null
  onOpen: (siteId: number) => void
}

/** Track, cone, areas and the sites in their way. */
export function AlertMap({ alert, outlook, sites, at, marked, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const seen = useMemo(() => alert.fixes.filter(fix => at === null || fix.at <= at), [alert.fixes, at])
  const lines = useMemo<MapLine[]>(
    () => [
      { id: 'whole', places: alert.fixes, tone: 'quiet', width: 1, dashed: true },
      { id: 'seen', places: seen, tone: 'danger', width: 2.5 },
      { id: 'expected', places: outlook?.expected.slice(0, threeDays) ?? [], tone: 'danger', dashed: true },
    ],
    [alert.fixes, seen, outlook],
  )
  const shapes = useMemo<MapShape[]>(() => [...coneShapes(outlook), ...areaShapes(alert)], [outlook, alert])
  const storm = seen.at(-1)
  const points = useMemo<MapPoint[]>(
    () => [
      ...sites.map(site => pointOf(site, alert.advice)),
      ...(storm
        ? [
            {
              id: 'storm',
              latitude: storm.latitude,
              longitude: storm.longitude,
              label: alert.title,
              hint: `${format.instant(storm.at)}${storm.wind === null ? '' : ` · ${format.number(storm.wind, 0)} kt`}`,
              tone: 'danger' as const,
              letter: '●',
              size: 10,
            },
          ]
        : []),
    ],
    [sites, alert.advice, alert.title, storm, format],
  )
  // The frame stays while a replay runs: what moves is the storm.
  const fit = useMemo(
    () => [
      ...alert.fixes.slice(-24),
      ...alert.sites,
      ...(alert.outlook?.expected.slice(0, 17) ?? []),
      ...alert.messages.flatMap(message => message.infos.flatMap(info => info.areas)).flatMap(placesOf),
    ],
    [alert],
  )
  return (
    <WorldMap
      label={t`Map of ${alert.title}`}
      height={phone ? 320 : 460}
      points={points}
      lines={lines}
      shapes={shapes}
      fit={fit}
      marked={marked}
      onOpen={id => typeof id === 'number' && onOpen(id)}
    />
  )
}

function pointOf(site: ExposedSite, advice: readonly AdviceRead[]): MapPoint {
  const advised = advice.some(each => each.siteId === site.siteId)
  const tone = site.state === 'cleared' ? 'quiet' : advised ? 'profit' : site.state === 'hit' ? 'danger' : 'warning'
  return {
    id: site.siteId,
    latitude: site.latitude,
    longitude: site.longitude,
    label: site.account.name,
    hint: site.name,
    tone,
    letter: advised ? '✓' : undefined,
    size: 7,
  }
}

/** Beyond three days the cone is wider than what it would tell. */
const threeDays = 25

function coneShapes(outlook: AlertRead['outlook']): MapShape[] {
  const cone = (outlook?.cone ?? []).slice(0, threeDays)
  const ring = coneRing(cone)
  if (ring.length === 0) return []
  const days = cone.filter((_, step) => step > 0 && step % 8 === 0)
  return [
    { id: 'cone', ring, tone: 'danger' },
    ...days.map(
      ({ at, radiusKm, ...centre }): MapShape => ({ id: at, centre, radiusKm, tone: 'danger', hollow: true }),
    ),
  ]
}

type Area = AlertRead['messages'][number]['infos'][number]['areas'][number]

/** Of the message in force alone: what it replaced no longer holds. */
function areaShapes({ messages, inForce }: AlertRead): MapShape[] {
  const areas = messages.find(each => each.identifier === inForce)?.infos.flatMap(info => info.areas) ?? []
  return areas.flatMap((area, index): MapShape[] => [
    ...area.polygons.map((ring, part): MapShape => ({ id: `polygon ${index} ${part}`, ring, tone: 'warning' })),
    ...area.circles.map(
      ({ centre, radiusKm }, part): MapShape => ({ id: `circle ${index} ${part}`, centre, radiusKm, tone: 'warning' }),
    ),
  ])
}

const placesOf = (area: Area) => [...area.polygons.flat(), ...area.circles.map(circle => circle.centre)]
