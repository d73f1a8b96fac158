import { parseArgs } from 'node:util'
import { businessDay, companyClock } from '../platform/business-day.server.ts'
import type { Command } from '../platform/command.server.ts'
import { findPerson, findPersonByEmail, listPeople } from '../platform/people.store.ts'
import { readSettings } from '../platform/settings.server.ts'
import { type ListedSignal, listedQueue } from './listed-queue.use.ts'
import { queueLines } from './queue-lines.ts'

const usage = `vitalfew today [--data DIR] [--user LOGIN] [--limit N] [--json]

  --user    whose queue: email address or id; the whole department's without it
  --limit   list only the first N; 50 in the table, all in JSON
  --json    one list of {"kind", "account", "due", "value", "reason"} on one line, best first; amounts exact`

export const todayCommand: Command = {
  name: 'today',
  summary: 'List what to do next, best first',
  usage,
  run: async (args, context) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') {
      context.error(asked)
      return 1
    }
    const database = await context.openDatabase()
    try {
      const { db } = database
      const person =
        asked.user === undefined
          ? null
          : ((await findPersonByEmail(db, asked.user)) ?? (await findPerson(db, asked.user)))
      if (asked.user !== undefined && !person) {
        const known = (await listPeople(db)).map(({ email }) => email)
        context.error(`Nobody here signs in as “${asked.user}”. People: ${known.join(', ') || 'none'}.`)
        return 1
      }
      const clock = await companyClock(db)
      const items = await listedQueue(
        { ...database, clock, language: context.language },
        { person, limit: asked.limit ?? (asked.json ? undefined : 50) },
      )
      if (asked.json) {
        context.out(JSON.stringify(items.map(listedSignal)))
        return 0
      }
      const [today, { baseCurrency }] = [await businessDay({ db, clock }), await readSettings(db)]
      context.out(queueLines(items, { today, currency: baseCurrency, language: context.language }))
      return 0
    } finally {
      await database.close()
    }
  },
}

/** As programs read it. */
const listedSignal = ({ kind, account, due, value, reason }: ListedSignal) => ({
  kind,
  account: account?.code ?? null,
  due,
  value,
  reason,
})

/** The request, or the sentence that says what is wrong with it. */
function readArguments(args: string[]): { user?: string; limit?: number; json: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { user: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } },
    })
    const { user, limit, json = false } = values
    if (positionals.length > 0) return `today takes no “${positionals[0]}”. Usage: ${usage.split('\n')[0]}`
    if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit))
      return `--limit is a number of signals from 1, not “${limit}”.`
    return { user, json, limit: limit === undefined ? undefined : Number(limit) }
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`
  }
}
