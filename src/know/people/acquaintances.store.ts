import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** Who of ours knows them; strength 1 (met once) to 5 (trusts us). */
export type Acquaintance = {
  personId: string
  strength: number
  since: string | null
  lastContactOn: string | null
}

export type AcquaintanceRow = Acquaintance & { contactId: number; version: number }

/** By contact, the best acquaintance first. */
export async function readAcquaintances(
  db: Db,
  contactIds: readonly number[],
): Promise<Map<number, AcquaintanceRow[]>> {
  const { rows } = await sql<AcquaintanceRow>`
    select contact_id as "contactId", person_id as "personId", strength, since, last_contact_on as "lastContactOn", version
    from know.acquaintance where contact_id = any(${contactIds}::bigint[])
    order by contact_id, strength desc, last_contact_on desc nulls last, person_id`.execute(db)
  return Map.groupBy(rows, row => row.contactId)
}

/** The later day stays; who did not know them yet knows them with strength 1 from then on. */
export async function freshenAcquaintances(
  db: Db,
  { contactIds, personId, day }: { contactIds: readonly number[]; personId: string; day: string },
): Promise<void> {
  await sql`
    insert into know.acquaintance as a (contact_id, person_id, strength, since, last_contact_on)
    select distinct id, ${personId}, 1, ${day}::date, ${day}::date from unnest(${contactIds}::bigint[]) id
    on conflict (contact_id, person_id) do update
    set last_contact_on = greatest(a.last_contact_on, excluded.last_contact_on)`.execute(db)
}

/** A last contact that is already known later stays. */
export async function saveAcquaintances(
  db: Db,
  rows: readonly (Acquaintance & { contactId: number })[],
): Promise<void> {
  await sql`
    insert into know.acquaintance as a (contact_id, person_id, strength, since, last_contact_on)
    select s."contactId", s."personId", s.strength, s.since, s."lastContactOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (
      "contactId" bigint, "personId" text, strength smallint, since date, "lastContactOn" date)
    on conflict (contact_id, person_id) do update set
      strength = excluded.strength, since = excluded.since, version = a.version + 1,
      last_contact_on = greatest(a.last_contact_on, excluded.last_contact_on)`.execute(db)
}

export async function deleteAcquaintance(db: Db, contactId: number, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from know.acquaintance where contact_id = ${contactId} and person_id = ${personId}`.execute(db)
  return numAffectedRows === 1n
}
