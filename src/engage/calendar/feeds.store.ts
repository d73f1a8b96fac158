import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Feed = { personId: string; madeAt: string; lastReadAt: string | null }

const feedColumns = sql`
  person_id as "personId", to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
  to_char(last_read_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastReadAt"`

export async function findFeedOf(db: Db, personId: string): Promise<Feed | null> {
  const { rows } = await sql<Feed>`
    select ${feedColumns} from engage.calendar_feed where person_id = ${personId} and revoked_at is null`.execute(db)
  return rows[0] ?? null
}

/** The feed of an address, noted as read. */
export async function readFeed(db: Db, secretHash: string, now: Date): Promise<Feed | null> {
  const { rows } = await sql<Feed>`
    update engage.calendar_feed set last_read_at = ${now}
    where secret_hash = ${secretHash} and revoked_at is null returning ${feedColumns}`.execute(db)
  return rows[0] ?? null
}

/** Returns whether there was one. */
export async function revokeFeed(db: Db, personId: string, now: Date): Promise<boolean> {
  // Two at the same moment: the second one revokes what the first has made.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar feed ${personId}`}, 0))`.execute(db)
  const { rows } = await sql`
    update engage.calendar_feed set revoked_at = ${now} where person_id = ${personId} and revoked_at is null
    returning id`.execute(db)
  return rows.length > 0
}

export async function insertFeed(db: Db, personId: string, secretHash: string, now: Date): Promise<void> {
  await sql`
    insert into engage.calendar_feed (person_id, secret_hash, created_at)
    values (${personId}, ${secretHash}, ${now})`.execute(db)
}
