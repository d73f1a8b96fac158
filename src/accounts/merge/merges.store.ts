import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'

export type Merge = {
  id: number
  survivorId: number
  loserId: number
  survivorName: string
  loserCode: string
  loserName: string
  /** Values taken from the loser, under the columns' names. */
  taken: Record<string, string | number | null>
  claimId: number | null
  /** What moved, by kind. */
  counts: Record<string, number>
  actor: string
  mergedAt: Date
  undoneBy: string | null
  undoneAt: Date | null
}

const columns = sql`
  id, survivor_id as "survivorId", loser_id as "loserId", survivor_name as "survivorName", loser_code as "loserCode",
  loser_name as "loserName", taken, claim_id as "claimId", counts, actor_name as actor, merged_at as "mergedAt",
  undone_by_name as "undoneBy", undone_at as "undoneAt"`

export async function insertMerge(
  db: Db,
  actor: Actor,
  merge: Pick<
    Merge,
    'survivorId' | 'loserId' | 'survivorName' | 'loserCode' | 'loserName' | 'taken' | 'claimId' | 'counts' | 'mergedAt'
  >,
): Promise<Merge> {
  const { rows } = await sql<Merge>`
    insert into accounts.merge (survivor_id, loser_id, survivor_name, loser_code, loser_name, taken, claim_id, counts,
      actor_id, actor_name, merged_at)
    values (${merge.survivorId}, ${merge.loserId}, ${merge.survivorName}, ${merge.loserCode}, ${merge.loserName},
      ${JSON.stringify(merge.taken)}::jsonb, ${merge.claimId}, ${JSON.stringify(merge.counts)}::jsonb, ${actor.id},
      ${actor.name}, ${merge.mergedAt})
    returning ${columns}`.execute(db)
  return rows[0]!
}

export async function findMerge(db: Db, id: number): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`select ${columns} from accounts.merge where id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first; of one account as either side where given; `before` is the id to go on from. */
export async function listMerges(
  db: Db,
  filter: { accountId?: number; before?: number; limit: number },
): Promise<Merge[]> {
  const account = filter.accountId ?? null
  const { rows } = await sql<Merge>`
    select ${columns} from accounts.merge
    where (${account}::bigint is null or survivor_id = ${account} or loser_id = ${account})
      and (${filter.before ?? null}::bigint is null or id < ${filter.before ?? null})
    order by id desc limit ${filter.limit}`.execute(db)
  return rows
}

export async function markUndone(db: Db, actor: Actor, id: number, at: Date): Promise<void> {
  await sql`
    update accounts.merge set undone_at = ${at}, undone_by_id = ${actor.id}, undone_by_name = ${actor.name}
    where id = ${id}`.execute(db)
}

export type MovedRows = { table: string; column: string; keys: object[] }

export async function insertMoved(db: Db, mergeId: number, moved: readonly MovedRows[]): Promise<void> {
  if (moved.length === 0) return
  const rows = moved.map(({ table, column, keys }) => ({ name: `${table}.${column}`, keys }))
  await sql`
    insert into accounts.merge_moved (merge_id, table_name, keys)
    select ${mergeId}, m.name, m.keys from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) m (name text, keys jsonb)
  `.execute(db)
}

/** Keys of the rows that moved, by `table.column`. */
export async function movedBy(db: Db, mergeId: number): Promise<Map<string, object[]>> {
  const { rows } = await sql<{ name: string; keys: object[] }>`
    select table_name as name, keys from accounts.merge_moved where merge_id = ${mergeId}`.execute(db)
  return new Map(rows.map(row => [row.name, row.keys]))
}
