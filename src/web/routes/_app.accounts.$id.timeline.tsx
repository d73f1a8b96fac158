import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { timelineSearch } from '../../know/timeline/timeline-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/timeline')({
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('../../know/timeline/timeline.panel.tsx'), 'TimelinePanel'),
})
