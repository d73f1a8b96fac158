import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { promisesSearch } from '../../engage/report/promises-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/promises')({
  validateSearch: promisesSearch,
  component: lazyRouteComponent(() => import('../../engage/report/account-promises.page.tsx'), 'AccountPromisesPage'),
})
