import { useLingui } from '@lingui/react/macro'
import { useElementSize } from '@mantine/hooks'
import { pointer, valueAxis } from '../../web/charts/axis.ts'
import { ChartFrame } from '../../web/charts/ChartFrame.tsx'
import { EChart } from '../../web/charts/EChart.tsx'
import { useFormat } from '../../web/use-format.ts'
import type { Accuracy } from './forecast.web.ts'

/** The error of each month: with what people said, without, and of what costs nothing. */
export function AccuracyChart({ months }: { months: readonly Accuracy['months'][number][] }) {
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const narrow = width < 480
  const points = [...months].reverse()
  const name = (period: string) => format.month(period.slice(0, 7))
  const number = (value: number | null) => (value === null ? '–' : format.number(value))
  const names = { forecast: t`Forecast`, base: t`Before adjustments`, naive: t`Last year’s month` }
  return (
    <ChartFrame
      title={t`Error by month`}
      note={t`MASE: 1 is the usual change on the year before`}
      file="forecast-accuracy"
      table={{
        header: [t`Month`, names.forecast, names.base, names.naive, t`Bias`, t`Quantile loss`],
        rows: points.map(month => [
          month.period,
          month.mase,
          month.baseMase,
          month.naiveMase,
          month.bias,
          month.quantileLoss,
        ]),
        show: (value, column) =>
          value === null
            ? '–'
            : column === 0
              ? name(String(value))
              : column === 4
                ? format.share(Number(value), true)
                : format.number(Number(value)),
      }}
    >
      <div ref={ref}>
        <EChart
          height={220}
          summary={t`Error of the forecasts over ${points.length} months`}
          depends={[points, format, narrow]}
          hover={index => {
            const month = points[index]
            if (!month) return null
            return [
              name(month.period),
              `${names.forecast}: ${number(month.mase)}`,
              `${names.base}: ${number(month.baseMase)}`,
              `${names.naive}: ${number(month.naiveMase)}`,
            ].join('\n')
          }}
          option={colours => {
            const shifts = labelShifts(
              ends.map(of => (points.at(-1) ? of(points.at(-1)!) : null)),
              highest(points),
            )
            const line = (place: number, label: string, of: Of, color: string, type: 'solid' | 'dashed') => ({
              type: 'line' as const,
              name: label,
              data: points.map(of),
              symbol: 'none',
              silent: true,
              lineStyle: { color, width: type === 'solid' ? 2 : 1, type },
              endLabel: { show: !narrow, formatter: label, color, fontSize: 11, offset: [0, shifts[place]!] },
            })
            return {
              animation: false,
              textStyle: { fontFamily: colours.font },
              grid: { left: narrow ? 40 : 48, right: narrow ? 8 : 128, top: 12, bottom: 24 },
              tooltip: pointer(colours, 'line'),
              xAxis: {
                type: 'category',
                data: points.map(month => month.period),
                axisTick: { show: false },
                axisLine: { lineStyle: { color: colours.lineStrong } },
                axisLabel: { color: colours.inkQuiet, fontSize: 11, hideOverlap: true, formatter: name },
              },
              yAxis: valueAxis(colours, value => format.number(value, 1)),
              series: [
                line(0, names.naive, naiveOf, colours.inkQuiet, 'dashed'),
                line(1, names.base, baseOf, colours.series, 'dashed'),
                line(2, names.forecast, forecastOf, colours.accent, 'solid'),
              ],
            }
          }}
        />
      </div>
    </ChartFrame>
  )
}

type Month = Accuracy['months'][number]
type Of = (month: Month) => number | null

const naiveOf: Of = month => month.naiveMase
const baseOf: Of = month => month.baseMase
const forecastOf: Of = month => month.mase
const ends = [naiveOf, baseOf, forecastOf]

const plotHeight = 180
const labelHeight = 13

const highest = (months: readonly Month[]) => Math.max(...months.flatMap(month => ends.map(of => of(month) ?? 0)), 0.1)

/** By how many pixels each label at a line's end moves, so that none lies on another; the highest stays. */
function labelShifts(values: readonly (number | null)[], high: number): number[] {
  const shifts = values.map(() => 0)
  let free = Number.NEGATIVE_INFINITY
  const order = values.map((_, at) => at).sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0))
  for (const at of order) {
    const wanted = (1 - (values[at] ?? 0) / high) * plotHeight
    const placed = Math.max(wanted, free)
    shifts[at] = placed - wanted
    free = placed + labelHeight
  }
  return shifts
}
