import { parentPort } from 'node:worker_threads'
import { type Batch, packForecasts, seriesOf } from './batch.ts'
import { forecastSeries } from './forecast-series.ts'

parentPort!.on('message', (batch: Batch) => {
  const { period, horizon } = batch
  const forecasts = Array.from(seriesOf(batch), ({ values, sister }) =>
    forecastSeries(values, { period, horizon, sister }),
  )
  const answer = packForecasts(forecasts, horizon)
  parentPort!.postMessage(answer, [answer.figures.buffer as ArrayBuffer])
})
