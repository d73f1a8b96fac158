import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type AcquaintanceRow = {
  contactId: number
  personId: string
  /** 1 (met once) to 5 (trusts us). */
  strength: number
  since: string | null
  lastContactOn: string | null
  version: number
}

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
