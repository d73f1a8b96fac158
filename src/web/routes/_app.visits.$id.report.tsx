import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/visits/$id/report')({
  component: lazyRouteComponent(() => import('../../engage/report/report.page.tsx'), 'ReportPage'),
})
