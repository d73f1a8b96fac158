import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/calendar/rules')({
  component: lazyRouteComponent(() => import('../../engage/calendar/rules.page.tsx'), 'RulesPage'),
})
