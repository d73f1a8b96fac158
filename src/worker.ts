import { jobs } from './jobs.ts'
import { companyClock } from './platform/business-day.server.ts'
import { openDatabase } from './platform/database.server.ts'
import { runJobs } from './platform/jobs.server.ts'
import { announceWorker } from './platform/worker-presence.server.ts'

export type RunningWorker = { close: () => Promise<void> }

/** Works off the queue until closed. `start` forks this file with DATABASE_URL and VITALFEW_DATA set. */
export async function startWorker(options: {
  databaseUrl: string
  dataDirectory: string
  log?: (message: string) => void
}): Promise<RunningWorker> {
  const log = options.log ?? (() => undefined)
  const database = openDatabase(options.databaseUrl, {
    max: 8,
    onIdleError: error => log(`database connection lost: ${error.message}`),
  })
  const runner = await runJobs(database, jobs, {
    dataDirectory: options.dataDirectory,
    clock: await companyClock(database.db),
    log,
  })
  const presence = await announceWorker(database.pool)
  return {
    close: async () => {
      await runner.stop()
      presence.leave()
      await database.close()
    },
  }
}

if (import.meta.main) {
  const databaseUrl = process.env.DATABASE_URL
  const dataDirectory = process.env.VITALFEW_DATA
  if (!databaseUrl || !dataDirectory) throw new Error('The worker needs DATABASE_URL and VITALFEW_DATA.')
  const worker = await startWorker({ databaseUrl, dataDirectory, log: message => process.stderr.write(`${message}\n`) })
  process.send?.('ready')
  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await worker.close().catch(() => undefined)
    process.exit(0)
  }
  process.on('SIGTERM', close)
  // Ctrl-C reaches the whole group; the parent decides the order.
  process.on('SIGINT', () => undefined)
  // The parent is gone, however it ended.
  process.on('disconnect', close)
}
