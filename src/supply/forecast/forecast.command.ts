import { parseArgs } from 'node:util'
import type { Command } from '../../platform/command.server.ts'

const usage = `vitalfew forecast [--data DIR] [--account CODE] [--product CODE] [--horizon N] [--json]
vitalfew forecast --series FILE --period M --horizon N [--json]

  --account   of this account alone; its sum over all products has no product
  --product   of this product alone; its sum over all accounts has no account
  --horizon   months ahead, 12 without it
  --json      one object a series on one line: account, product, method, points with period, mean, p10, p90

  --series    instead of the company's data a CSV with the columns id,index,value: rows of a series together, index counting up by one
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
    // Each loaded when asked for: a file of series needs nothing of the database.
    if ('path' in asked) return (await import('./forecast-file.server.ts')).forecastFile(asked, context)
    return (await import('./forecast-company.server.ts')).forecastCompany(asked, context)
  },
}

type FileArguments = { path: string; period: number; horizon: number; json: boolean }
type CompanyArguments = { account: string | null; product: string | null; horizon: number; json: boolean }

/** Months ahead that are shown unless told otherwise, and at most. */
const usualHorizon = 12
const longestHorizon = 60

/** The request, or the sentence that says what is wrong with it. */
function readArguments(args: string[]): FileArguments | CompanyArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        series: { type: 'string' },
        account: { type: 'string' },
        product: { type: 'string' },
        period: { type: 'string' },
        horizon: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const { series, account = null, product = null, period, horizon, json = false } = values
    if (positionals.length > 0) return `forecast takes no “${positionals[0]}”. Usage: ${usage.split('\n')[0]}`
    if (!series) {
      if (period !== undefined) return '--period goes with --series: the company’s own data is forecast by month.'
      if (horizon !== undefined && (!isCount(horizon) || Number(horizon) > longestHorizon))
        return `--horizon is a number of months ahead, from 1 to ${longestHorizon}, not “${horizon}”.`
      return { account, product, horizon: horizon === undefined ? usualHorizon : Number(horizon), json }
    }
    if (account !== null || product !== null) return '--account and --product do not go with --series.'
    if (!isCount(period)) return `--period is the number of points of a season, from 1, not “${period ?? ''}”.`
    if (!isCount(horizon)) return `--horizon is a number of points ahead, from 1, not “${horizon ?? ''}”.`
    return { path: series, period: Number(period), horizon: Number(horizon), json }
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`
  }
}

const isCount = (text: string | undefined): text is string => text !== undefined && /^[1-9]\d{0,3}$/.test(text)
