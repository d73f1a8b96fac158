import { sql } from 'kysely'
import type { Db } from './database.server.ts'

/** What changes touched; accountId null: no account in particular. */
export type Touched = { accountId: number | null; room: string }

/** Changes of nothing that is computed of accounts: an answer to a signal changes what is shown of it, not the signal. */
const withoutFigures = ['today', 'platform key', 'platform absence']

/**
 * Notes what a change touched, in the change's own transaction: whoever keeps figures of single accounts (the queue of
 * today) takes it out and reads those again. Rows are only added, so nobody waits for anybody.
 */
export async function noteChangedAccounts(
  db: Db,
  changes: readonly { room: string; subject: string; accountId?: number | null }[],
): Promise<void> {
  const touched = new Map(
    changes
      .filter(({ room, subject }) => !withoutFigures.includes(room) && !withoutFigures.includes(`${room} ${subject}`))
      .map(({ room, accountId = null }) => [`${room} ${accountId}`, { room, accountId }]),
  )
  if (touched.size === 0) return
  const rows = [...touched.values()]
  await sql`
    insert into platform.changed_account (account_id, room)
    select * from unnest(${rows.map(row => row.accountId)}::bigint[], ${rows.map(row => row.room)}::text[])`.execute(db)
}

/** Takes out all that has been committed by now; whoever commits later is found the next time. */
export async function takeChangedAccounts(db: Db): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with taken as (delete from platform.changed_account returning account_id, room)
    select distinct account_id as "accountId", room from taken`.execute(db)
  return rows
}

export async function someAccountChanged(db: Db): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from platform.changed_account) as some`.execute(db)
  return rows[0]!.some
}
