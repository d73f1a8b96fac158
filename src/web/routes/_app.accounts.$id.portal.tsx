import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id/portal')({
  component: lazyRouteComponent(() => import('../../portal/account-portal.page.tsx'), 'AccountPortalPage'),
})
