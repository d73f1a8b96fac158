import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { potentialSearch } from '../../know/white-space/white-space-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/white-space')({
  validateSearch: potentialSearch,
  component: lazyRouteComponent(
    () => import('../../know/white-space/account-white-space.page.tsx'),
    'AccountWhiteSpacePage',
  ),
})
