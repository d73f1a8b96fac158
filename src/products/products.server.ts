import {
  addClaims,
  createRows,
  foldRows,
  lockRows,
  type Queryable,
  rowsNamedBy,
  spoken,
  withdrawClaims,
} from '../accounts/claims.store.ts'
import type { ProductFields } from './product.ts'
import {
  deleteProducts,
  insertCodes,
  namedElsewhere,
  productBook,
  resolveCodes,
  unusedHere,
} from './product-claims.store.ts'

export { listProducts } from './products.store.ts'

export type ProductRow = { code: string } & ProductFields

export type ClaimedProducts = {
  added: number
  changed: number
  unchanged: number
  /** The product of every code given. */
  ids: Map<string, number>
}

/** Ids for products that the caller is about to create; numbers never come back, used or not. */
export async function reserveProductIds(db: Queryable, count: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select nextval('products.product_id_seq') as id from generate_series(1, $1::int)`,
    [count],
  )
  return rows.map(row => row.id)
}

/** Every code that a file of this source may use and its product: its own codes first, then main codes. */
export async function productCodes(db: Queryable, source: string): Promise<Map<string, number>> {
  const { rows: main } = await db.query<{ code: string; id: number }>('select code, id from products.product')
  const codes = new Map(main.map(row => [row.code, row.id]))
  const { rows: own } = await db.query<{ code: string; id: number }>(
    'select code, product_id as id from products.code where source = $1',
    [source],
  )
  for (const row of own) codes.set(row.code, row.id)
  return codes
}

/**
 * New products that an import of invoice lines names first, under ids of `reserveProductIds`, with the attributes
 * its lines carry. A code that exists already fails with SQLSTATE 23505.
 */
export async function createProducts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly ({ id: number; code: string } & ProductFields)[],
): Promise<void> {
  const claimed = rows.map(row => ({ id: row.id, code: row.code, fields: spoken(productBook, row) }))
  await createRows(db, productBook, { importId, actorId: null, source, strength: 0 }, claimed)
}

const saysSomething = ({ id, ...fields }: { id: number } & ProductFields): boolean =>
  Object.keys(spoken(productBook, fields)).length > 0

/** What invoice lines carry about products that exist already; returns the ids whose values changed. */
export async function carryProducts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly ({ id: number } & ProductFields)[],
): Promise<number[]> {
  return say(db, importId, source, 0, rows.filter(saysSomething))
}

/** A file of products: creates those whose code nobody knows, says of all what the rows say. Empty cells say nothing. */
export async function claimProducts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly ProductRow[],
): Promise<ClaimedProducts> {
  const codes = [...new Set(rows.map(row => row.code))]
  const ids = await resolveCodes(db, source, codes)
  const missing = codes.filter(code => !ids.has(code))
  const created = await insertCodes(db, importId, missing)
  for (const [code, id] of created) ids.set(code, id)
  const takenMeanwhile = missing.filter(code => !created.has(code))
  for (const [code, id] of await resolveCodes(db, source, takenMeanwhile)) ids.set(code, id)

  const said = rows.map(row => ({ ...row, id: ids.get(row.code)! }))
  const changed = await say(db, importId, source, 1, said)
  const createdIds = new Set(created.values())
  const touched = new Set(said.map(row => row.id))
  const changedBefore = changed.filter(id => !createdIds.has(id)).length
  return {
    added: createdIds.size,
    changed: changedBefore,
    unchanged: touched.size - createdIds.size - changedBefore,
    ids,
  }
}

async function say(
  db: Queryable,
  importId: number,
  source: string,
  strength: 0 | 1,
  rows: readonly ({ id: number } & ProductFields)[],
): Promise<number[]> {
  const ids = rows.map(row => row.id)
  await lockRows(db, productBook, ids)
  const claimed = rows.map(row => ({ id: row.id, fields: spoken(productBook, row) }))
  await addClaims(db, productBook, { importId, actorId: null, source, strength }, claimed)
  return foldRows(db, productBook, ids)
}

/** Products that one of the imports named first; perhaps nothing was said of them that could be taken back. */
export async function productsNamedBy(db: Queryable, importIds: readonly number[]): Promise<number[]> {
  return rowsNamedBy(db, productBook, importIds)
}

/** Takes back all that an import said about products; returns the products it spoke of. */
export async function withdrawProductClaims(db: Queryable, importId: number): Promise<number[]> {
  return withdrawClaims(db, productBook, importId)
}

/** Removes those products that nothing uses any more: no claim or code here, no row of any room that refers to them, and nothing that `inUse` finds. */
export async function removeUnusedProducts(
  db: Queryable,
  ids: readonly number[],
  inUse: (ids: number[]) => Promise<Set<number>>,
): Promise<number[]> {
  const candidates = await unusedHere(db, ids)
  if (candidates.length === 0) return []
  const used = (await inUse(candidates)).union(await namedElsewhere(db, candidates))
  const unused = candidates.filter(id => !used.has(id))
  await deleteProducts(db, unused)
  return unused
}
