import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { gapsSearch } from '../../know/map/gaps-search.ts'

export const Route = createFileRoute('/_app/relationships')({
  validateSearch: gapsSearch,
  component: lazyRouteComponent(() => import('../../know/map/gaps.page.tsx'), 'GapsPage'),
})
