import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { transportSearch } from '../../supply/deliveries/transport-search.ts'

export const Route = createFileRoute('/_app/supply/transport')({
  validateSearch: transportSearch,
  component: lazyRouteComponent(() => import('../../supply/deliveries/transport.page.tsx'), 'TransportPage'),
})
