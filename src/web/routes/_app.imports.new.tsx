import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { newImportSearch } from '../../imports/new-import-search.ts'

export const Route = createFileRoute('/_app/imports/new')({
  validateSearch: newImportSearch,
  component: lazyRouteComponent(() => import('../../imports/new-import.page.tsx'), 'NewImportPage'),
})
