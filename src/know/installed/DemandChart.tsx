import { useLingui } from '@lingui/react/macro'
import { useElementSize } from '@mantine/hooks'
import { pointer, valueAxis } from '../../web/charts/axis.ts'
import { ChartFrame } from '../../web/charts/ChartFrame.tsx'
import { EChart } from '../../web/charts/EChart.tsx'
import { useFormat } from '../../web/use-format.ts'
import { quarterName } from './quarter.ts'

type Quarter = { quarter: string; units: number; value: string; certainty: number | null }

type Props = { title: string; note: string; quarters: readonly Quarter[]; height?: number }

/** Expected value by quarter; units and certainty on hover and in the table. */
export function DemandChart({ title, note, quarters, height = 220 }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const narrow = width < 480
  const names = quarters.map(({ quarter }) => quarterName(quarter, format.language))
  const certainty = (share: number | null) => (share === null ? '–' : format.share(share))
  return (
    <ChartFrame
      title={title}
      note={note}
      file="replacement"
      table={{
        header: [t`Quarter`, t`Expected units`, t`Expected value`, t`Certainty`],
        rows: quarters.map(each => [
          each.quarter,
          Number(each.units.toFixed(2)),
          each.value,
          each.certainty === null ? null : Number(each.certainty.toFixed(4)),
        ]),
        show: (value, column) =>
          value === null
            ? '–'
            : column === 0
              ? quarterName(String(value), format.language)
              : column === 1
                ? format.number(value, 1)
                : column === 2
                  ? format.amount(String(value), 'whole', null)
                  : certainty(Number(value)),
      }}
    >
      <div ref={ref}>
        <EChart
          height={height}
          summary={t`Expected replacement by quarter`}
          depends={[quarters, format, narrow]}
          hover={index => {
            const each = quarters[index]
            if (!each) return null
            const units = format.number(each.units, 1)
            return [
              names[index],
              format.amount(each.value),
              t`${units} units expected`,
              t`certainty ${certainty(each.certainty)}`,
            ].join('\n')
          }}
          option={colours => ({
            animation: false,
            textStyle: { fontFamily: colours.font },
            grid: { left: narrow ? 48 : 60, right: 8, top: 12, bottom: 24 },
            tooltip: pointer(colours, 'shadow'),
            xAxis: {
              type: 'category',
              data: names,
              axisTick: { show: false },
              axisLine: { lineStyle: { color: colours.lineStrong } },
              axisLabel: { color: colours.inkQuiet, fontSize: 11, hideOverlap: true },
            },
            yAxis: valueAxis(colours, value => format.amount(String(value), 'compact')),
            series: [
              {
                type: 'bar',
                barMaxWidth: 36,
                itemStyle: { color: colours.quantity, borderRadius: [2, 2, 0, 0] },
                data: quarters.map(each => Number(each.value)),
              },
            ],
          })}
        />
      </div>
    </ChartFrame>
  )
}
