import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type Product = {
  id: number
  code: string
  name: string
  category: string | null
  subcategory: string | null
  brand: string | null
  unit: string | null
  packSize: string | null
  listPrice: string | null
  standardCost: string | null
  currency: string | null
  launchedOn: string | null
  discontinuedOn: string | null
  note: string | null
}

const productColumns = sql`
  id, code, name, category, subcategory, brand, unit, trim_scale(pack_size) as "packSize",
  trim_scale(list_price) as "listPrice", trim_scale(standard_cost) as "standardCost", currency,
  launched_on as "launchedOn", discontinued_on as "discontinuedOn", note`

export async function findProduct(db: Db, id: number): Promise<Product | undefined> {
  const { rows } = await sql<Product>`select ${productColumns} from products.product where id = ${id}`.execute(db)
  return rows[0]
}

function likeLiteral(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, character => `\\${character}`)
}

export type ProductFilter = { text?: string; category?: string; cursor?: string; limit: number }

/** By code, from after the cursor's. */
export async function listProducts(db: Db, filter: ProductFilter): Promise<Product[]> {
  const { rows } = await sql<Product>`
    select ${productColumns} from products.product
    where (${filter.cursor ?? null}::text is null or code > ${filter.cursor ?? null})
      and (${filter.text ?? null}::text is null or search_text like ${`%${likeLiteral(filter.text ?? '')}%`})
      and (${filter.category ?? null}::text is null or category = ${filter.category ?? null})
    order by code limit ${filter.limit}`.execute(db)
  return rows
}

export type FoundProduct = { id: number; code: string; name: string; category: string | null }

/** Products whose code or name begins with the text, then those that contain it. */
export async function searchProducts(db: Db, text: string, limit: number): Promise<FoundProduct[]> {
  const literal = likeLiteral(text)
  const { rows } = await sql<FoundProduct>`
    select id, code, name, category from products.product
    where search_text like ${`%${literal}%`}
    order by lower(code) like ${`${literal}%`} desc, lower(name) like ${`${literal}%`} desc, length(code), code
    limit ${limit}`.execute(db)
  return rows
}
