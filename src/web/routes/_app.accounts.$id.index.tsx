import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/')({
  component: lazyRouteComponent(() => import('../../report/account-overview.page.tsx'), 'AccountOverviewPage'),
})
