import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/calendar/kept')({
  component: lazyRouteComponent(() => import('../../engage/calendar/kept.page.tsx'), 'KeptPage'),
})
