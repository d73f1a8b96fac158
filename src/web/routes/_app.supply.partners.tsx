import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { partnersSearch } from '../../supply/messages/partners-search.ts'

export const Route = createFileRoute('/_app/supply/partners')({
  validateSearch: partnersSearch,
  component: lazyRouteComponent(() => import('../../supply/messages/partners.page.tsx'), 'PartnersPage'),
})
