import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/accounts/duplicates/$pair')({
  component: lazyRouteComponent(() => import('../../accounts/merge/compare.page.tsx'), 'ComparePage'),
})
