import { useComputedColorScheme } from '@mantine/core'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import style from './charts.module.css'
import { type ChartColours, readColours } from './colours.ts'

type Props = {
  /** Builds the option for the theme on screen; called again when it or `depends` change. */
  option: (colours: ChartColours) => EChartsCoreOption
  /** What the option is made of. */
  depends: unknown[]
  height: number
  /** What the chart says, in one sentence, for those who cannot see it. */
  summary: string
  /** Wires brush and click once the chart stands; answers how to unwire. */
  wire?: (chart: EChartsType) => () => void
}

/** A canvas of echarts that follows theme, size and data. The code arrives on demand; its place is kept meanwhile. */
export function EChart({ option, depends, height, summary, wire }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    let made: EChartsType | null = null
    let gone = false
    const watch = new ResizeObserver(() => made?.resize())
    void import('./echarts.ts').then(({ init }) => {
      if (gone || !host.current) return
      made = init(host.current, null, { renderer: 'canvas' })
      watch.observe(host.current)
      setChart(made)
    })
    return () => {
      gone = true
      watch.disconnect()
      made?.dispose()
      setChart(null)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the option is made anew on every render; `depends` says when it differs
  useEffect(() => {
    if (chart && host.current) chart.setOption(option(readColours(host.current)), { notMerge: true })
  }, [chart, scheme, ...depends])

  useEffect(() => (chart && wire ? wire(chart) : undefined), [chart, wire])

  return <div ref={host} className={style.canvas} style={{ height }} role="img" aria-label={summary} />
}
