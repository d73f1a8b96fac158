import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { whiteSpaceSearch } from '../../know/white-space/white-space-search.ts'

export const Route = createFileRoute('/_app/white-space')({
  validateSearch: whiteSpaceSearch,
  component: lazyRouteComponent(() => import('../../know/white-space/white-space.page.tsx'), 'WhiteSpacePage'),
})
