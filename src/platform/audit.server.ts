import { sql } from 'kysely'
import { noteChangedAccounts } from './changed-accounts.store.ts'
import type { Db } from './database.server.ts'
import { type Forgotten, namesPerson, withoutPerson } from './forgetting.ts'
import type { AnyActor } from './roles.ts'

export type Change = {
  room: string
  /** The kind of thing: 'account', 'policy', … */
  subject: string
  subjectId: string | number
  /** The account on whose page the change is read, if any. */
  accountId?: number | null
  operation: string
  before?: unknown
  after?: unknown
}

export type ChangeRead = {
  id: number
  at: string
  actor: string
  via: string
  room: string
  subject: string
  subjectId: string
  accountId: number | null
  operation: string
  before: unknown
  after: unknown
}

/** Leaves who, when, what before and after; call it in the transaction of the change itself. */
export async function recordChange(db: Db, actor: AnyActor, change: Change): Promise<void> {
  await recordChanges(db, actor, [change])
}

/** Many at once, for bulk acts. */
export async function recordChanges(db: Db, actor: AnyActor, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(change => ({
    room: change.room,
    subject: change.subject,
    subject_id: String(change.subjectId),
    account_id: change.accountId ?? null,
    operation: change.operation,
    before: change.before ?? null,
    after: change.after ?? null,
  }))
  await sql`
    insert into platform.change (actor_id, actor_name, via, room, subject, subject_id, account_id, operation, before, after)
    select ${actor.id}, ${actor.name}, ${actor.via}, c.room, c.subject, c.subject_id, c.account_id, c.operation,
      nullif(c.before, 'null'::jsonb), nullif(c.after, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (
      room text, subject text, subject_id text, account_id bigint, operation text, before jsonb, after jsonb)
  `.execute(db)
  await noteChangedAccounts(db, changes)
}

/** Accounts with an entry younger than this one; null where they are more than `most`. */
export async function accountsWithChangesAfter(db: Db, id: number, most: number): Promise<number[] | null> {
  const { rows } = await sql<{ accountId: number }>`
    select distinct account_id as "accountId" from platform.change
    where id > ${id} and account_id is not null limit ${most + 1}`.execute(db)
  return rows.length > most ? null : rows.map(row => row.accountId)
}

/** Newest first; `before` is the id to go on from. */
export async function listChanges(
  db: Db,
  filter: {
    ids?: readonly number[]
    accountId?: number
    room?: string
    subject?: string
    subjectId?: string
    before?: number
    limit?: number
  },
): Promise<ChangeRead[]> {
  const { rows } = await sql<ChangeRead>`
    select id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor_name as actor, via, room, subject,
      subject_id as "subjectId", account_id as "accountId", operation, before, after
    from platform.change
    where (${filter.ids ?? null}::bigint[] is null or id = any(${filter.ids ?? null}::bigint[]))
      and (${filter.accountId ?? null}::bigint is null or account_id = ${filter.accountId ?? null})
      and (${filter.room ?? null}::text is null or room = ${filter.room ?? null})
      and (${filter.subject ?? null}::text is null or subject = ${filter.subject ?? null})
      and (${filter.subjectId ?? null}::text is null or subject_id = ${filter.subjectId ?? null})
      and (${filter.before ?? null}::bigint is null or id < ${filter.before ?? null})
    order by id desc
    limit ${filter.limit ?? 100}
  `.execute(db)
  return rows
}

type Subject = { room: string; subject: string; subjectId: string | number }

type EntryAtPerson = { id: number; about: boolean; before: unknown; after: unknown }

/** Entries about the person (`about`), and all others of their accounts. */
async function entriesAround(db: Db, person: Forgotten, subjects: readonly Subject[]): Promise<EntryAtPerson[]> {
  const about = JSON.stringify(subjects.map(each => ({ ...each, subjectId: String(each.subjectId) })))
  const { rows } = await sql<EntryAtPerson>`
    select c.id, s.room is not null as about, c.before, c.after
    from platform.change c
    left join jsonb_to_recordset(${about}::jsonb) as s (room text, subject text, "subjectId" text)
      on s.room = c.room and s.subject = c.subject and s."subjectId" = c.subject_id
    where s.room is not null or c.account_id = any(${person.accountIds}::bigint[])`.execute(db)
  return rows
}

/** The trail about a person, and what of their accounts' trail names them; the newest first. */
export async function trailOfPerson(db: Db, person: Forgotten, subjects: readonly Subject[]): Promise<ChangeRead[]> {
  const ids = (await entriesAround(db, person, subjects))
    .filter(entry => entry.about || namesPerson([entry.before, entry.after], person))
    .map(entry => entry.id)
  return listChanges(db, { ids, limit: ids.length })
}

/** What a value of an entry about a person becomes: that it was said stays, what was said does not. */
const forgottenValue = '…'

/**
 * The trail forgets a person: entries about them (`subjects`) keep which values changed but not the values, and other
 * entries of their accounts lose the words that name them. Who, when and what kind of change stay for ever; the table's
 * trigger lets nothing else through. Returns how many entries lost something. See docs/decisions/0012.
 */
export async function forgetInTrail(db: Db, person: Forgotten, subjects: readonly Subject[]): Promise<number> {
  const rows = await entriesAround(db, person, subjects)
  const changed = rows.flatMap(row => {
    const forget = (value: unknown) => (row.about ? namesAlone(value) : withoutPerson(value, person))
    const [before, after] = [forget(row.before), forget(row.after)]
    return JSON.stringify([before, after]) === JSON.stringify([row.before, row.after])
      ? []
      : [{ id: row.id, before, after }]
  })
  if (changed.length === 0) return 0
  await sql`select set_config('vitalfew.forgetting', 'on', true)`.execute(db)
  await sql`
    update platform.change c set before = nullif(f.before, 'null'::jsonb), after = nullif(f.after, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as f (id bigint, before jsonb, after jsonb)
    where c.id = f.id`.execute(db)
  await sql`select set_config('vitalfew.forgetting', 'off', true)`.execute(db)
  return changed.length
}

/** The names of the values without the values. */
function namesAlone(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value === null ? null : forgottenValue
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, each === null ? null : forgottenValue]),
  )
}
