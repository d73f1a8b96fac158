import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountsSearch } from '../../report/accounts-search.ts'

export const Route = createFileRoute('/_app/accounts/')({
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('../../report/accounts.page.tsx'), 'AccountsPage'),
})
