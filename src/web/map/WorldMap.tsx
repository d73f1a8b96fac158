import { useLingui } from '@lingui/react/macro'
import { ActionIcon, useComputedColorScheme } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Country, fineFrom, countries as loadCountries } from './base-map.ts'
import { type Cluster, clusterRadius } from './cluster.ts'
import { drawMap } from './draw-map.ts'
import { readMapColours } from './map-colours.ts'
import type { MapLine, MapPoint, MapShape } from './map-shapes.ts'
import { fitted, fromScreen, type Place, pannedBy, type Size, unproject, type View, zoomedAt } from './mercator.ts'
import { useGestures } from './use-gestures.web.ts'
import { useTowns } from './use-towns.web.ts'
import style from './WorldMap.module.css'

type Props = {
  /** What the map shows, in a few words, for those who cannot see it; the same stands in a list beside it. */
  label: string
  height: number
  points: readonly MapPoint[]
  lines?: readonly MapLine[]
  shapes?: readonly MapShape[]
  /** What the first view shows, and "show all" again; the points where it is not given. */
  fit?: readonly Place[]
  /** Points close together become one disc with their number; on by default. */
  clustering?: boolean
  marked?: string | number | null
  onOpen?: (id: string | number) => void
}

const none: readonly never[] = []

/**
 * A map that asks no other server for anything: coasts and borders are bundled, towns come from our own gazetteer.
 * Pan with pointer, finger or arrows; zoom with wheel, pinch, double click, + and −; Enter opens what lies nearest to the middle.
 */
export function WorldMap(props: Props) {
  const { label, height, points, lines = none, shapes = none, fit, clustering = true, marked = null, onOpen } = props
  const { t } = useLingui()
  const scheme = useComputedColorScheme('light')
  const host = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const clusters = useRef<Cluster<MapPoint>[]>([])
  const [size, setSize] = useState<Size>({ width: 0, height })
  const [moved, setMoved] = useState<View | null>(null)
  const [coasts, setCoasts] = useState<{ coarse: Country[]; fine: Country[] }>({ coarse: [], fine: [] })
  const [over, setOver] = useState<Cluster<MapPoint> | null>(null)
  const frame = fit ?? points
  const view = useMemo(() => moved ?? fitted(frame, size), [moved, frame, size])
  const towns = useTowns(view, size)
  const fine = view.world >= fineFrom

  useEffect(() => {
    const element = host.current
    if (!element) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    let gone = false
    const detail = fine ? 'fine' : 'coarse'
    void loadCountries(detail).then(
      loaded => !gone && setCoasts(old => (old[detail] === loaded ? old : { ...old, [detail]: loaded })),
      // Without coasts the points still stand on the graticule.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [fine])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the colours that are read from the page
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !host.current || size.width === 0) return
    const colours = readMapColours(host.current)
    const request = requestAnimationFrame(() => {
      const ratio = globalThis.devicePixelRatio || 1
      const element = context.canvas
      if (element.width !== Math.round(size.width * ratio)) element.width = Math.round(size.width * ratio)
      if (element.height !== Math.round(size.height * ratio)) element.height = Math.round(size.height * ratio)
      const drawn = {
        countries: fine && coasts.fine.length > 0 ? coasts.fine : coasts.coarse,
        towns,
        shapes,
        lines,
        points,
        marked,
        clustering,
      }
      clusters.current = drawMap(context, view, size, drawn, colours, ratio)
    })
    return () => cancelAnimationFrame(request)
  }, [view, size, coasts, fine, towns, shapes, lines, points, marked, clustering, scheme])

  const at = useCallback(
    (x: number, y: number) =>
      clusters.current.findLast(cluster => {
        const radius =
          cluster.members.length > 1 ? clusterRadius(cluster.members.length) : (cluster.members[0]?.radius ?? 0)
        return (cluster.x - x) ** 2 + (cluster.y - y) ** 2 <= (radius + 4) ** 2
      }) ?? null,
    [],
  )
  const open = (cluster: Cluster<MapPoint> | null) => {
    if (!cluster) return
    const [first] = cluster.members
    const places = cluster.members.map(({ item }) => item)
    const apart = places.some(
      place => place.latitude !== first?.item.latitude || place.longitude !== first?.item.longitude,
    )
    if (cluster.members.length > 1 && apart) setMoved(fitted(places, size))
    else if (first) onOpen?.(first.item.id)
  }
  const zoom = (factor: number) => setMoved(zoomedAt(view, size, factor, { x: size.width / 2, y: size.height / 2 }))
  useGestures(stage, {
    onPan: (dx, dy) => setMoved(pannedBy(view, dx, dy)),
    onZoom: (factor, spot) => setMoved(zoomedAt(view, size, factor, spot)),
    onTap: spot => open(at(spot.x, spot.y)),
    onHover: spot => setOver(spot && at(spot.x, spot.y)),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const pans: Record<string, [number, number]> = {
      ArrowLeft: [60, 0],
      ArrowRight: [-60, 0],
      ArrowUp: [0, 60],
      ArrowDown: [0, -60],
    }
    const pan = pans[event.key]
    if (pan) setMoved(pannedBy(view, ...pan))
    else if (event.key === '+' || event.key === '=') zoom(1.6)
    else if (event.key === '-') zoom(1 / 1.6)
    else if (event.key === '0') setMoved(null)
    else if (event.key === 'Enter') open(nearestToMiddle(clusters.current, size))
    else return
    event.preventDefault()
  }
  return (
    <div ref={host} className={style.map} style={{ height }}>
      <div
        ref={stage}
        className={style.stage}
        role="application"
        aria-label={label}
        aria-roledescription={t`map`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by the keyboard
        tabIndex={0}
        data-over={over ? true : undefined}
        data-middle={middleOf(view, size)}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} className={style.canvas} />
      </div>
      <div className={`${style.tools} no-print`}>
        <ActionIcon variant="default" aria-label={t`Zoom in`} onClick={() => zoom(1.8)}>
          <IconPlus size={16} stroke={1.8} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t`Zoom out`} onClick={() => zoom(1 / 1.8)}>
          <IconMinus size={16} stroke={1.8} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t`Show all`} onClick={() => setMoved(null)}>
          <IconFocusCentered size={16} stroke={1.8} />
        </ActionIcon>
      </div>
      {over && <Hover cluster={over} size={size} />}
      <p className={style.credit}>Natural Earth · GeoNames (CC BY 4.0)</p>
    </div>
  )
}

