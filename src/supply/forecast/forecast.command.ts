import { parseArgs } from 'node:util'
import type { Command } from '../../platform/command.server.ts'
import { forecastFile } from './forecast-file.server.ts'

const usage = `vitalfew forecast --series FILE --period M --horizon N [--json]

  --series    a CSV with the columns id,index,value: rows of a series together, index counting up by one
  --period    points of one season: 12 for months, 52 for weeks, 4 for quarters, 1 for no season
  --horizon   points ahead
  --json      one object a series on one line: id, method, points with mean, p10, p50, p90`

export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'Forecast series with quantiles, by the methods that did best at past origins',
  usage,
  run: async (args, context) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') {
      context.error(asked)
      return 1
    }
    return forecastFile(asked, context)
  },
}

/** The request, or the sentence that says what is wrong with it. */
function readArguments(args: string[]): { path: string; period: number; horizon: number; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        series: { type: 'string' },
        period: { type: 'string' },
        horizon: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const { series, period, horizon, json = false } = values
    if (positionals.length > 0) return `forecast takes no “${positionals[0]}”. Usage: ${usage.split('\n')[0]}`
    if (!series) return `--series names the file. Usage: ${usage.split('\n')[0]}`
    if (!isCount(period)) return `--period is the number of points of a season, from 1, not “${period ?? ''}”.`
    if (!isCount(horizon)) return `--horizon is a number of points ahead, from 1, not “${horizon ?? ''}”.`
    return { path: series, period: Number(period), horizon: Number(horizon), json }
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`
  }
}

const isCount = (text: string | undefined): text is string => text !== undefined && /^[1-9]\d{0,3}$/.test(text)
