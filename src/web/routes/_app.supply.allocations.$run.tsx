import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { runSearch } from '../../supply/allocation/allocations-search.ts'

export const Route = createFileRoute('/_app/supply/allocations/$run')({
  validateSearch: runSearch,
  component: lazyRouteComponent(() => import('../../supply/allocation/run.page.tsx'), 'RunPage'),
})
