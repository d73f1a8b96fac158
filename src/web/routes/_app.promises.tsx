import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { promisesSearch } from '../../engage/report/promises-search.ts'

export const Route = createFileRoute('/_app/promises')({
  validateSearch: promisesSearch,
  component: lazyRouteComponent(() => import('../../engage/report/promises.page.tsx'), 'PromisesPage'),
})
