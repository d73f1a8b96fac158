import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type NamedProduct = { id: number; code: string; name: string; category: string | null }

/** The products of these ids, by id; for rooms that hold ids and show names. */
export async function productNames(db: Db, ids: readonly number[]): Promise<Map<number, NamedProduct>> {
  const { rows } = await sql<NamedProduct>`
    select id, code, name, category from products.product where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}
