import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mapSearch } from '../../know/sites/map-search.ts'

export const Route = createFileRoute('/_app/map')({
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('../../know/sites/map.page.tsx'), 'MapPage'),
})
