import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** The account that lives for one that was merged; undefined for every other. */
export async function livingInstead(db: Db, id: number): Promise<number | undefined> {
  const { rows } = await sql<{ into: number }>`
    select merged_into as into from accounts.account where id = ${id} and merged_into is not null`.execute(db)
  return rows[0]?.into
}

/** Locks both rows, merged or not, in the order of id. */
export async function lockPair(db: Db, ids: readonly number[]): Promise<Map<number, number | null>> {
  const { rows } = await sql<{ id: number; into: number | null }>`
    select id, merged_into as into from accounts.account where id = any(${ids}::bigint[]) order by id for update`.execute(
    db,
  )
  return new Map(rows.map(row => [row.id, row.into]))
}

/** The account and all that was merged into it before. */
export async function mergedWith(db: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive part as (
      select ${id}::bigint as id
      union
      select m.loser_id from part join accounts.merge m on m.survivor_id = part.id and m.undone_at is null
    )
    select id from part order by id`.execute(db)
  return rows.map(row => row.id)
}

/** Names the account that lives for these; null: they live themselves. */
export async function setMergedInto(db: Db, ids: readonly number[], into: number | null): Promise<void> {
  await sql`update accounts.account set merged_into = ${into} where id = any(${ids}::bigint[])`.execute(db)
}

/** Contacts go along, marked with the account under whose codes they came. */
export async function moveContacts(db: Db, from: number, to: number): Promise<number> {
  const { rows } = await sql`
    update accounts.contact set account_id = ${to}, origin_id = coalesce(origin_id, ${from})
    where account_id = ${from} returning id`.execute(db)
  return rows.length
}

export async function moveContactsBack(db: Db, from: number, to: number, origins: readonly number[]): Promise<void> {
  await sql`
    update accounts.contact set account_id = ${to}, origin_id = nullif(origin_id, ${to})
    where account_id = ${from} and origin_id = any(${origins}::bigint[])`.execute(db)
}

/** Accounts of which any claim says that they belong to one of these. */
export async function claimedBelow(db: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct account_id as id from accounts.claim
    where fields ? 'parent_id' and (fields ->> 'parent_id')::bigint = any(${ids}::bigint[])`.execute(db)
  return rows.map(row => row.id)
}

export async function deleteClaim(db: Db, id: number): Promise<void> {
  await sql`delete from accounts.claim where id = ${id}`.execute(db)
}

/** The claim that a person has just made on an account. */
export async function latestClaimOf(db: Db, accountId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select max(id) as id from accounts.claim where account_id = ${accountId}`.execute(db)
  return rows[0]!.id
}

/** Accounts that were merged into this one, with their codes in other systems. */
export async function codesOfMerged(
  db: Db,
  id: number,
): Promise<{ id: number; code: string; name: string; codes: { source: string; code: string }[] }[]> {
  const { rows } = await sql<{ id: number; code: string; name: string; codes: { source: string; code: string }[] }>`
    select a.id, a.code, a.name, coalesce((
      select json_agg(json_build_object('source', c.source, 'code', c.code) order by c.source, c.code)
      from accounts.code c where c.account_id = a.id), '[]') as codes
    from accounts.account a where a.merged_into = ${id} order by a.code`.execute(db)
  return rows
}
