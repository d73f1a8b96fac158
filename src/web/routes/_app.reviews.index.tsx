import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/reviews/')({
  component: lazyRouteComponent(() => import('../../identify/reviews.page.tsx'), 'ReviewsPage'),
})
