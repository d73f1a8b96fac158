import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { AccountLevel } from './account.ts'
import { type Queryable, queryableOf } from './claims.store.ts'

export type HierarchyMember = { id: number; code: string; name: string; level: AccountLevel | null }

/** Two changes of parents at once could close a ring that neither sees: they take turns. Take it before any row. */
export async function lockHierarchy(db: Queryable): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('accounts.hierarchy'))`)
}

/**
 * The companies above an account, nearest first. An undone import may leave companies that name each other as parent:
 * the walk ends where it would come round, with `ring` true.
 */
export async function ancestorsOf(db: Db, id: number): Promise<{ ancestors: HierarchyMember[]; ring: boolean }> {
  const { rows } = await queryableOf(db).query<HierarchyMember & { ring: boolean }>(
    `with recursive up as (
       select id, parent_id, 0 as step, array[id] as path, false as ring from accounts.account where id = $1
       union all
       select a.id, a.parent_id, up.step + 1, up.path || a.id, a.id = any(up.path)
       from up join accounts.account a on a.id = up.parent_id
       where not up.ring
     )
     select a.id, a.code, a.name, a.level, up.ring from up join accounts.account a on a.id = up.id
     where up.step > 0 order by up.step`,
    [id],
  )
  return {
    ancestors: rows.filter(row => !row.ring).map(({ ring: _, ...member }) => member),
    ring: rows.some(row => row.ring),
  }
}

/** The companies directly below, by name, each with the number below it in turn. */
export async function childrenOf(db: Db, id: number): Promise<(HierarchyMember & { children: number })[]> {
  const { rows } = await sql<HierarchyMember & { children: number }>`
    select a.id, a.code, a.name, a.level,
      (select count(*) from accounts.account below where below.parent_id = a.id and below.merged_into is null) as children
    from accounts.account a where a.parent_id = ${id} and a.merged_into is null order by a.name, a.id`.execute(db)
  return rows
}
