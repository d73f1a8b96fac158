import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { targetsSearch } from '../../supply/reasonable/targets-search.ts'

export const Route = createFileRoute('/_app/supply/reasonable')({
  validateSearch: targetsSearch,
  component: lazyRouteComponent(() => import('../../supply/reasonable/targets.page.tsx'), 'TargetsPage'),
})
