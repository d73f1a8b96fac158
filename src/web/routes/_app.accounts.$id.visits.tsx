import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountVisitsSearch } from '../../engage/visits/account-visits-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/visits')({
  validateSearch: accountVisitsSearch,
  component: lazyRouteComponent(() => import('../../engage/visits/account-visits.page.tsx'), 'AccountVisitsPage'),
})
