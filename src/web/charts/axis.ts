import type { ChartColours } from './colours.ts'

/** The axis of values looks the same on every chart. */
export function valueAxis(colours: ChartColours, format: (value: number) => string) {
  return {
    type: 'value' as const,
    axisLabel: { color: colours.inkQuiet, fontFamily: colours.font, fontSize: 11, formatter: format },
    splitLine: { lineStyle: { color: colours.line } },
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: 4,
  }
}

/** The line or band under the pointer; the words beside it are EChart's `hover`. */
export function pointer(colours: ChartColours, type: 'line' | 'shadow') {
  return {
    trigger: 'axis' as const,
    showContent: false,
    renderMode: 'richText' as const,
    axisPointer: {
      type,
      label: { show: false },
      lineStyle: { color: colours.inkFaint, type: 'solid' as const },
      shadowStyle: { color: colours.ink, opacity: 0.05 },
    },
  }
}
