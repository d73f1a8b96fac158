import type { Job } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { runQueuedImport } from './run-queued-import.use.ts'
import { undoImport } from './undo-import.use.ts'
import { removeStaleUploads } from './uploads.use.ts'

/** Runs an import that was started in the web. A second run finds it no longer waiting and does nothing. */
export const runImportJob: Job<{ id: number }> = {
  name: 'run-import',
  run: async ({ id }, { db, pool, dataDirectory, signal, log }) => {
    const outcome = await runQueuedImport({ db, pool, dataDirectory, signal }, id)
    if (outcome) log(`import ${id}: ${outcome.rows} rows in ${outcome.seconds} s`)
  },
}

/** Undoes an import. A second run finds it undone and is refused, which is no failure of the job. */
export const undoImportJob: Job<{ id: number; actor: Actor }> = {
  name: 'undo-import',
  run: async ({ id, actor }, { db, pool }) => {
    try {
      await undoImport({ db, pool, actor }, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  },
}

/** Each night: files of uploads that no import needs any more. */
export const removeStaleUploadsJob: Job = {
  name: 'remove-stale-uploads',
  cron: '20 3 * * *',
  run: async (_, { db, dataDirectory }) => removeStaleUploads(db, dataDirectory),
}

export const importsJobs = [runImportJob, undoImportJob, removeStaleUploadsJob]
