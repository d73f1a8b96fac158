import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { calendarSearch } from '../../engage/calendar/calendar-search.ts'

export const Route = createFileRoute('/_app/calendar/')({
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../../engage/calendar/calendar.page.tsx'), 'CalendarPage'),
})
