import type { EChartsCoreOption } from 'echarts/core'
import { pointer, valueAxis } from './axis.ts'
import type { ChartColours } from './colours.ts'
import type { Curve, RankRange } from './curve.ts'

export type CurveWords = {
  amountAxis: (value: number) => string
  rankAxis: (value: number) => string
  rankName: string
  /** Beside the peak and the end: "Peak ¥2.65M at 304". */
  peak: string
  end: string
  /** Beside the 80% line, null where it has no meaning. */
  mark: { rank: number; cumulative: number; label: string } | null
  /** Above the stretch after the peak: "¥6M given back". */
  givenBack: string
}

/**
 * Blue below the curve is what is kept, orange between the peak's level and the curve after it is what is given back.
 * The axis of amounts always holds zero.
 */
export function curveOption(
  curve: Curve,
  words: CurveWords,
  brush: RankRange | null,
  colours: ChartColours,
  narrow: boolean,
): EChartsCoreOption {
  const peakValue = Number(curve.peak.cumulative)
  const lastRank = curve.last.rank
  const afterPeak = curve.points.filter(([rank]) => rank >= curve.peak.rank)
  const label = {
    show: true,
    fontFamily: colours.font,
    fontSize: 12,
    fontWeight: 500,
    color: colours.ink,
    textBorderColor: colours.paper,
    textBorderWidth: 3,
  }
  const spots: object[] = []
  if (curve.givesBack) {
    spots.push(spot([curve.peak.rank, peakValue], words.peak, 'top', colours.profit, label, lastRank))
  }
  const above = curve.givesBack && curve.peak.rank < lastRank * 0.7
  const end =
    curve.givesBack && !above
      ? `${words.end}
{loss|${words.givenBack}}`
      : words.end
  const endLabel = { ...label, lineHeight: 18, rich: { loss: { color: colours.loss, fontFamily: colours.font } } }
  spots.push(spot([lastRank, Number(curve.last.cumulative)], end, 'bottom', colours.ink, endLabel, lastRank))
  if (above) {
    spots.push(
      spot([lastRank, peakValue], words.givenBack, 'top', 'transparent', { ...label, color: colours.loss }, lastRank),
    )
  }
  if (words.mark) {
    spots.push(
      spot([words.mark.rank, words.mark.cumulative], words.mark.label, 'bottom', colours.accent, label, lastRank),
    )
  }
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: narrow ? 48 : 60, right: narrow ? 12 : 24, top: 28, bottom: 40 },
    tooltip: pointer(colours, 'line'),
    xAxis: {
      ...valueAxis(colours, words.rankAxis),
      min: 0,
      max: lastRank,
      splitLine: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: colours.lineStrong } },
      name: words.rankName,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: colours.inkQuiet, fontSize: 11 },
      splitNumber: narrow ? 3 : 8,
    },
    yAxis: valueAxis(colours, words.amountAxis),
    series: [
      {
        type: 'line',
        stack: 'curve',
        stackStrategy: 'all',
        data: curve.points,
        showSymbol: false,
        lineStyle: { color: colours.profit, width: 2 },
        itemStyle: { color: colours.profit },
        areaStyle: { color: colours.profitArea, opacity: 0.55, origin: 0 },
        emphasis: { disabled: true },
        markArea: brush
          ? {
              silent: true,
              itemStyle: { color: colours.accent, opacity: 0.14 },
              data: [[{ xAxis: brush.from - 0.5 }, { xAxis: brush.to + 0.5 }]],
            }
          : undefined,
      },
      ...(curve.givesBack ? [givenBack(curve, afterPeak, peakValue, words.givenBack, colours)] : []),
      { type: 'scatter', data: spots, symbolSize: 7, silent: true, tooltip: { show: false }, z: 5 },
    ],
  }
}

function givenBack(curve: Curve, after: [number, number][], peak: number, name: string, colours: ChartColours): object {
  const before = curve.points.filter(([rank]) => rank < curve.peak.rank)
  return {
    type: 'line',
    name,
    stack: 'curve',
    stackStrategy: 'all',
    data: [...before.map(([rank]) => [rank, 0]), ...after.map(([rank, value]) => [rank, peak - value])],
    showSymbol: false,
    lineStyle: { opacity: 0 },
    areaStyle: { color: colours.lossArea, opacity: 0.75 },
    emphasis: { disabled: true },
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colours.loss, width: 1, type: [3, 3] },
      label: { show: false },
      data: [[{ coord: [curve.peak.rank, peak] }, { coord: [curve.last.rank, peak] }]],
    },
  }
}

function spot(
  at: [number, number],
  text: string,
  side: 'top' | 'bottom',
  color: string,
  label: object,
  lastRank: number,
): object {
  const part = at[0] / lastRank
  const align = part > 0.75 ? 'right' : part < 0.2 ? 'left' : 'center'
  return { value: at, itemStyle: { color }, label: { ...label, position: side, align, formatter: text, distance: 8 } }
}
