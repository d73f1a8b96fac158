import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

type ExecutivesSearch = { /** Opens the drawer with which an executive is appointed. */ appoint?: true }

export const Route = createFileRoute('/_app/executives')({
  validateSearch: (search): ExecutivesSearch => (search.appoint === true ? { appoint: true } : {}),
  component: lazyRouteComponent(() => import('../../engage/executives/executives.page.tsx'), 'ExecutivesPage'),
})
