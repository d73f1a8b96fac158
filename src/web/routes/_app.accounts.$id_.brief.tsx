import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/$id_/brief')({
  component: lazyRouteComponent(() => import('../../engage/report/brief.page.tsx'), 'AccountBriefPage'),
})
