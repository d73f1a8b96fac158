import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type NamedProduct = { id: number; code: string; name: string; category: string | null }

/** The products of these ids, by id; for rooms that hold ids and show names. */
export async function productNames(db: Db, ids: readonly number[]): Promise<Map<number, NamedProduct>> {
  const { rows } = await sql<NamedProduct>`
    select id, code, name, category from products.product where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** The product lines there are, by name: the categories of our products. */
export async function productLines(db: Db): Promise<{ productLine: string; products: number }[]> {
  const { rows } = await sql<{ productLine: string; products: number }>`
    select category as "productLine", count(*)::integer as products from products.product
    where category <> '' group by category order by category collate "C"`.execute(db)
  return rows
}

/** Every product that has a category, with it. */
export async function categorisedProducts(db: Db): Promise<{ id: number; category: string }[]> {
  const { rows } = await sql<{ id: number; category: string }>`
    select id, category from products.product where category <> '' order by id`.execute(db)
  return rows
}

/** Differs whenever a product came, went or changed. */
export async function productsVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('.', count(*), sum(version), max(id)) as version from products.product`.execute(db)
  return rows[0]!.version
}

export type PricedProduct = {
  id: number
  listPrice: string | null
  standardCost: string | null
  isDiscontinued: boolean
}

/** Every product with its list price and standard cost, and whether it has been discontinued by a day. */
export async function productPrices(db: Db, day: string): Promise<Map<number, PricedProduct>> {
  const { rows } = await sql<PricedProduct>`
    select id, list_price as "listPrice", standard_cost as "standardCost",
      coalesce(discontinued_on <= ${day}::date, false) as "isDiscontinued"
    from products.product`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** The products that have these codes. */
export async function productsByCode(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from products.product where code = any(${codes}::text[])`.execute(db)
  return new Map(rows.map(row => [row.code, row.id]))
}

/** The unit that each of these products is sold in, where it has one. */
export async function productUnits(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; unit: string }>`
    select id, unit from products.product where id = any(${ids}::bigint[]) and unit is not null`.execute(db)
  return new Map(rows.map(row => [row.id, row.unit]))
}
