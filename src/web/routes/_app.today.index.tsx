import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { todaySearch } from '../../today/today-search.ts'

export const Route = createFileRoute('/_app/today/')({
  validateSearch: todaySearch,
  component: lazyRouteComponent(() => import('../../today/today.page.tsx'), 'TodayPage'),
})
