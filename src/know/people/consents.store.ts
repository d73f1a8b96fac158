import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { ConsentCovers, LegalBasis } from './consent.ts'

export type Consent = {
  id: number
  contactId: number
  covers: ConsentCovers
  purpose: string
  legalBasis: LegalBasis
  givenOn: string
  /** By what: a form, a mail, a word at a visit. */
  givenBy: string
  withdrawnOn: string | null
  withdrawnBy: string | null
}

const columns = sql`
  id, contact_id as "contactId", covers, purpose, legal_basis as "legalBasis", given_on as "givenOn",
  given_by as "givenBy", withdrawn_on as "withdrawnOn", withdrawn_by as "withdrawnBy"`

/** By contact, the latest first. */
export async function readConsents(db: Db, contactIds: readonly number[]): Promise<Map<number, Consent[]>> {
  const { rows } = await sql<Consent>`
    select ${columns} from know.consent where contact_id = any(${contactIds}::bigint[])
    order by contact_id, given_on desc, id desc`.execute(db)
  return Map.groupBy(rows, row => row.contactId)
}

export async function findConsent(db: Db, id: number): Promise<Consent | undefined> {
  const { rows } = await sql<Consent>`select ${columns} from know.consent where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function insertConsents(db: Db, consents: readonly Omit<Consent, 'id'>[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into know.consent (contact_id, covers, purpose, legal_basis, given_on, given_by, withdrawn_on, withdrawn_by)
    select s."contactId", s.covers, s.purpose, s."legalBasis", s."givenOn", s."givenBy", s."withdrawnOn", s."withdrawnBy"
    from jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) as s (
      "contactId" bigint, covers text, purpose text, "legalBasis" text, "givenOn" date, "givenBy" text,
      "withdrawnOn" date, "withdrawnBy" text)
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export async function withdrawConsents(db: Db, ids: readonly number[], day: string, by: string): Promise<void> {
  await sql`
    update know.consent set withdrawn_on = greatest(given_on, ${day}::date), withdrawn_by = ${by}
    where id = any(${ids}::bigint[]) and withdrawn_on is null`.execute(db)
}
