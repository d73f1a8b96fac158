import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { requestsSearch } from '../../engage/requests/requests-search.ts'

export const Route = createFileRoute('/_app/requests')({
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('../../engage/requests/requests.page.tsx'), 'RequestsPage'),
})
