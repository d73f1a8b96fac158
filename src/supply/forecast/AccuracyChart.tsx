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
            const line = (label: string, data: (number | null)[], color: string, type: 'solid' | 'dashed') => ({
              type: 'line' as const,
              name: label,
              data,
              symbol: 'none',
              silent: true,
              lineStyle: { color, width: type === 'solid' ? 2 : 1, type },
              endLabel: { show: !narrow, formatter: label, color, fontSize: 11 },
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
                line(
                  names.naive,
                  points.map(month => month.naiveMase),
                  colours.inkQuiet,
                  'dashed',
                ),
                line(
                  names.base,
                  points.map(month => month.baseMase),
                  colours.series,
                  'dashed',
                ),
                line(
                  names.forecast,
                  points.map(month => month.mase),
                  colours.accent,
                  'solid',
                ),
              ],
            }
          }}
        />
      </div>
    </ChartFrame>
  )
}
