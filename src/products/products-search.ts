/** What the address of the products page holds: the words looked for, the product whose drawer is open. */
export type ProductsSearch = { text?: string; product?: number }

/** Read forgivingly: a damaged link still opens. */
export function productsSearch(search: Record<string, unknown>): ProductsSearch {
  const product = Number(search.product)
  return {
    text: search.text === undefined || search.text === '' ? undefined : String(search.text).slice(0, 100),
    product: Number.isSafeInteger(product) && product > 0 ? product : undefined,
  }
}
