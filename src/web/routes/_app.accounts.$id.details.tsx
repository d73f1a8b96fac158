import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/details')({
  component: lazyRouteComponent(() => import('../../report/account-details.page.tsx'), 'AccountDetailsPage'),
})
