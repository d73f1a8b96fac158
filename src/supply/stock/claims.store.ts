import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type ClaimKind = 'stock' | 'sell-through' | 'deliveries' | 'supply'

/** Who says something, and by which way. `at` is an instant; `source` names the system it comes from. */
export type Claiming = {
  via: 'import' | 'message' | 'api' | 'hand' | 'portal' | 'system'
  source: string
  importId?: number | null
  personId?: string | null
  at: Date
}

const claimLock = 7_340_117

/** Lanes for writers: accounts are spread over them, so that two who speak of one account come one after the other. */
const lanes = 32

/** Until the transaction ends nobody else claims anything of these accounts (or of the products' supply, by id as well); null: of any. */
export async function lockClaims(db: Db, ids: readonly number[] | null): Promise<void> {
  const all = Array.from({ length: lanes }, (_, lane) => lane)
  const wanted = new Set(ids?.map(id => id % lanes))
  const taken = ids === null ? all : all.filter(lane => wanted.has(lane))
  await sql`select pg_advisory_xact_lock(${claimLock}, lane) from unnest(${taken}::integer[]) lane`.execute(db)
}

export async function insertClaim(db: Db, kind: ClaimKind, claiming: Claiming): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into supply.claim (kind, via, source, import_id, person_id, said_at)
    values (${kind}, ${claiming.via}, ${claiming.source}, ${claiming.importId ?? null}, ${claiming.personId ?? null},
      ${claiming.at}) returning id`.execute(db)
  return rows[0]!.id
}

export async function claimsOfImport(db: Db, importId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from supply.claim where import_id = ${importId}`.execute(db)
  return rows.map(row => row.id)
}

export async function deleteClaims(db: Db, ids: readonly number[]): Promise<void> {
  await sql`delete from supply.claim where id = any(${[...ids]}::bigint[])`.execute(db)
}

/** Marks the latest count of each series of these accounts as its newest. */
export async function markNewest(db: Db, accountIds: readonly number[] | null): Promise<void> {
  const ids = accountIds && [...new Set(accountIds)]
  await sql`
    with ranked as (
      select ctid as place, newest, on_hand is not null and row_number() over (
        partition by account_id, origin_id, product_id, site_id order by on_hand is null, day desc) = 1 as is_newest
      from supply.stock where ${ids}::bigint[] is null or account_id = any(${ids}::bigint[])
    )
    update supply.stock s set newest = r.is_newest from ranked r
    where s.ctid = r.place and r.newest <> r.is_newest`.execute(db)
}
