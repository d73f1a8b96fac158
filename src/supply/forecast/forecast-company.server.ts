import { companyClock } from '../../platform/business-day.server.ts'
import type { CommandContext } from '../../platform/command.server.ts'
import { methodName } from './forecast-words.ts'
import { type NamedForecast, readForecastRows } from './read-rows.use.ts'

type Asked = { account: string | null; product: string | null; horizon: number; json: boolean }

/** `vitalfew forecast`: the company's own forecasts, a line each; returns the exit code. */
export async function forecastCompany({ json, ...asked }: Asked, context: CommandContext): Promise<number> {
  const database = await context.openDatabase()
  try {
    const answer = await readForecastRows({ ...database, clock: await companyClock(database.db) }, asked)
    if ('unknown' in answer) {
      context.error(`There is no ${answer.unknown} “${answer.code}”.`)
      return 1
    }
    if (answer.rows.length === 0) context.error('Nothing was bought or sold in the last 24 months that this names.')
    for (const row of answer.rows) context.out(json ? JSON.stringify(row) : line(row, context))
    return 0
  } finally {
    await database.close()
  }
}

/** "C0001  SK-108  Combination  2026-11 12 (8–17)  …" */
function line({ account, product, method, points }: NamedForecast, { language }: CommandContext): string {
  const round = (value: number) => Math.round(value * 10) / 10
  const months = points.map(
    ({ period, mean, p10, p90 }) => `${period.slice(0, 7)} ${round(mean)} (${round(p10)}–${round(p90)})`,
  )
  return [account ?? '*', product ?? '*', methodName(method, language), ...months].join('  ')
}
