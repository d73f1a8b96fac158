import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { replacementSearch } from '../../know/installed/installed-search.ts'

export const Route = createFileRoute('/_app/replacement')({
  validateSearch: replacementSearch,
  component: lazyRouteComponent(() => import('../../know/installed/replacement.page.tsx'), 'ReplacementPage'),
})
