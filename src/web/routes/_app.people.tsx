import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/people')({
  component: lazyRouteComponent(() => import('../people/people.page.tsx'), 'PeoplePage'),
})
