import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reviewSearch } from '../../identify/review-search.ts'

export const Route = createFileRoute('/_app/reviews/$id')({
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../../identify/review.page.tsx'), 'ReviewPage'),
})
