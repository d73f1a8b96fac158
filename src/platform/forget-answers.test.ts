import { expect, test } from 'vitest'
import { createTestDatabase } from '../../tests/support/database.ts'
import { forgetAnswersJob } from './forget-answers.job.ts'

test('answers older than a day are forgotten, younger ones kept', async () => {
  const { db, pool, close } = await createTestDatabase()
  try {
    await pool.query(
      `insert into platform.idempotent_answer (actor, key, operation, request_hash, at)
       values ('a', 'old', 'POST /x', 'h', now() - interval '25 hours'), ('a', 'young', 'POST /x', 'h', now() - interval '23 hours')`,
    )
    const context = {
      db,
      pool,
      dataDirectory: '',
      log: () => undefined,
      clock: { now: () => new Date() },
      signal: new AbortController().signal,
    }
    await forgetAnswersJob.run({}, context)
    await forgetAnswersJob.run({}, context)
    const { rows } = await pool.query('select key from platform.idempotent_answer')
    expect(rows).toEqual([{ key: 'young' }])
  } finally {
    await close()
  }
})
