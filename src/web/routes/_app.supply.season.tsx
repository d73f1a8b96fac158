import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { seasonSearch } from '../../supply/season/season-search.ts'

export const Route = createFileRoute('/_app/supply/season')({
  validateSearch: seasonSearch,
  component: lazyRouteComponent(() => import('../../supply/season/season.page.tsx'), 'SeasonPage'),
})
