import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/products')({
  component: lazyRouteComponent(() => import('../../report/account-products.page.tsx'), 'AccountProductsPage'),
})
