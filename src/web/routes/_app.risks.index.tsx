import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { risksSearch } from '../../engage/risk/risks-search.ts'

export const Route = createFileRoute('/_app/risks/')({
  validateSearch: risksSearch,
  component: lazyRouteComponent(() => import('../../engage/risk/risks.page.tsx'), 'RisksPage'),
})
