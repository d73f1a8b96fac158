import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { punctualitySearch } from '../../supply/deliveries/punctuality-search.ts'

export const Route = createFileRoute('/_app/supply/deliveries')({
  validateSearch: punctualitySearch,
  component: lazyRouteComponent(() => import('../../supply/deliveries/deliveries.page.tsx'), 'DeliveriesPage'),
})
