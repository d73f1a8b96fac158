import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { planSearch } from '../../engage/calendar/plan-search.ts'

export const Route = createFileRoute('/_app/calendar/plan')({
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../../engage/calendar/plan.page.tsx'), 'PlanPage'),
})
