import type { ClaimBook, Queryable } from '../accounts/claims.store.ts'
import { productColumns } from './product.ts'

export const productBook: ClaimBook = {
  table: 'products.product',
  claims: 'products.claim',
  subject: 'product_id',
  columns: productColumns,
  types: {
    pack_size: 'numeric',
    list_price: 'numeric',
    standard_cost: 'numeric',
    launched_on: 'date',
    discontinued_on: 'date',
  },
  unnamed: 't.code',
}

/** The product of each code: the code of that source first, then the main code. Unknown codes are absent. */
export async function resolveCodes(
  db: Queryable,
  source: string,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ code: string; id: number }>(
    `select given.code, coalesce(c.product_id, p.id) as id
     from unnest($2::text[]) given (code)
     left join products.code c on c.source = $1 and c.code = given.code
     left join products.product p on p.code = given.code
     where coalesce(c.product_id, p.id) is not null`,
    [source, codes],
  )
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Products under codes that nobody knows yet, named by their code until something is said of them. */
export async function insertCodes(
  db: Queryable,
  importId: number | null,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ code: string; id: number }>(
    `insert into products.product (code, name, created_by_import)
     select code, code, $2 from unnest($1::text[]) code
     on conflict (code) do nothing returning id, code`,
    [codes, importId],
  )
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Products among those given that have no claim and no code of another system. */
export async function unusedHere(db: Queryable, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select p.id from products.product p where p.id = any($1::bigint[])
     and not exists (select from products.claim c where c.product_id = p.id)
     and not exists (select from products.code c where c.product_id = p.id)`,
    [ids],
  )
  return rows.map(row => row.id)
}

/** Those of the products that rows of other rooms name by a foreign key that would not go with them. */
export async function namedElsewhere(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows: columns } = await db.query<{ table: string; column: string }>(
    `select f.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
     from pg_constraint f
     join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = f.conrelid and f.conkey = array[a.attnum]
     where f.contype = 'f' and f.confrelid = 'products.product'::regclass and f.confdeltype <> 'c' and n.nspname <> 'products'`,
  )
  if (columns.length === 0 || ids.length === 0) return new Set()
  const { rows } = await db.query<{ id: number }>(
    columns
      .map(({ table, column }) => `select ${column} as id from ${table} where ${column} = any($1::bigint[])`)
      .join(' union '),
    [ids],
  )
  return new Set(rows.map(row => row.id))
}

export async function deleteProducts(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(`delete from products.product where id = any($1::bigint[])`, [ids])
}
