import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { orderSearch } from '../../supply/orders/orders-search.ts'

export const Route = createFileRoute('/_app/supply/orders/$publicId')({
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import('../../supply/orders/order.page.tsx'), 'OrderPage'),
})
