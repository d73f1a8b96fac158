import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

/** The reference of the API; readable without signing in, like the document it renders. */
export const Route = createFileRoute('/api/docs')({
  component: lazyRouteComponent(() => import('../reference/reference.page.tsx'), 'ReferencePage'),
})
