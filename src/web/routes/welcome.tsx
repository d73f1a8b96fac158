import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

/** One-time links: /welcome#secret. The secret stands behind the hash, so that it never reaches a log. */
export const Route = createFileRoute('/welcome')({
  component: lazyRouteComponent(() => import('../sign-in/welcome.page.tsx'), 'WelcomePage'),
})
