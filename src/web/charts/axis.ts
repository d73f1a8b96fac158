import type { ChartColours } from './colours.ts'

/** Axes and tooltip look the same on every chart. */
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

export function tooltip(colours: ChartColours) {
  return {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: colours.ink,
    borderWidth: 0,
    padding: [6, 10],
    textStyle: { color: colours.paper, fontFamily: colours.font, fontSize: 12, lineHeight: 18 },
  }
}
