import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { importSearch } from '../../imports/import-search.ts'

export const Route = createFileRoute('/_app/imports/$id')({
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../../imports/import.page.tsx'), 'ImportPage'),
})
