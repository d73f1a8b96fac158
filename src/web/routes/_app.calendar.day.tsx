import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { daySearch } from '../../engage/calendar/plan-search.ts'

export const Route = createFileRoute('/_app/calendar/day')({
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('../../engage/calendar/day.page.tsx'), 'DayPage'),
})
