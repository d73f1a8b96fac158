import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/changes')({
  component: lazyRouteComponent(() => import('../../report/account-changes.page.tsx'), 'AccountChangesPage'),
})
