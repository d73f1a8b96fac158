import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountSearch } from '../../report/account-search.ts'

export const Route = createFileRoute('/_app/accounts/$id')({
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('../../report/account.page.tsx'), 'AccountPage'),
})
