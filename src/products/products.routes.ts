import { everyone, implementing, may } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { productsContract } from './products.contract.ts'
import { findProduct, listProducts, searchProducts } from './products.store.ts'

const operations = implementing(productsContract)

export const productsRoutes = operations.router({
  search: operations.search
    .use(may(...everyone))
    .handler(async ({ input, context }) => ({ items: await searchProducts(context.db, input.text, input.limit) })),
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
    const items = await listProducts(context.db, input)
    return { items, nextCursor: items.length === input.limit ? items.at(-1)!.code : null }
  }),
  get: operations.get.use(may(...everyone)).handler(async ({ input, context }) => {
    const product = await findProduct(context.db, input.id)
    if (!product) throw new Refusal('product_unknown', { id: input.id })
    return product
  }),
})
