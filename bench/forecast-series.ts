import { inChild } from './child-process.ts'
import type { ForecastsFound } from './forecast-series.child.ts'
import { currentLoad } from './machine.ts'
import type { Measurement, Row, Size } from './measurement.ts'

/** Goals of the department's forecasts; sources in docs/methods.md. */
const goals = { smape: 12.68, mase: 1.348, rmse: 1.042, quantileLoss: 0.296, seriesPerSecond: 5_000 }

/** (h) The forecasting engine against published competitions, and how many series it forecasts in a second. */
export async function measureForecasts(size: Size): Promise<Measurement> {
  const { found, memory } = await inChild<ForecastsFound>('./forecast-series.child.ts', {
    series: size.quick ? 5_000 : 20_000,
  })
  const { m3, parts, speed } = found
  const perSecond = (1_000 * speed.series) / speed.milliseconds
  const rows: Row[] = [
    {
      what: `${speed.series.toLocaleString('en')} series of 36 months, two threads`,
      milliseconds: speed.milliseconds,
      note: `${perSecond.toFixed(0)} a second, load ${currentLoad()}`,
    },
    {
      what: 'their processor time',
      milliseconds: speed.processor,
      note: `${((2_000 * speed.series) / speed.processor).toFixed(0)} a second on two processors to itself`,
    },
  ]
  const ratios = [goals.seriesPerSecond / perSecond]
  if (m3) {
    for (const { method, smape, mase } of m3.references)
      rows.push({ what: `M3, ${method}`, note: `sMAPE ${smape.toFixed(2)}, MASE ${mase.toFixed(3)}` })
    for (const { type, smape, mase, below, above } of m3.types)
      rows.push({
        what: `M3, ours, ${type.toLowerCase()}`,
        note: `sMAPE ${smape.toFixed(2)}, MASE ${mase.toFixed(4)}, ${percent(below)} below p10, ${percent(above)} above p90`,
      })
    const all = m3.types.at(-1)!
    ratios.push(all.smape / goals.smape, all.mase / goals.mase)
  } else rows.push({ what: 'M3', note: 'absent: ../shared/data/m3' })
  if (parts) {
    const note = `RMSE ${parts.rmse.toFixed(4)} (zero ${parts.zero.toFixed(3)}), quantile loss ${parts.quantileLoss.toFixed(4)}`
    rows.push({ what: 'carparts, ours', note })
    ratios.push(parts.rmse / goals.rmse, parts.quantileLoss / goals.quantileLoss)
  } else rows.push({ what: 'carparts', note: 'absent: ../shared/data/carparts' })
  return {
    key: 'h',
    title: 'forecasts: accuracy in two competitions and speed',
    ratio: Math.max(...ratios),
    goal: `≤ 1, the worst of: ${goals.seriesPerSecond.toLocaleString('en')} series a second, M3 sMAPE ${goals.smape} and MASE ${goals.mase}, carparts RMSE ${goals.rmse} and quantile loss ${goals.quantileLoss}`,
    memory: { forecasts: memory },
    rows,
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`
