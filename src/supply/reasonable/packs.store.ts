import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { LoadUnit } from './full-load.ts'
import type { Pack } from './handling-units.ts'

type PackRow = Pack & { productId: number }

/** What products are handled in, by product: as entered, else the pack size of the product itself. */
export async function readPacks(db: Db, productIds: readonly number[] | null): Promise<Map<number, Pack>> {
  const { rows } = await sql<PackRow>`
    select product_id as "productId", pack::float8 as pack, layer::float8 as layer, pallet::float8 as pallet,
      weight_kg::float8 as "weightKg", volume_m3::float8 as "volumeM3"
    from supply.pack
    where ${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[])`.execute(db)
  return new Map(rows.map(({ productId, ...pack }) => [productId, pack]))
}

/** Puts packs in the place of those before, in bulk. */
export async function writePacks(db: Db, packs: readonly PackRow[]): Promise<void> {
  await sql`
    insert into supply.pack (product_id, pack, layer, pallet, weight_kg, volume_m3)
    select "productId", pack, layer, pallet, "weightKg", "volumeM3"
    from jsonb_to_recordset(${JSON.stringify(packs)}::jsonb) as p ("productId" bigint, pack numeric, layer numeric,
      pallet numeric, "weightKg" numeric, "volumeM3" numeric)
    on conflict (product_id) do update set pack = excluded.pack, layer = excluded.layer, pallet = excluded.pallet,
      weight_kg = excluded.weight_kg, volume_m3 = excluded.volume_m3`.execute(db)
}

/** A truck or container, and the countries it serves (null: all). */
export type KeptLoadUnit = LoadUnit & { countries: string[] | null }

export async function readLoadUnits(db: Db): Promise<KeptLoadUnit[]> {
  const { rows } = await sql<KeptLoadUnit>`
    select name, countries, payload_kg::float8 as "payloadKg", volume_m3::float8 as "volumeM3",
      trim_scale(full_price)::text as "fullPrice", trim_scale(part_price_per_kg)::text as "partPricePerKg"
    from supply.load_unit order by payload_kg, name`.execute(db)
  return rows
}

/** All load units that there are from now on. */
export async function replaceLoadUnits(db: Db, units: readonly KeptLoadUnit[]): Promise<void> {
  await sql`lock table supply.load_unit in share row exclusive mode`.execute(db)
  await sql`delete from supply.load_unit`.execute(db)
  await sql`
    insert into supply.load_unit (name, countries, payload_kg, volume_m3, full_price, part_price_per_kg)
    select name, (select array_agg(value) from jsonb_array_elements_text(nullif(countries, 'null'::jsonb)) as c (value)), "payloadKg",
      "volumeM3", "fullPrice", "partPricePerKg"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u (name text, countries jsonb, "payloadKg" numeric,
      "volumeM3" numeric, "fullPrice" numeric, "partPricePerKg" numeric)`.execute(db)
}
