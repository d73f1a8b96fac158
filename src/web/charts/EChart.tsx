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
  /** The words for a value of the x axis (the index where it has categories); null shows nothing. */
  hover?: (value: number) => string | null
}

/** A canvas of echarts that follows theme, size and data. The code arrives on demand; its place is kept meanwhile. */
export function EChart({ option, depends, height, summary, wire, hover }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const say = useRef(hover)
  say.current = hover
  const [chart, setChart] = useState<EChartsType | null>(null)
  const scheme = useComputedColorScheme('light')

  useEffect(() => {
    let made: EChartsType | null = null
    let gone = false
    const watch = new ResizeObserver(() => made?.resize())
    // A canvas does not draw itself again when the slice of a font arrives that its words needed.
    const redraw = () => made?.resize()
    document.fonts.addEventListener('loadingdone', redraw)
    void import('./echarts.ts').then(({ init }) => {
      if (gone || !host.current) return
      made = init(host.current, null, { renderer: 'canvas' })
      watch.observe(host.current)
      setChart(made)
    })
    return () => {
      gone = true
      document.fonts.removeEventListener('loadingdone', redraw)
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

  useEffect(() => (chart && words.current ? followPointer(chart, words.current, say) : undefined), [chart])

  return (
    <div className={style.host} style={{ height }}>
      <div ref={host} className={style.canvas} role="img" aria-label={summary} />
      <div ref={words} className={style.hover} hidden />
    </div>
  )
}

/**
 * Shows the words beside the pointer. Not echarts' own tooltip: on canvas it ignores the font, and as HTML it writes
 * style attributes, which the content security policy refuses.
 */
function followPointer(
  chart: EChartsType,
  element: HTMLElement,
  say: { current: ((value: number) => string | null) | undefined },
): () => void {
  const canvas = chart.getZr()
  const hide = () => {
    element.hidden = true
  }
  const move = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
    const inside = chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])
    const value = inside ? (chart.convertFromPixel({ xAxisIndex: 0 }, offsetX) as unknown as number) : null
    const text = value === null ? null : say.current?.(value)
    if (!text) return hide()
    element.textContent = text
    element.hidden = false
    const left = offsetX > chart.getWidth() / 2 ? offsetX - element.offsetWidth - 14 : offsetX + 14
    const top = Math.min(Math.max(0, offsetY - 12), chart.getHeight() - element.offsetHeight)
    element.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`
  }
  canvas.on('mousemove', move)
  canvas.on('globalout', hide)
  return () => {
    canvas.off('mousemove', move)
    canvas.off('globalout', hide)
  }
}
