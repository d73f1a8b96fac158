import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { guardsSearch } from '../../identify/guards-search.ts'

export const Route = createFileRoute('/_app/vital-few/guards')({
  validateSearch: guardsSearch,
  component: lazyRouteComponent(() => import('../../identify/guards.page.tsx'), 'GuardsPage'),
})
