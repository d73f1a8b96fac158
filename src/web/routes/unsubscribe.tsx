import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

/** The link at the end of a mail: /unsubscribe#token. The token stands behind the hash, so that it never reaches a log. */
export const Route = createFileRoute('/unsubscribe')({
  component: lazyRouteComponent(() => import('../mail/unsubscribe.page.tsx'), 'UnsubscribePage'),
})
