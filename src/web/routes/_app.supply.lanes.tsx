import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lanesSearch } from '../../supply/deliveries/lanes-search.ts'

export const Route = createFileRoute('/_app/supply/lanes')({
  validateSearch: lanesSearch,
  component: lazyRouteComponent(() => import('../../supply/deliveries/lanes.page.tsx'), 'LanesPage'),
})
