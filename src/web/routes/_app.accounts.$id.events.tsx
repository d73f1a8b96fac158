import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { eventsSearch } from '../../engage/events/events-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/events')({
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => import('../../engage/events/events.panel.tsx'), 'EventsPanel'),
})
