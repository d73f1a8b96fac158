import type { CommandContext } from '../../platform/command.server.ts'
import { forecastMany } from './engine/forecast-many.server.ts'
import type { SeriesForecast } from './engine/forecast-series.ts'
import { readSeriesFile, SeriesFileFault } from './engine/series-file.server.ts'

/** `vitalfew forecast --series`: a line a series as JSON, or a table; answers with the exit code. */
export async function forecastFile(
  { path, period, horizon, json }: { path: string; period: number; horizon: number; json: boolean },
  context: CommandContext,
): Promise<number> {
  try {
    if (!json) context.out(tableLine('id', 'method', 'step', ['mean', 'p10', 'p50', 'p90']))
    for await (const forecast of forecastMany(readSeriesFile(path), { period, horizon }))
      context.out(json ? asJson(forecast) : asTable(forecast))
    return 0
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (error instanceof SeriesFileFault) context.error(error.message)
    else if (code === 'ENOENT') context.error(`There is no file ${path}.`)
    else if (code === 'EISDIR') context.error(`${path} is a folder, not a file.`)
    else if (code === 'EACCES') context.error(`${path} may not be read.`)
    else throw error
    return 1
  }
}

const points = ({ mean, p10, p50, p90 }: SeriesForecast) =>
  Array.from(mean, (value, step) => ({ mean: value, p10: p10[step]!, p50: p50[step]!, p90: p90[step]! }))

const asJson = (forecast: SeriesForecast & { id: string }) =>
  JSON.stringify({ id: forecast.id, method: forecast.method, points: points(forecast) })

const asTable = (forecast: SeriesForecast & { id: string }) =>
  points(forecast)
    .map(({ mean, p10, p50, p90 }, step) =>
      tableLine(forecast.id, forecast.method, String(step + 1), [mean, p10, p50, p90].map(shown)),
    )
    .join('\n')

/** Six digits; whole where larger. */
const shown = (value: number) => (Math.abs(value) >= 1e5 ? value.toFixed(0) : String(Number(value.toPrecision(6))))

const tableLine = (id: string, method: string, step: string, figures: readonly string[]) =>
  `${id.padEnd(16)}  ${method.padEnd(22)} ${step.padStart(4)}  ${figures.map(figure => figure.padStart(12)).join(' ')}`
