import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { duplicatesSearch } from '../../accounts/merge/duplicates-search.ts'

export const Route = createFileRoute('/_app/accounts/duplicates/')({
  validateSearch: duplicatesSearch,
  component: lazyRouteComponent(() => import('../../accounts/merge/duplicates.page.tsx'), 'DuplicatesPage'),
})
