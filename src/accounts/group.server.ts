import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/** An account and every company below it, itself first, then by name; a ring of parents is walked once. */
export async function accountWithSubsidiaries(
  db: Db,
  id: number,
): Promise<{ id: number; code: string; name: string }[]> {
  const { rows } = await sql<{ id: number; code: string; name: string }>`
    with recursive down as (
      select id from accounts.account where id = ${id}
      union
      select a.id from down join accounts.account a on a.parent_id = down.id where a.merged_into is null
    )
    select a.id, a.code, a.name from down join accounts.account a on a.id = down.id
    order by a.id <> ${id}, a.name, a.id`.execute(db)
  return rows
}

/** Whether accounts belong to one group: they have one company at the top. */
export async function ofOneGroup(db: Db, ids: readonly number[]): Promise<boolean> {
  if (new Set(ids).size <= 1) return true
  const { rows } = await sql<{ tops: number }>`
    with recursive up as (
      select id as start, id, parent_id from accounts.account where id = any(${ids}::bigint[])
      union
      select up.start, a.id, a.parent_id from up join accounts.account a on a.id = up.parent_id
    ), top as (
      select start, coalesce(min(id) filter (where parent_id is null), min(id)) as id from up group by start
    )
    select count(distinct id)::int as tops from top`.execute(db)
  return rows[0]!.tops === 1
}
