import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type Message = {
  id: string
  accountId: number
  side: 'account' | 'department'
  author: string
  orderId: number | null
  text: string
  sentAt: string
  /** By the other side. */
  readAt: string | null
}

const columns = sql`
  public_id as id, account_id as "accountId", side, author_name as author, order_id as "orderId", text,
  to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt",
  to_char(read_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "readAt"`

/** The newest first, older than `before` where one is named; one more than the limit says that there are more. */
export async function messagesOf(
  db: Db,
  accountIds: readonly number[],
  page: { before?: string; limit: number },
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select ${columns} from portal.message
    where account_id = any(${accountIds}::bigint[])
      and (${page.before ?? null}::uuid is null
        or message.id < (select older.id from portal.message older where older.public_id = ${page.before ?? null}))
    order by message.id desc limit ${page.limit}`.execute(db)
  return rows
}

export async function insertMessages(
  db: Db,
  messages: readonly (Omit<Message, 'id' | 'sentAt' | 'readAt'> & {
    authorId: string | null
    sentAt: Date
    readAt?: Date
  })[],
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    insert into portal.message (account_id, side, author_id, author_name, order_id, text, sent_at, read_at)
    select m."accountId", m.side, m."authorId", m.author, m."orderId", m.text, m."sentAt", m."readAt"
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as m (
      "accountId" bigint, side text, "authorId" text, author text, "orderId" bigint, text text, "sentAt" timestamptz,
      "readAt" timestamptz)
    returning ${columns}`.execute(db)
  return rows
}

/** What the other side wrote counts as read; how many it were. */
export async function markRead(db: Db, accountIds: readonly number[], by: Message['side'], now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update portal.message set read_at = ${now}
    where account_id = any(${accountIds}::bigint[]) and read_at is null and side <> ${by}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export type Waiting = { accountId: number; count: number; author: string; text: string; since: string }

/** Accounts whose messages nobody of ours has read, with the oldest of them. */
export async function waitingMessages(db: Db, accountIds: readonly number[] | null): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select distinct on (account_id) account_id as "accountId", (count(*) over (partition by account_id))::int as count,
      author_name as author, text, to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from portal.message
    where read_at is null and side = 'account' and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    order by account_id, id`.execute(db)
  return rows
}

/** What the department wrote and nobody of the account has read. */
export async function countUnread(db: Db, accountIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal.message
    where account_id = any(${accountIds}::bigint[]) and side = 'department' and read_at is null`.execute(db)
  return rows[0]!.n
}
