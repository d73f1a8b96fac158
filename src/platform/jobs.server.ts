import { Logger, type Runner, run, runMigrations } from 'graphile-worker'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { Database, Db } from './database.server.ts'
import type { DB } from './database-types.ts'

// The queue reports every job on the console by default; failures reach our log through its events.
const silent = new Logger(() => () => undefined)

/** What a `*.job.ts` exports: a name and what it does. A job may run twice: it must be able to. */
export type Job<Payload = unknown> = {
  name: string
  /** When it starts by itself, as cron (UTC), if at all. */
  cron?: string
  run: (payload: Payload, context: JobContext) => Promise<void>
}

export type JobContext = {
  db: Kysely<DB>
  pool: pg.Pool
  dataDirectory: string
  clock: Clock
  log: (message: string) => void
  signal: AbortSignal
}

/** Enqueues in the caller's transaction; the same key replaces a job that has not begun. */
export async function addJob(
  db: Db,
  name: string,
  payload: object = {},
  options: { jobKey?: string; queue?: string; maxAttempts?: number } = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(${name}::text, payload := ${JSON.stringify(payload)}::json,
      job_key := ${options.jobKey ?? null}::text, queue_name := ${options.queue ?? null}::text,
      max_attempts := ${options.maxAttempts ?? 5}::int)
  `.execute(db)
}

/** The queue's own tables; run with the migrations. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent })
}

/** Works until stopped. */
export async function runJobs(
  { db, pool }: Pick<Database, 'db' | 'pool'>,
  // biome-ignore lint/suspicious/noExplicitAny: each job checks its own payload
  jobs: readonly Job<any>[],
  context: Omit<JobContext, 'db' | 'pool' | 'signal'>,
): Promise<Runner> {
  const stopping = new AbortController()
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: silent,
    taskList: Object.fromEntries(
      jobs.map(job => [
        job.name,
        (payload: unknown) => job.run(payload, { ...context, db, pool, signal: stopping.signal }),
      ]),
    ),
    crontab: jobs
      .filter(job => job.cron)
      .map(job => `${job.cron} ${job.name} ?jobKey=${job.name}`)
      .join('\n'),
  })
  runner.events.on('job:error', ({ job, error }) =>
    context.log(`job ${job.task_identifier} failed: ${(error as Error)?.stack ?? error}`),
  )
  runner.events.on('stop', () => stopping.abort())
  return runner
}
