import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ordersSearch } from '../../supply/orders/orders-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/orders')({
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('../../supply/orders/account-orders.page.tsx'), 'AccountOrdersPage'),
})
