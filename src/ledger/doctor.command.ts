import { parseArgs } from 'node:util'
import type { Command } from '../platform/command.server.ts'
import { inTransaction } from '../platform/database.server.ts'
import { differenceSentence } from './difference.ts'
import { examineLedger, repairRollUps } from './doctor.server.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Compute every figure again from the lines and report what differs',
  usage: 'vitalfew doctor [--repair] [--json] [--data DIR]',
  run: async (args, context) => {
    const { values } = parseArgs({
      args,
      options: { repair: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const database = await context.openDatabase()
    try {
      if (values.repair) await inTransaction(database.pool, repairRollUps)
      const differences = await examineLedger(database.pool)
      if (values.json) context.out(JSON.stringify({ differences }))
      else if (differences.length === 0) context.out('Every figure agrees with the lines.')
      else {
        for (const difference of differences) context.out(differenceSentence(difference))
        context.error(
          values.repair
            ? 'What is left is no matter of sums: undo and repeat the import that it came from.'
            : '“vitalfew doctor --repair” computes headers, months and years again from the lines.',
        )
      }
      return differences.length === 0 ? 0 : 1
    } finally {
      await database.close()
    }
  },
}
