import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { ConsentCovers } from './consent.ts'
import type { RetentionLimit } from './retention.ts'

export type StoredLimit = RetentionLimit & { covers: ConsentCovers; version: number }

export async function readLimits(db: Db): Promise<StoredLimit[]> {
  const { rows } = await sql<StoredLimit>`
    select covers, months, grace_days as "graceDays", automatic, version from know.retention
    order by array_position(array['personal data', 'marketing', 'photos'], covers)`.execute(db)
  return rows
}

/** False when somebody else was quicker. */
export async function saveLimit(db: Db, limit: StoredLimit): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update know.retention
    set months = ${limit.months}, grace_days = ${limit.graceDays}, automatic = ${limit.automatic}, version = version + 1
    where covers = ${limit.covers} and version = ${limit.version}`.execute(db)
  return numAffectedRows === 1n
}

/** The last day on which anything was heard of each contact or said about them; who is missing: nothing is known. */
export async function readActivity(db: Db): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; day: string }>`
    select contact_id as id, max(day) as day from (
      select contact_id, greatest(since, last_contact_on) as day from know.acquaintance
      union all select contact_id, confirmed_on from know.profile
      union all select contact_id, greatest(given_on, withdrawn_on) from know.consent
      union all select contact_id, from_day from know.employment
      union all select contact_id, day from know.contact_day
    ) said where day is not null group by contact_id`.execute(db)
  return new Map(rows.map(row => [row.id, row.day]))
}

export type Review = {
  contactId: number
  covers: ConsentCovers
  listedOn: string
  lastActivity: string
  keptUntil: string | null
}

export async function readReviews(db: Db): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select contact_id as "contactId", covers, listed_on as "listedOn", last_activity as "lastActivity",
      kept_until as "keptUntil"
    from know.retention_review order by listed_on, contact_id, covers`.execute(db)
  return rows
}

/** Lists those due; who is listed keeps the day of the list, and a decision that has run out is gone. */
export async function listForReview(db: Db, due: readonly Omit<Review, 'keptUntil'>[]): Promise<void> {
  await sql`
    insert into know.retention_review as r (contact_id, covers, listed_on, last_activity)
    select s."contactId", s.covers, s."listedOn", s."lastActivity"
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as s (
      "contactId" bigint, covers text, "listedOn" date, "lastActivity" date)
    on conflict (contact_id, covers) do update set
      last_activity = excluded.last_activity, kept_until = null, reason = null,
      listed_on = case when r.kept_until is null then r.listed_on else excluded.listed_on end`.execute(db)
}

/** Those who are not due any more, because something was heard of them or the limit changed. */
export async function unlist(db: Db, gone: readonly { contactId: number; covers: ConsentCovers }[]): Promise<void> {
  await sql`
    delete from know.retention_review r
    using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as s ("contactId" bigint, covers text)
    where r.contact_id = s."contactId" and r.covers = s.covers`.execute(db)
}

export async function keepUntil(
  db: Db,
  { contactId, covers, until, reason }: { contactId: number; covers: ConsentCovers; until: string; reason: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update know.retention_review set kept_until = ${until}, reason = ${reason}
    where contact_id = ${contactId} and covers = ${covers}`.execute(db)
  return numAffectedRows === 1n
}
