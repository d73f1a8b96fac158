import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { productsSearch } from '../../products/products-search.ts'

export const Route = createFileRoute('/_app/products')({
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('../../report/products.page.tsx'), 'ProductsWithBuyersPage'),
})
