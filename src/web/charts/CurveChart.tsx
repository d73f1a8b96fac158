import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Decimal } from 'decimal.js'
import type { EChartsType } from 'echarts/core'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useFormat } from '../use-format.ts'
import { ChartFrame } from './ChartFrame.tsx'
import style from './charts.module.css'
import { type CurvePoint, curveOf, pointAt, type RankRange, rangeOf, rankReaching } from './curve.ts'
import { curveOption } from './curve-option.ts'
import { EChart } from './EChart.tsx'

type Props = {
  title: ReactNode
  note?: ReactNode
  /** What is added up: "Contribution", "Revenue". */
  measure: string
  points: CurvePoint[]
  /** Mark where 80% of the total is reached (Pareto). Drawn only where the total is positive. */
  mark80?: boolean
  brush: RankRange | null
  /** The brushed ranks, to filter the list beside the chart; null when cleared. */
  onBrush: (range: RankRange | null) => void
  /** A click on a rank that is known by name. */
  onOpen?: (point: CurvePoint) => void
  controls?: ReactNode
  height?: number
}

/**
 * Pareto and whale curve in one: cumulative by rank, earned in blue, given back in orange.
 *
 *     <CurveChart title={t`Whale curve`} measure={t`Contribution`} points={points} brush={range} onBrush={setRange} />
 */
export function CurveChart(props: Props) {
  const { points, brush, onBrush, onOpen, measure, mark80, height = 320 } = props
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const [dragging, setDragging] = useState<RankRange | null>(null)
  const curve = useMemo(() => curveOf(points), [points])
  const lastRank = curve?.last.rank ?? 0
  const calls = useRef({ onBrush, onOpen, points, lastRank })
  calls.current = { onBrush, onOpen, points, lastRank }

  const wire = useCallback((chart: EChartsType) => wireBrush(chart, calls, setDragging), [])

  if (!curve) return null
  const peak = format.amount(curve.peak.cumulative, 'compact')
  const end = format.amount(curve.last.cumulative, 'compact')
  const peakRank = format.count(curve.peak.rank)
  const givenBack = format.amount(new Decimal(curve.peak.cumulative).minus(curve.last.cumulative).toFixed(), 'compact')
  const rank80 = mark80 ? rankReaching(points, 0.8) : null
  const at80 = rank80 === null ? undefined : pointAt(points, rank80)
  const summary = curve.givesBack
    ? t`${measure} by rank: rises to ${peak} at account ${peakRank}, ends at ${end}.`
    : t`${measure} by rank: ends at ${end} with account ${format.count(lastRank)}.`
  const shown = dragging ?? brush

  return (
    <ChartFrame
      title={props.title}
      note={props.note}
      controls={props.controls}
      file={mark80 ? 'pareto' : 'whale'}
      table={{
        header: [t`Rank`, t`Account`, measure, t`Cumulative`],
        rows: points.map(point => [point.rank, point.name ?? null, point.value ?? null, point.cumulative]),
        show: (value, column) =>
          value === null ? '–' : column >= 2 ? format.amount(String(value), 'exact', null) : value,
      }}
    >
      <div ref={ref}>
        <EChart
          height={height}
          summary={summary}
          wire={wire}
          hover={rank => hoverWords(points, Math.round(rank))}
          depends={[curve, shown, format, width < 480, mark80, measure]}
          option={colours =>
            curveOption(
              curve,
              {
                amountAxis: value => format.amount(String(value), 'compact'),
                rankAxis: value => format.count(value),
                rankName: t`Accounts by rank`,
                peak: t`Peak ${peak} at ${peakRank}`,
                end,
                mark:
                  at80 && rank80 !== null
                    ? {
                        rank: rank80,
                        cumulative: Number(at80.cumulative),
                        label: t`80% with ${format.count(rank80)} accounts`,
                      }
                    : null,
                givenBack: t`${givenBack} given back`,
              },
              shown,
              colours,
              width < 480,
            )
          }
        />
      </div>
      <BrushFields brush={brush} lastRank={lastRank} onBrush={onBrush} />
    </ChartFrame>
  )

  function hoverWords(all: CurvePoint[], rank: number): string {
    const point = pointAt(all, rank)
    if (!point) return ''
    const lines = [point.name ? `${format.count(point.rank)}. ${point.name}` : format.count(point.rank)]
    if (point.value !== undefined) lines.push(`${measure}  ${format.amount(point.value)}`)
    lines.push(`${t`Cumulative`}  ${format.amount(point.cumulative)}`)
    return lines.join('\n')
  }
}

/** The brush by keyboard, and what it holds. */
function BrushFields({
  brush,
  lastRank,
  onBrush,
}: {
  brush: RankRange | null
  lastRank: number
  onBrush: (range: RankRange | null) => void
}) {
  const { t } = useLingui()
  const set = (change: Partial<RankRange>) => {
    const next = { from: brush?.from ?? 1, to: brush?.to ?? lastRank, ...change }
    if (next.from >= 1 && next.to <= lastRank && next.from <= next.to) onBrush(next)
  }
  return (
    <div className={`${style.brush} no-print`}>
      <Trans>Ranks</Trans>
      <NumberInput
        className={style.rank}
        size="xs"
        hideControls
        aria-label={t`From rank`}
        min={1}
        max={lastRank}
        value={brush?.from ?? ''}
        placeholder="1"
        onChange={value => typeof value === 'number' && set({ from: value })}
      />
      –
      <NumberInput
        className={style.rank}
        size="xs"
        hideControls
        aria-label={t`To rank`}
        min={1}
        max={lastRank}
        value={brush?.to ?? ''}
        placeholder={String(lastRank)}
        onChange={value => typeof value === 'number' && set({ to: value })}
      />
      {brush ? (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onBrush(null)}>
          <Trans>Show all</Trans>
        </Button>
      ) : (
        <Trans>Drag across the chart to choose accounts.</Trans>
      )}
    </div>
  )
}

type Calls = {
  current: Pick<Props, 'onBrush' | 'onOpen' | 'points'> & { lastRank: number }
}

/** Drag selects ranks, click opens. echarts' own brush cannot tell the two apart and draws its own frame. */
function wireBrush(chart: EChartsType, calls: Calls, onDrag: (range: RankRange | null) => void): () => void {
  const canvas = chart.getZr()
  let start: number | null = null
  type Pointer = { offsetX: number; offsetY: number }
  const rankAt = (event: Pointer) => chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX) as unknown as number
  const range = (event: Pointer) => (start === null ? null : rangeOf(start, rankAt(event), calls.current.lastRank))

  const down = (event: Pointer) => {
    if (chart.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY])) start = rankAt(event)
  }
  const move = (event: Pointer) => {
    if (start !== null) onDrag(range(event))
  }
  const up = (event: Pointer) => {
    if (start === null) return
    const chosen = range(event)
    const clicked = Math.ceil(start)
    start = null
    onDrag(null)
    if (chosen) calls.current.onBrush(chosen)
    else {
      const point = pointAt(calls.current.points, clicked)
      if (point?.account !== undefined) calls.current.onOpen?.(point)
    }
  }
  canvas.on('mousedown', down)
  canvas.on('mousemove', move)
  canvas.on('mouseup', up)
  canvas.on('globalout', up as () => void)
  return () => {
    canvas.off('mousedown', down)
    canvas.off('mousemove', move)
    canvas.off('mouseup', up)
    canvas.off('globalout', up as () => void)
  }
}
