import { parseArgs } from 'node:util'
import type { Command } from '../platform/command.server.ts'
import { rank } from './rank.use.ts'
import { rankTable } from './rank-table.ts'
import { type Ranking, rankings } from './ranking.ts'

const usage = `vitalfew rank [--data DIR] [--from DAY] [--to DAY] [--by revenue|margin|contribution] [--limit N] [--json]

  --from, --to   first and last day, such as 2025-01-31; the whole ledger without them
  --by           what to rank by; contribution, or revenue where no cost is known
  --limit        list only the first N accounts; the figures are of all
  --json         one object on one line, amounts exact`

export const rankCommand: Command = {
  name: 'rank',
  summary: 'Rank the accounts and draw the curve of a window',
  usage,
  run: async (args, context) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') {
      context.error(asked)
      return 1
    }
    const database = await context.openDatabase()
    try {
      const { json, ...request } = asked
      const report = await rank({ ...database, clock: { now: () => new Date() } }, request)
      context.out(json ? JSON.stringify(report) : rankTable(report, context.language))
      return 0
    } finally {
      await database.close()
    }
  },
}

interface RankArguments {
  from?: string
  to?: string
  by?: Ranking
  limit?: number
  json: boolean
}

/** The request, or the sentence that says what is wrong with it. */
function readArguments(args: string[]): RankArguments | string {
  let values: { from?: string; to?: string; by?: string; limit?: string; json?: boolean }
  let positionals: string[]
  try {
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        by: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    values = parsed.values
    positionals = parsed.positionals
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`
  }
  const { from, to, by, limit } = values
  if (positionals.length > 0) return `rank takes no “${positionals[0]}”. Usage: ${usage.split('\n')[0]}`
  for (const [flag, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (day !== undefined && !isDay(day)) return `${flag} is a day such as 2025-01-31, not “${day}”.`
  if (from !== undefined && to !== undefined && from > to) return `--from ${from} lies after --to ${to}.`
  if (by !== undefined && !isRanking(by)) return `--by is revenue, margin or contribution, not “${by}”.`
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit))
    return `--limit is a number of accounts from 1, not “${limit}”.`
  return { from, to, by, limit: limit === undefined ? undefined : Number(limit), json: values.json === true }
}

const isRanking = (text: string): text is Ranking => (rankings as readonly string[]).includes(text)

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
