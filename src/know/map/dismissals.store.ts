import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { GapKind } from './gaps.ts'

/** What somebody said is no gap at an account, and until when. */
export type Dismissal = {
  id: number
  accountId: number
  kind: GapKind
  contactId: number | null
  reason: string
  until: string
  author: string
  saidOn: string
  endedOn: string | null
}

const columns = sql`
  id, account_id as "accountId", kind, contact_id as "contactId", reason, until, author_name as author,
  said_on as "saidOn", ended_on as "endedOn"`

/** In force on a day; of one gap the latest said. */
export async function dismissalsInForce(db: Db, accountIds: readonly number[], day: string): Promise<Dismissal[]> {
  const { rows } = await sql<Dismissal>`
    select distinct on (account_id, kind, contact_id) ${columns} from know.gap_dismissal
    where account_id = any(${accountIds}::bigint[]) and ended_on is null and until >= ${day}::date
    order by account_id, kind, contact_id, id desc`.execute(db)
  return rows
}

export async function findDismissal(db: Db, id: number): Promise<Dismissal | undefined> {
  const { rows } = await sql<Dismissal>`select ${columns} from know.gap_dismissal where id = ${id}`.execute(db)
  return rows[0]
}

export async function insertDismissal(
  db: Db,
  said: Pick<Dismissal, 'accountId' | 'kind' | 'contactId' | 'reason' | 'until' | 'author' | 'saidOn'> & {
    authorId: string | null
  },
): Promise<Dismissal> {
  const { rows } = await sql<Dismissal>`
    insert into know.gap_dismissal (account_id, kind, contact_id, reason, until, author_id, author_name, said_on)
    values (${said.accountId}, ${said.kind}, ${said.contactId}, ${said.reason}, ${said.until}, ${said.authorId},
      ${said.author}, ${said.saidOn})
    returning ${columns}`.execute(db)
  return rows[0]!
}

/** Ends this and every other dismissal of the same gap; undefined where none was in force any more. */
export async function endDismissal(
  db: Db,
  { id, accountId, kind, contactId }: Dismissal,
  day: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update know.gap_dismissal set ended_on = ${day}
    where account_id = ${accountId} and kind = ${kind} and contact_id is not distinct from ${contactId}
      and ended_on is null and until >= ${day}::date
    returning id`.execute(db)
  return rows.some(row => row.id === id)
}
