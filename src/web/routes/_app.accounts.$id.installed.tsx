import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { installedSearch } from '../../know/installed/installed-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/installed')({
  validateSearch: installedSearch,
  component: lazyRouteComponent(() => import('../../know/installed/installed.page.tsx'), 'InstalledPage'),
})
