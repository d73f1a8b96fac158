import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/costs')({
  component: lazyRouteComponent(() => import('../../report/account-costs.page.tsx'), 'AccountCostsPage'),
})
