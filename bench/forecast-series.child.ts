import { Random } from '../src/demo/random.ts'
import {
  meanMase,
  meanQuantileLoss,
  outside,
  pooledRmse,
  pooledSmape,
} from '../src/supply/forecast/engine/competition-score.fixture.ts'
import { type CompetitionSeries, readM3, readParts } from '../src/supply/forecast/engine/competitions.fixture.ts'
import { forecastMany } from '../src/supply/forecast/engine/forecast-many.server.ts'
import { forecastSeries, type SeriesForecast } from '../src/supply/forecast/engine/forecast-series.ts'
import { naiveTwo, publishedTheta } from '../src/supply/forecast/engine/references.fixture.ts'
import { asked, tell } from './child-process.ts'

export type ForecastsFound = {
  m3: {
    types: { type: string; smape: number; mase: number; below: number; above: number }[]
    references: Reference[]
  } | null
  parts: { rmse: number; quantileLoss: number; zero: number } | null
  speed: { series: number; milliseconds: number; processor: number }
}
type Reference = { method: string; smape: number; mase: number }

const { series } = asked<{ series: number }>()

/** Monthly sales of three years with level, trend, season and noise of their own; one in five comes in fits and starts. */
function company() {
  const random = new Random(1, 'bench', 'forecast')
  return Array.from({ length: series }, (_, at) => {
    const level = 20 + 500 * random.next()
    const trend = level * 0.02 * (random.next() - 0.4)
    const season = Array.from({ length: 12 }, () => 0.8 + 0.4 * random.next())
    const noise = 0.05 + 0.2 * random.next()
    const values = Float64Array.from({ length: 36 }, (_, t) => {
      if (at % 5 === 0 && random.next() < 0.6) return 0
      const value = (level + trend * t) * season[t % 12]! * (1 + noise * (random.next() + random.next() - 1))
      return Math.max(0, Math.round(value))
    })
    return { id: String(at), values }
  })
}

const forecast = (all: CompetitionSeries[]) =>
  all.map(each => ({ ...each, ...(forecastSeries(each.values, each) satisfies SeriesForecast) }))

function competitionM3(): ForecastsFound['m3'] {
  const all = readM3()
  if (!all) return null
  const forecasts = forecast(all)
  const types = ['YEARLY', 'QUARTERLY', 'MONTHLY', 'OTHER', 'ALL'].map(type => {
    const those = forecasts.filter(each => type === 'ALL' || each.type === type)
    return { type, smape: pooledSmape(those), mase: meanMase(those), ...outside(those) }
  })
  const references = Object.entries({ Naive2: naiveTwo, Theta: publishedTheta }).map(([method, by]) => {
    const those = all.map(each => ({ ...each, mean: by(each) }))
    return { method, smape: pooledSmape(those), mase: meanMase(those) }
  })
  return { types, references }
}

function competitionParts(): ForecastsFound['parts'] {
  const all = readParts()
  if (!all) return null
  const forecasts = forecast(all)
  const zero = pooledRmse(all.map(each => ({ ...each, mean: new Float64Array(each.horizon) })))
  return { rmse: pooledRmse(forecasts), quantileLoss: meanQuantileLoss(forecasts), zero }
}

async function speed(): Promise<ForecastsFound['speed']> {
  const all = company()
  const before = process.cpuUsage()
  const started = performance.now()
  let count = 0
  for await (const { mean } of forecastMany(all, { period: 12, horizon: 12, threads: 2 })) count += mean.length / 12
  const milliseconds = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { series: count, milliseconds, processor: (user + system) / 1_000 }
}

const timed = await speed()
tell<ForecastsFound>({ m3: competitionM3(), parts: competitionParts(), speed: timed })
