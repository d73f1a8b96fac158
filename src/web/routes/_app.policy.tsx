import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { policySearch } from '../../identify/policy-search.ts'

export const Route = createFileRoute('/_app/policy')({
  validateSearch: policySearch,
  component: lazyRouteComponent(() => import('../../identify/policy.page.tsx'), 'PolicyPage'),
})
