import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { relationshipsSearch } from '../../know/map/relationships-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/relationships')({
  validateSearch: relationshipsSearch,
  component: lazyRouteComponent(() => import('../../know/map/relationships.panel.tsx'), 'RelationshipsPanel'),
})
