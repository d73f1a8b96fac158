import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/visits/$id/brief')({
  component: lazyRouteComponent(() => import('../../engage/report/brief.page.tsx'), 'VisitBriefPage'),
})
