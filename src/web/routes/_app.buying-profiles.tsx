import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { profilesSearch } from '../../know/buying/buying-search.ts'

export const Route = createFileRoute('/_app/buying-profiles')({
  validateSearch: profilesSearch,
  component: lazyRouteComponent(() => import('../../know/buying/profiles.page.tsx'), 'ProfilesPage'),
})
