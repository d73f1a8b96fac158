import { useLingui } from '@lingui/react/macro'
import { useElementSize } from '@mantine/hooks'
import type { EChartsType } from 'echarts/core'
import type { ReactNode } from 'react'
import { useFormat } from '../use-format.ts'
import { pointer, valueAxis } from './axis.ts'
import { ChartFrame } from './ChartFrame.tsx'
import style from './charts.module.css'
import type { ChartColours } from './colours.ts'
import { EChart } from './EChart.tsx'

/** Tones are fixed, so that the same series has the same colour on every page. */
export type Tone = 'revenue' | 'profit' | 'cost'
export type MonthSeries = {
  name: string
  tone: Tone /** Exact decimal strings by month; null unknown. */
  values: (string | null)[]
}

type Props = {
  title: ReactNode
  note?: ReactNode
  /** 'YYYY-MM', oldest first. */
  months: string[]
  /** One to three; bars stand side by side. Negative profit is drawn in the loss colour. */
  series: MonthSeries[]
  onOpen?: (month: string) => void
  height?: number
}

/** `<BarByMonth title={t`By month`} months={months} series={[{ name: t`Revenue`, tone: 'revenue', values }]} />` */
export function BarByMonth({ title, note, months, series, onOpen, height = 240 }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { ref, width } = useElementSize()
  const narrow = width < 480
  const names = series.map(one => one.name).join(', ')
  return (
    <ChartFrame
      title={title}
      note={note}
      file="months"
      table={{
        header: [t`Month`, ...series.map(one => one.name)],
        rows: months.map((month, index) => [month, ...series.map(one => one.values[index] ?? null)]),
        show: (value, column) =>
          value === null
            ? '–'
            : column === 0
              ? format.month(String(value))
              : format.amount(String(value), 'exact', null),
      }}
    >
      <div ref={ref}>
        <EChart
          height={height}
          summary={t`${names} by month`}
          depends={[months, series, format, narrow]}
          hover={hoverWords}
          wire={onOpen && (chart => wireClick(chart, index => months[index] && onOpen(months[index])))}
          option={colours => ({
            animation: false,
            textStyle: { fontFamily: colours.font },
            grid: { left: narrow ? 48 : 60, right: 8, top: series.length > 1 ? 28 : 12, bottom: 24 },
            tooltip: pointer(colours, 'shadow'),
            xAxis: {
              type: 'category',
              data: months,
              axisTick: { show: false },
              axisLine: { onZero: true, lineStyle: { color: colours.lineStrong } },
              axisLabel: {
                color: colours.inkQuiet,
                fontSize: 11,
                hideOverlap: true,
                formatter: (month: string) => format.month(month),
              },
            },
            yAxis: valueAxis(colours, value => format.amount(String(value), 'compact')),
            series: series.map(one => ({
              type: 'bar',
              name: one.name,
              barMaxWidth: 28,
              barGap: '10%',
              itemStyle: { color: toneOf(one.tone, colours), borderRadius: [2, 2, 0, 0] },
              data: one.values.map(value => ({
                value: value === null ? null : Number(value),
                itemStyle:
                  one.tone === 'profit' && value !== null && Number(value) < 0
                    ? { color: colours.loss, borderRadius: [0, 0, 2, 2] }
                    : undefined,
              })),
            })),
          })}
        />
      </div>
      {series.length > 1 && <SeriesKey series={series} />}
    </ChartFrame>
  )

  function hoverWords(index: number): string | null {
    const month = months[index]
    if (month === undefined) return null
    const lines = series.map(one => {
      const value = one.values[index]
      return `${one.name}  ${value === null || value === undefined ? '–' : format.amount(value)}`
    })
    return [format.month(month), ...lines].join('\n')
  }
}

function toneOf(tone: Tone, colours: ChartColours): string {
  if (tone === 'profit') return colours.profit
  return tone === 'cost' ? colours.lossArea : colours.quantity
}

const swatches: Record<Tone, string> = {
  revenue: 'var(--vf-quantity)',
  profit: 'var(--vf-profit)',
  cost: 'var(--vf-loss-area)',
}

function SeriesKey({ series }: { series: MonthSeries[] }) {
  return (
    <ul className={style.key}>
      {series.map(one => (
        <li key={one.name}>
          <span className={style.swatch} style={{ background: swatches[one.tone] }} aria-hidden="true" />
          {one.name}
        </li>
      ))}
    </ul>
  )
}

function wireClick(chart: EChartsType, open: (index: number) => void): () => void {
  const click = (event: { dataIndex?: number }) => event.dataIndex !== undefined && open(event.dataIndex)
  chart.on('click', click as never)
  return () => {
    chart.off('click', click as never)
  }
}
