import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { webhooksSearch } from '../webhooks/webhooks-search.ts'

export const Route = createFileRoute('/_app/webhooks')({
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('../webhooks/webhooks.page.tsx'), 'WebhooksPage'),
})
