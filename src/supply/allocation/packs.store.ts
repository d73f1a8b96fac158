import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** What a product is handled in; layer and pallet in pieces, decimal strings, null where not known. */
export type Pack = {
  productId: number
  pack: string
  pallet: string | null
  weightKg: string | null
  volumeM3: string | null
}

export async function packsOf(db: Db, productIds: readonly number[]): Promise<Map<number, Pack>> {
  const { rows } = await sql<Pack>`
    select product_id as "productId", trim_scale(pack)::text as pack, trim_scale(pallet)::text as pallet,
      trim_scale(weight_kg)::text as "weightKg", trim_scale(volume_m3)::text as "volumeM3"
    from supply.pack where product_id = any(${productIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.productId, row]))
}
