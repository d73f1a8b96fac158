import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { importsSearch } from '../../imports/imports-search.ts'

export const Route = createFileRoute('/_app/imports/')({
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('../../imports/imports.page.tsx'), 'ImportsPage'),
})
