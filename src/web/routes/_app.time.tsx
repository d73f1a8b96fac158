import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { timeSearch } from '../../engage/time/time-search.ts'

export const Route = createFileRoute('/_app/time')({
  validateSearch: timeSearch,
  component: lazyRouteComponent(() => import('../../engage/time/time.page.tsx'), 'TimePage'),
})
