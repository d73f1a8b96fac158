import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import { Refusal } from './refusal.ts'

type Kept = { status: number; answer: unknown }

/**
 * Answers a write with an Idempotency-Key once: the same request again gets the first answer, another request under
 * the same key is refused, one still under way too. Only answers below 500 are kept (a failure may be tried again).
 */
export async function answerOnce(
  db: Db,
  request: { actor: string; key: string; operation: string; body: string },
  answer: () => Promise<Response>,
): Promise<Response> {
  const requestHash = createHash('sha256').update(`${request.operation}\n${request.body}`).digest('hex')
  const begun = await sql`
    insert into platform.idempotent_answer (actor, key, operation, request_hash)
    values (${request.actor}, ${request.key}, ${request.operation}, ${requestHash})
    on conflict (actor, key) do update set at = now(), request_hash = excluded.request_hash, operation = excluded.operation, status = null, answer = null
      where idempotent_answer.at < now() - interval '1 day'
        or (idempotent_answer.status is null and idempotent_answer.at < now() - interval '10 minutes')
    returning key
  `.execute(db)
  if (begun.rows.length === 0) return earlierAnswer(db, request, requestHash)
  try {
    const response = await answer()
    if (response.status >= 500) await forget(db, request)
    else await keep(db, request, response)
    return response
  } catch (error) {
    await forget(db, request)
    throw error
  }
}

async function earlierAnswer(db: Db, request: { actor: string; key: string }, requestHash: string): Promise<Response> {
  const { rows } = await sql<Kept & { requestHash: string }>`
    select status, answer, request_hash as "requestHash" from platform.idempotent_answer
    where actor = ${request.actor} and key = ${request.key}
  `.execute(db)
  const kept = rows[0]
  if (kept && kept.requestHash !== requestHash) throw new Refusal('idempotency_key_reused')
  if (!kept || kept.status === null) throw new Refusal('request_under_way')
  if ((kept.answer as { secret?: unknown } | null)?.secret === true) throw new Refusal('answer_given_once')
  return new Response(JSON.stringify(kept.answer), {
    status: kept.status,
    headers: {
      'content-type': kept.status >= 400 ? 'application/problem+json' : 'application/json',
      'idempotent-replayed': 'true',
    },
  })
}

async function keep(db: Db, request: { actor: string; key: string }, response: Response): Promise<void> {
  // What must not be stored (a new key, a one-time link) is known to have been answered, no more.
  const isSecret = response.headers.get('cache-control') === 'no-store'
  const text = isSecret ? '{"secret":true}' : await response.clone().text()
  await sql`
    update platform.idempotent_answer set status = ${response.status}, answer = ${text === '' ? 'null' : text}::jsonb
    where actor = ${request.actor} and key = ${request.key}
  `.execute(db)
}

async function forget(db: Db, request: { actor: string; key: string }): Promise<void> {
  await sql`delete from platform.idempotent_answer where actor = ${request.actor} and key = ${request.key}`.execute(db)
}
