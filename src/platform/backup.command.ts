import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from './backup.server.ts'
import type { Command } from './command.server.ts'

const usage = 'vitalfew backup FILE [--data DIR]'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write everything into one file, while the system runs',
  usage,
  run: async (args, context) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
    if (positionals.length !== 1) {
      context.error(`Usage: ${usage}`)
      return 1
    }
    const file = resolve(positionals[0]!)
    const began = Date.now()
    const database = await context.openDatabase()
    try {
      const facts = await writeBackup(database.pool, context.dataDirectory, file, new Date())
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      context.out(
        `Backed up ${facts.rows.toLocaleString('en')} rows of ${facts.tables} tables and ${facts.files} files into ${file} (${(facts.bytes / 1e6).toFixed(1)} MB, ${seconds} s).`,
      )
      return 0
    } finally {
      await database.close()
    }
  },
}
