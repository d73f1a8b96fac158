import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.server.ts'
import { openDataDirectory } from './data-directory.server.ts'
import { openDatabase } from './database.server.ts'
import { checkBackup, makeRoom, restoreBackup } from './restore.server.ts'

const usage = 'vitalfew restore FILE [--data DIR]'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Bring a backup back into an empty data directory',
  usage,
  run: async (args, context) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
    if (positionals.length !== 1) {
      context.error(`Usage: ${usage}`)
      return 1
    }
    const file = resolve(positionals[0]!)
    const began = Date.now()
    const facts = await checkBackup(file)
    const directory = await openDataDirectory({ data: context.dataDirectory, as: 'system', restoring: true })
    const database = openDatabase(directory.databaseUrl)
    try {
      await makeRoom(database.pool, directory.path)
      await restoreBackup(database.pool, directory.path, file)
    } finally {
      await database.close()
      await directory.close()
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    context.out(
      `Restored ${facts.rows.toLocaleString('en')} rows and ${facts.files} files, as of ${facts.writtenAt}, into ${directory.path} (${seconds} s).`,
    )
    return 0
  },
}
