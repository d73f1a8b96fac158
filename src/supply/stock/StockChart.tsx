import { useLingui } from '@lingui/react/macro'
import { pointer, valueAxis } from '../../web/charts/axis.ts'
import { ChartFrame } from '../../web/charts/ChartFrame.tsx'
import { EChart } from '../../web/charts/EChart.tsx'
import { useFormat } from '../../web/use-format.ts'

type Week = { week: string; onHand: string | null; sold: string | null; lostSales: string | null }

/** Stock at the end of each week as a line, what was sold as bars below it, on one scale; what nobody reported is a gap. */
export function StockChart({ weeks }: { weeks: readonly Week[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const shown = (value: string | null) => (value === null ? t`not reported` : format.number(value, 0))
  return (
    <ChartFrame
      title={t`Stock and sales by week`}
      note={t`Units; the line is on hand at the week’s end, the bars what was sold`}
      file="stock"
      table={{
        header: [t`Week of`, t`On hand`, t`Sold`, t`Lost sales`],
        rows: weeks.map(each => [each.week, each.onHand, each.sold, each.lostSales]),
        show: (value, column) =>
          value === null ? '–' : column === 0 ? format.day(String(value)) : format.number(String(value), 0),
      }}
    >
      <EChart
        height={220}
        summary={t`Stock and sales by week`}
        depends={[weeks, format]}
        hover={index => {
          const each = weeks[index]
          if (!each) return null
          const lost =
            Number(each.lostSales ?? 0) > 0 ? [t`${format.number(each.lostSales!, 0)} could not be served`] : []
          return [
            t`Week of ${format.day(each.week)}`,
            t`On hand: ${shown(each.onHand)}`,
            t`Sold: ${shown(each.sold)}`,
            ...lost,
          ].join('\n')
        }}
        option={colours => ({
          animation: false,
          textStyle: { fontFamily: colours.font },
          grid: { left: 48, right: 8, top: 12, bottom: 24 },
          tooltip: pointer(colours, 'shadow'),
          xAxis: {
            type: 'category',
            data: weeks.map(({ week }) => format.day(week)),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: colours.lineStrong } },
            axisLabel: { color: colours.inkQuiet, fontSize: 11, hideOverlap: true },
          },
          yAxis: valueAxis(colours, value => format.number(value, 0)),
          series: [
            {
              type: 'bar',
              barMaxWidth: 14,
              itemStyle: { color: colours.quantity, borderRadius: [2, 2, 0, 0] },
              data: weeks.map(({ sold }) => (sold === null ? null : Number(sold))),
            },
            {
              type: 'line',
              symbol: 'none',
              step: false,
              lineStyle: { color: colours.series, width: 2 },
              itemStyle: { color: colours.series },
              data: weeks.map(({ onHand }) => (onHand === null ? null : Number(onHand))),
            },
          ],
        })}
      />
    </ChartFrame>
  )
}
