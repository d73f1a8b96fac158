import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

type PeopleSearch = { tab?: 'rights' | 'keys' /** Whose drawer is open; 'new' for an invitation. */; person?: string }

export const Route = createFileRoute('/_app/people')({
  validateSearch: (search): PeopleSearch => ({
    tab: search.tab === 'rights' || search.tab === 'keys' ? search.tab : undefined,
    person: search.person === undefined ? undefined : String(search.person),
  }),
  component: lazyRouteComponent(() => import('../people/people.page.tsx'), 'PeoplePage'),
})
