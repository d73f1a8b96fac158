import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { buyingSearch } from '../../know/buying/buying-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/buying')({
  validateSearch: buyingSearch,
  component: lazyRouteComponent(() => import('../../know/buying/buying.page.tsx'), 'BuyingPage'),
})
