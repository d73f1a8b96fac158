import { Kysely, PostgresDialect } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import type { Job } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { runQueuedImport } from './run-queued-import.use.ts'
import { undoImport } from './undo-import.use.ts'
import { removeStaleUploads } from './uploads.use.ts'

function onPool(pool: ConstructorParameters<typeof PostgresDialect>[0]['pool']): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs an import that was started in the web. A second run finds it no longer waiting and does nothing. */
export const runImportJob: Job<{ id: number }> = {
  name: 'run-import',
  run: async ({ id }, { pool, dataDirectory, signal, log }) => {
    const outcome = await runQueuedImport({ db: onPool(pool), pool, dataDirectory, signal }, id)
    if (outcome) log(`import ${id}: ${outcome.rows} rows in ${outcome.seconds} s`)
  },
}

/** Undoes an import. A second run finds it undone and is refused, which is no failure of the job. */
export const undoImportJob: Job<{ id: number; actor: Actor }> = {
  name: 'undo-import',
  run: async ({ id, actor }, { pool }) => {
    try {
      await undoImport({ db: onPool(pool), pool, actor }, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  },
}

/** Each night: files of uploads that no import needs any more. */
export const removeStaleUploadsJob: Job = {
  name: 'remove-stale-uploads',
  cron: '20 3 * * *',
  run: async (_, { pool, dataDirectory }) => removeStaleUploads(onPool(pool), dataDirectory),
}

export const importsJobs = [runImportJob, undoImportJob, removeStaleUploadsJob]
