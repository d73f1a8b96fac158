import { sql } from 'kysely'
import type { Db } from '../database.server.ts'
import type { Language } from '../language.ts'
import type { ChosenKind, MailKind, MailState } from './mail.ts'

export type QueuedMail = {
  kind: MailKind
  personId: string | null
  address: string
  language: Language
  replyTo: string | null
  subject: string
  text: string
  html: string
  calendar: string | null
  calendarMethod: 'REQUEST' | 'CANCEL' | null
  onceKey: string | null
}

export type KeptMail = QueuedMail & {
  id: number
  state: MailState
  attempts: number
  error: string | null
  queuedAt: string
  doneAt: string | null
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

const columns = sql`id, kind, person_id as "personId", address, language, reply_to as "replyTo", subject, text, html, calendar,
  calendar_method as "calendarMethod", once_key as "onceKey", state, attempts, error,
  ${instant('queued_at')} as "queuedAt", ${instant('done_at')} as "doneAt"`

/** The new mail's id; null where one of the same key was queued before. */
export async function insertMail(db: Db, mail: QueuedMail, at: Date): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into platform.mail (kind, person_id, address, language, reply_to, subject, text, html, calendar, calendar_method, once_key, queued_at)
    values (${mail.kind}, ${mail.personId}, ${mail.address}, ${mail.language}, ${mail.replyTo}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${mail.calendar}, ${mail.calendarMethod}, ${mail.onceKey}, ${at})
    on conflict (once_key) do nothing
    returning id
  `.execute(db)
  return rows[0]?.id ?? null
}

/** Locked until the transaction ends, so that no second worker sends it; null where it has left or another has it. */
export async function waitingMail(db: Db, id: number): Promise<KeptMail | null> {
  const { rows } = await sql<KeptMail>`
    select ${columns} from platform.mail where id = ${id} and state = 'waiting' for update skip locked
  `.execute(db)
  return rows[0] ?? null
}

export async function markMail(db: Db, id: number, state: MailState, error: string | null, at: Date): Promise<void> {
  await sql`
    update platform.mail set state = ${state}, error = ${error}, attempts = attempts + 1, done_at = ${at}
    where id = ${id}
  `.execute(db)
}

/** Back to waiting; false where it is not one that failed. */
export async function mailToSendAgain(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.mail set state = 'waiting', error = null, done_at = null where id = ${id} and state = 'failed'
  `.execute(db)
  return numAffectedRows === 1n
}

/** Newest first; of one person alone unless null. */
export async function listMail(
  db: Db,
  filter: { personId: string | null; before?: number; limit: number },
): Promise<KeptMail[]> {
  const { rows } = await sql<KeptMail>`
    select ${columns} from platform.mail
    where (${filter.personId}::text is null or person_id = ${filter.personId})
      and (${filter.before ?? null}::bigint is null or id < ${filter.before ?? null})
    order by id desc limit ${filter.limit}
  `.execute(db)
  return rows
}

export async function findMail(db: Db, id: number): Promise<KeptMail | null> {
  const { rows } = await sql<KeptMail>`select ${columns} from platform.mail where id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function unwantedKinds(db: Db, personId: string): Promise<ChosenKind[]> {
  const { rows } = await sql<{ kind: ChosenKind }>`
    select kind from platform.mail_choice where person_id = ${personId} and not wanted
  `.execute(db)
  return rows.map(row => row.kind)
}

/** False where it was so before. */
export async function setWanted(
  db: Db,
  choice: { personId: string; kind: ChosenKind; wanted: boolean; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into platform.mail_choice (person_id, kind, wanted, changed_at)
    select id, ${choice.kind}, ${choice.wanted}, ${choice.at} from auth."user" where id = ${choice.personId}
    on conflict (person_id, kind) do update set wanted = excluded.wanted, changed_at = excluded.changed_at
      where mail_choice.wanted <> excluded.wanted
  `.execute(db)
  return numAffectedRows === 1n
}

/** Old mails are of no use to anybody: the figures in them are. */
export async function forgetMail(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from platform.mail where done_at < ${before}
  `.execute(db)
  return Number(numAffectedRows ?? 0n)
}
