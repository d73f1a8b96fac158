import { useLingui } from '@lingui/react/macro'
import { pointer, valueAxis } from '../../web/charts/axis.ts'
import { ChartFrame } from '../../web/charts/ChartFrame.tsx'
import { EChart } from '../../web/charts/EChart.tsx'
import { useFormat } from '../../web/use-format.ts'

type Week = { week: string; all: number; key: number; share: number | null }

/** The share of key accounts week by week, with the line that is aimed at. */
export function ShareByWeek({ weeks, target }: { weeks: readonly Week[]; target: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const hours = (minutes: number) => format.number(minutes / 60, 1)
  return (
    <ChartFrame
      title={t`Share of key accounts by week`}
      note={t`Of working time; the line is ${format.share(target)}`}
      file="time-by-week"
      table={{
        header: [t`Week of`, t`Share`, t`Key accounts, minutes`, t`All work, minutes`],
        rows: weeks.map(each => [each.week, each.share, each.key, each.all]),
        show: (value, column) =>
          value === null
            ? '–'
            : column === 0
              ? format.day(String(value))
              : column === 1
                ? format.share(value)
                : format.number(value, 0),
      }}
    >
      <EChart
        height={220}
        summary={t`Share of key accounts by week, aimed at ${format.share(target)}`}
        depends={[weeks, target, format]}
        hover={index => {
          const each = weeks[index]
          if (!each) return null
          const share = each.share === null ? '–' : format.share(each.share)
          return `${format.day(each.week)}\n${share}  ${hours(each.key)} / ${hours(each.all)} h`
        }}
        option={colours => ({
          animation: false,
          textStyle: { fontFamily: colours.font },
          grid: { left: 48, right: 12, top: 12, bottom: 24 },
          tooltip: pointer(colours, 'shadow'),
          xAxis: {
            type: 'category',
            data: weeks.map(each => each.week),
            axisTick: { show: false },
            axisLine: { lineStyle: { color: colours.lineStrong } },
            axisLabel: {
              color: colours.inkQuiet,
              fontSize: 11,
              hideOverlap: true,
              formatter: (week: string) => format.day(week),
            },
          },
          yAxis: { ...valueAxis(colours, value => format.share(value)), min: 0, max: 1, interval: 0.2 },
          series: [
            {
              type: 'bar',
              barMaxWidth: 28,
              data: weeks.map(each => ({
                value: each.share,
                itemStyle: {
                  color: each.share !== null && each.share < target ? colours.quantity : colours.accent,
                  borderRadius: [2, 2, 0, 0],
                },
              })),
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
                data: [{ yAxis: target }],
              },
            },
          ],
        })}
      />
    </ChartFrame>
  )
}
