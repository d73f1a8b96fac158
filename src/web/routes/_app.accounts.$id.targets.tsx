import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { targetsSearch } from '../../supply/reasonable/targets-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/targets')({
  validateSearch: targetsSearch,
  component: lazyRouteComponent(() => import('../../supply/reasonable/account-targets.page.tsx'), 'AccountTargetsPage'),
})
