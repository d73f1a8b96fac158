import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { productNames } from '../../products/product-names.server.ts'
import { listProducts } from '../../products/products.server.ts'
import { type Pack, singlePieces } from './handling-units.ts'
import { type KeptLoadUnit, readLoadUnits, readPacks, replaceLoadUnits, writePacks } from './packs.store.ts'

type Acting = Pick<ActorContext, 'db' | 'actor'>

/** Products by code with what they are packed in; single pieces where nobody has said. */
export async function listPacks(db: Db, asked: { text?: string; limit: number; cursor?: string }) {
  const products = await listProducts(db, asked)
  const kept = await readPacks(
    db,
    products.map(({ id }) => id),
  )
  return {
    items: products.map(({ id, code, name, category }) => ({
      product: { id, code, name, category },
      ...(kept.get(id) ?? singlePieces),
      isKept: kept.has(id),
    })),
    nextCursor: products.length === asked.limit ? products.at(-1)!.code : null,
  }
}

/** Refused as product_unknown, pack_invalid (a layer is at least a pack, a pallet at least a layer). */
export async function changePack({ db: outer, actor }: Acting, productId: number, pack: Pack) {
  if ((pack.layer ?? pack.pack) < pack.pack || (pack.pallet ?? Number.POSITIVE_INFINITY) < (pack.layer ?? pack.pack))
    throw new Refusal('pack_invalid')
  return outer.transaction().execute(async db => {
    const product = (await productNames(db, [productId])).get(productId)
    if (!product) throw new Refusal('product_unknown', { id: productId })
    const before = (await readPacks(db, [productId])).get(productId)
    await writePacks(db, [{ productId, ...pack }])
    await recordChange(db, actor, {
      room: 'supply',
      subject: 'pack',
      subjectId: productId,
      operation: 'change',
      before: before && { product: product.code, ...before },
      after: { product: product.code, ...pack },
    })
    return { product, ...pack, isKept: true }
  })
}

/** Refused as load_unit_repeated. */
export async function changeLoadUnits({ db: outer, actor }: Acting, units: readonly KeptLoadUnit[]) {
  if (new Set(units.map(({ name }) => name)).size < units.length) throw new Refusal('load_unit_repeated')
  return outer.transaction().execute(async db => {
    const before = await readLoadUnits(db)
    await replaceLoadUnits(db, units)
    await recordChange(db, actor, {
      room: 'supply',
      subject: 'load units',
      subjectId: 'department',
      operation: 'change',
      before: { units: before },
      after: { units },
    })
    return { units: await readLoadUnits(db) }
  })
}
