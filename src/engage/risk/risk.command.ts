import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { companyClock } from '../../platform/business-day.server.ts'
import type { Command } from '../../platform/command.server.ts'
import { operator } from '../../platform/roles.ts'
import { alertStateName } from './risk-words.ts'
import { takeFile } from './take-file.use.ts'

const usage = `vitalfew risk import FILE... [--data DIR] [--json]

  FILE           a CAP 1.1 or 1.2 message, or storm tracks in the columns of IBTrACS (SID, ISO_TIME, LAT, LON, WMO_WIND)
  --json         one object for each file on a line: {"file", "items": [{"alertId", "title", "outcome", "state", "sites"}], "setAside"}

A file is taken as a whole or not at all; one that is refused stops the command with its reason.`

export const riskCommand: Command = {
  name: 'risk',
  summary: 'Take warnings and storm tracks',
  usage,
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [verb, ...files] = positionals
    if (verb !== 'import' || files.length === 0) {
      context.error(usage)
      return 1
    }
    const contents = await Promise.all(files.map(async file => ({ file, bytes: await readFile(file) })))
    const database = await context.openDatabase()
    try {
      const clock = await companyClock(database.db)
      for (const { file, bytes } of contents) {
        const taken = await takeFile({ db: database.db, clock, actor: operator() }, bytes)
        if (values.json) context.out(JSON.stringify({ file, ...taken }))
        else
          for (const { alertId, title, state, sites } of taken.items)
            context.out(`${alertId}  ${title}  ${alertStateName(state, context.language)}  ${sites}`)
      }
      return 0
    } finally {
      await database.close()
    }
  },
}