/** Degrees of the middle, for tests and for those who look. */
function middleOf(view: View, size: Size): string {
  const { latitude, longitude } = unproject(fromScreen({ x: size.width / 2, y: size.height / 2 }, view, size))
  return `${latitude.toFixed(2)} ${longitude.toFixed(2)}`
}

function nearestToMiddle(clusters: readonly Cluster<MapPoint>[], { width, height }: Size): Cluster<MapPoint> | null {
  const far = ({ x, y }: Cluster<MapPoint>) => (x - width / 2) ** 2 + (y - height / 2) ** 2
  return clusters.reduce<Cluster<MapPoint> | null>((best, each) => (best && far(best) <= far(each) ? best : each), null)
}

function Hover({ cluster, size }: { cluster: Cluster<MapPoint>; size: Size }) {
  const { t } = useLingui()
  const shown = cluster.members.slice(0, 6)
  const more = cluster.members.length - shown.length
  const left = cluster.x > size.width / 2
  const top = Math.min(Math.max(8, cluster.y - 12), Math.max(8, size.height - 40 * shown.length))
  return (
    <div
      className={style.hover}
      style={{ transform: `translate(${left ? `calc(${cluster.x - 18}px - 100%)` : `${cluster.x + 18}px`}, ${top}px)` }}
    >
      {shown.map(({ item }) => (
        <div key={item.id}>
          {item.label}
          {item.hint && <div className={style.hoverHint}>{item.hint}</div>}
        </div>
      ))}
      {more > 0 && <div className={style.hoverHint}>{t`and ${more} more`}</div>}
    </div>
  )
}
