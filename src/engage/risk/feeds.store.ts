import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type FeedFields = { name: string; url: string; enabled: boolean; allowPrivate: boolean }

export type Feed = FeedFields & {
  id: number
  lastReadAt: Date | null
  lastProblem: string | null
  messagesRead: number
  version: number
}

const feedColumns = sql`
  id, name, url, enabled, allow_private as "allowPrivate", last_read_at as "lastReadAt", last_problem as "lastProblem",
  messages_read as "messagesRead", version`

export async function listFeeds(db: Db): Promise<Feed[]> {
  const { rows } = await sql<Feed>`select ${feedColumns} from engage.risk_feed order by name, id`.execute(db)
  return rows
}

export async function findFeed(db: Db, id: number): Promise<Feed | undefined> {
  const { rows } = await sql<Feed>`select ${feedColumns} from engage.risk_feed where id = ${id} for update`.execute(db)
  return rows[0]
}

/** An address that is read already fails with SQLSTATE 23505. */
export async function insertFeed(db: Db, { name, url, enabled, allowPrivate }: FeedFields): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.risk_feed (name, url, enabled, allow_private)
    values (${name}, ${url}, ${enabled}, ${allowPrivate}) returning id`.execute(db)
  return rows[0]!.id
}

export async function updateFeed(db: Db, id: number, { name, url, enabled, allowPrivate }: FeedFields): Promise<void> {
  await sql`
    update engage.risk_feed set name = ${name}, url = ${url}, enabled = ${enabled}, allow_private = ${allowPrivate},
      version = version + 1
    where id = ${id}`.execute(db)
}

export async function deleteFeed(db: Db, id: number): Promise<void> {
  await sql`delete from engage.risk_feed where id = ${id}`.execute(db)
}

/** What the last reading brought; a problem stands until a reading without one. */
export async function noteReading(
  db: Db,
  id: number,
  at: Date,
  problem: string | null,
  messages: number,
): Promise<void> {
  await sql`
    update engage.risk_feed set last_read_at = ${at}, last_problem = ${problem},
      messages_read = messages_read + ${messages}
    where id = ${id}`.execute(db)
}

export async function entriesRead(db: Db, feedId: number, links: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ link: string }>`
    select link from engage.risk_feed_entry where feed_id = ${feedId} and link = any(${links}::text[])`.execute(db)
  return new Set(rows.map(row => row.link))
}

export async function noteEntry(db: Db, feedId: number, link: string, at: Date): Promise<void> {
  await sql`
    insert into engage.risk_feed_entry (feed_id, link, read_at) values (${feedId}, ${link}, ${at})
    on conflict do nothing`.execute(db)
}
