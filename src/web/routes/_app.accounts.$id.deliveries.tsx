import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { punctualitySearch } from '../../supply/deliveries/punctuality-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/deliveries')({
  validateSearch: punctualitySearch,
  component: lazyRouteComponent(
    () => import('../../supply/deliveries/account-deliveries.page.tsx'),
    'AccountDeliveriesPage',
  ),
})
