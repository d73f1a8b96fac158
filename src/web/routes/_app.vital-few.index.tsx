import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { vitalFewSearch } from '../../identify/vital-few-search.ts'

export const Route = createFileRoute('/_app/vital-few/')({
  validateSearch: vitalFewSearch,
  component: lazyRouteComponent(() => import('../../identify/vital-few.page.tsx'), 'VitalFewPage'),
})
