import { useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { pointer, valueAxis } from '../../web/charts/axis.ts'
import { ChartFrame } from '../../web/charts/ChartFrame.tsx'
import type { ChartColours } from '../../web/charts/colours.ts'
import { EChart } from '../../web/charts/EChart.tsx'
import { useFormat } from '../../web/use-format.ts'
import { type ChartPoint, chartMarks, chartPoints, markLabels } from './chart-points.ts'
import type { ForecastWhole } from './forecast.web.ts'
import type { Grain } from './periods.ts'

type Props = { forecast: ForecastWhole; grain: Grain; onGrain: (grain: Grain) => void }

/** The past, what is expected with its band, the year before, and what people have put on top. */
export function ForecastChart({ forecast, grain, onGrain }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const narrow = width < 480
  const points = chartPoints(forecast)
  const marks = chartMarks(forecast.adjustments, points, grain)
  const pieces = (value: number | null) => (value === null ? '–' : format.count(Math.round(value)))
  const name = (period: string) => (grain === 'week' ? format.day(period) : format.month(period.slice(0, 7)))
  const first = points.find(point => point.mean !== null)
  const hover = (index: number) => {
    const point = points[index]
    if (!point) return null
    const said = marks.filter(mark => index >= mark.from && index <= mark.to).map(mark => mark.title)
    return [
      name(point.period),
      point.actual === null ? null : t`came: ${pieces(point.actual)}`,
      point.cleaned === null || point.cleaned === point.actual ? null : t`without exceptions: ${pieces(point.cleaned)}`,
      point.mean === null ? null : t`expected: ${pieces(point.mean)} (${pieces(point.p10)} to ${pieces(point.p90)})`,
      point.lastYear === null ? null : t`a year before: ${pieces(point.lastYear)}`,
      ...said,
    ]
      .filter(Boolean)
      .join('\n')
  }
  return (
    <ChartFrame
      title={t`Past and forecast`}
      note={grain === 'week' ? t`Pieces by week` : t`Pieces by month; the band holds four of five outcomes`}
      file="forecast"
      controls={
        <SegmentedControl
          aria-label={t`Periods`}
          value={grain}
          onChange={value => onGrain(value as Grain)}
          data={[
            { value: 'month', label: t`Months` },
            { value: 'week', label: t`Weeks` },
          ]}
        />
      }
      table={{
        header: [
          grain === 'week' ? t`Week of` : t`Month`,
          t`Came`,
          t`Without exceptions`,
          t`Forecast`,
          t`Low (a tenth lies below)`,
          t`High (a tenth lies above)`,
          t`Without adjustments`,
          t`A year before`,
        ],
        rows: points.map(({ period, actual, cleaned, mean, p10, p90, base, lastYear }) => [
          period,
          ...[actual, cleaned, mean, p10, p90, base, lastYear].map(value =>
            value === null ? null : Math.round(value * 1000) / 1000,
          ),
        ]),
        show: (value, column) =>
          value === null ? '–' : column === 0 ? name(String(value)) : format.number(Number(value), 0),
      }}
    >
      <div ref={ref}>
        <EChart
          height={narrow ? 240 : 300}
          summary={
            first
              ? t`From ${name(first.period)}: ${pieces(first.mean)} expected, between ${pieces(first.p10)} and ${pieces(first.p90)}`
              : t`No forecast`
          }
          depends={[points, marks, format, narrow]}
          hover={hover}
          option={colours => ({
            animation: false,
            textStyle: { fontFamily: colours.font },
            grid: { left: narrow ? 44 : 56, right: 8, top: 20, bottom: 24 },
            tooltip: pointer(colours, 'line'),
            xAxis: {
              type: 'category',
              data: points.map(point => point.period),
              boundaryGap: false,
              axisTick: { show: false },
              axisLine: { lineStyle: { color: colours.lineStrong } },
              axisLabel: { color: colours.inkQuiet, fontSize: 11, hideOverlap: true, formatter: name },
            },
            yAxis: valueAxis(colours, value => format.amount(String(value), 'compact', null)),
            series: lines(points, marks, colours, narrow),
          })}
        />
      </div>
    </ChartFrame>
  )
}

type Mark = ReturnType<typeof chartMarks>[number]

function lines(points: readonly ChartPoint[], marks: readonly Mark[], colours: ChartColours, narrow: boolean) {
  const plain = { type: 'line' as const, symbol: 'none', silent: true, emphasis: { disabled: true } }
  const labels = markLabels(marks)
  const of = (key: Exclude<keyof ChartPoint, 'period'>) => points.map(point => point[key])
  return [
    // The band: an unseen line at the lower end, and the way up from it as an area.
    { ...plain, stack: 'band', data: of('p10'), lineStyle: { opacity: 0 } },
    {
      ...plain,
      stack: 'band',
      data: points.map(point => (point.p90 === null || point.p10 === null ? null : point.p90 - point.p10)),
      lineStyle: { opacity: 0 },
      areaStyle: { color: colours.accent, opacity: 0.14 },
    },
    { ...plain, data: of('lastYear'), lineStyle: { color: colours.inkFaint, width: 1, type: 'dashed' as const } },
    { ...plain, data: of('cleaned'), lineStyle: { color: colours.inkQuiet, width: 1, type: 'dotted' as const } },
    { ...plain, data: of('base'), lineStyle: { color: colours.accent, width: 1, type: 'dashed' as const } },
    { ...plain, data: of('actual'), lineStyle: { color: colours.series, width: 2 } },
    {
      ...plain,
      data: of('mean'),
      lineStyle: { color: colours.accent, width: 2 },
      markArea: {
        silent: true,
        itemStyle: { color: colours.ink, opacity: 0.06 },
        label: { show: !narrow, color: colours.inkQuiet, fontSize: 10, position: 'insideTop' as const },
        data: marks.map((mark, at) => [
          { name: labels[at], xAxis: points[mark.from]!.period },
          { xAxis: points[mark.to]!.period },
        ]),
      },
    },
  ]
}
