import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { CodeKind } from './partner.ts'

export type UnmappedCode = { partnerId: number; kind: CodeKind; code: string; name: string; rows: number }

/** Says anew which codes of an import nobody has mapped. */
export async function setUnmappedCodes(db: Db, importId: number, codes: readonly UnmappedCode[]): Promise<void> {
  await sql`delete from supply.unmapped_code where import_id = ${importId}`.execute(db)
  if (codes.length === 0) return
  await sql`
    insert into supply.unmapped_code (partner_id, import_id, kind, code, name, rows)
    select "partnerId", ${importId}, kind, code, name, rows
    from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb)
      as u ("partnerId" bigint, kind text, code text, name text, rows integer)`.execute(db)
}

export type WaitingCode = Omit<UnmappedCode, 'partnerId'> & { importIds: number[] }

/** Those that most rows wait for come first. */
export async function listUnmappedCodes(db: Db, partnerId: number): Promise<WaitingCode[]> {
  const { rows } = await sql<WaitingCode>`
    select kind, code, max(name) as name, sum(rows)::integer as rows, array_agg(import_id::integer order by import_id) as "importIds"
    from supply.unmapped_code where partner_id = ${partnerId} and not mapped
    group by kind, code order by sum(rows) desc, kind, code limit 500`.execute(db)
  return rows
}

/** Imports with rows that waited for codes that have been mapped since. */
export async function importsWaiting(db: Db, partnerId: number): Promise<{ importId: number; rows: number }[]> {
  const { rows } = await sql<{ importId: number; rows: number }>`
    select import_id as "importId", sum(rows)::integer as rows from supply.unmapped_code
    where partner_id = ${partnerId} and mapped group by import_id order by import_id`.execute(db)
  return rows
}

/** A code that has been mapped; without a code all of the kind. */
export async function markMapped(db: Db, partnerId: number, kind: CodeKind, code: string | null): Promise<void> {
  await sql`
    update supply.unmapped_code set mapped = true
    where partner_id = ${partnerId} and kind = ${kind} and (${code}::text is null or code = ${code})`.execute(db)
}

export async function deleteUnmapped(db: Db, importId: number, kind: string): Promise<void> {
  await sql`delete from supply.unmapped_code where import_id = ${importId} and kind = ${kind}`.execute(db)
}
