import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type Erasure = {
  contactId: number
  accountId: number
  erasedOn: string
  ground: 'request' | 'retention'
  /** Who of ours did it; null: the nightly job. */
  personId: string | null
  reference: string | null
}

export async function insertErasure(db: Db, erasure: Erasure): Promise<void> {
  const { contactId, accountId, erasedOn, ground, personId, reference } = erasure
  await sql`
    insert into know.erasure (contact_id, account_id, erased_on, ground, person_id, reference)
    values (${contactId}, ${accountId}, ${erasedOn}, ${ground}, ${personId}, ${reference})`.execute(db)
}

/** The latest thousand. */
export async function listErasures(db: Db): Promise<Erasure[]> {
  const { rows } = await sql<Erasure>`
    select contact_id as "contactId", account_id as "accountId", erased_on as "erasedOn", ground, person_id as "personId",
      reference
    from know.erasure order by erased_on desc, contact_id desc limit 1000`.execute(db)
  return rows
}
