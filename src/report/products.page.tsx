import { ProductBuyersPanel } from '../ledger/product-buyers.panel.tsx'
import { ProductsPage } from '../products/products.page.tsx'

/** What is sold, and to whom: the products' own page with what the ledger knows of each. */
export function ProductsWithBuyersPage() {
  return <ProductsPage more={productId => <ProductBuyersPanel productId={productId} />} />
}
