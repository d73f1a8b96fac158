import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { allocationsSearch } from '../../supply/allocation/allocations-search.ts'

export const Route = createFileRoute('/_app/supply/allocations/')({
  validateSearch: allocationsSearch,
  component: lazyRouteComponent(() => import('../../supply/allocation/allocations.page.tsx'), 'AllocationsPage'),
})
