import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

/** The one-time link that the terminal prints: /first-administrator?token=… */
export const Route = createFileRoute('/first-administrator')({
  validateSearch: (search): { token?: string } => (search.token === undefined ? {} : { token: String(search.token) }),
  component: lazyRouteComponent(() => import('../sign-in/first-administrator.page.tsx'), 'FirstAdministratorPage'),
})
