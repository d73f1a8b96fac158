import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/supply/allocations/policy')({
  component: lazyRouteComponent(() => import('../../supply/allocation/policy.page.tsx'), 'AllocationPolicyPage'),
})
