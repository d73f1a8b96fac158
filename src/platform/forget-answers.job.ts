import type { Job } from './jobs.server.ts'

/** Answers to writes with an Idempotency-Key are kept a day (idempotency.server.ts); this clears the older ones. */
export const forgetAnswersJob: Job = {
  name: 'forget-answers',
  cron: '15 3 * * *',
  run: async (_, { pool, log }) => {
    const { rowCount } = await pool.query(`delete from platform.idempotent_answer where at < now() - interval '1 day'`)
    if (rowCount) log(`${rowCount} answers of yesterday forgotten`)
  },
}
