import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { peopleSearch } from '../../know/people/people-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/people')({
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../../know/people/people.page.tsx'), 'AccountPeoplePage'),
})
