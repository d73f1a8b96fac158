import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sitesSearch } from '../../know/sites/sites-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/sites')({
  validateSearch: sitesSearch,
  component: lazyRouteComponent(() => import('../../report/account-sites.page.tsx'), 'AccountSitesPage'),
})
