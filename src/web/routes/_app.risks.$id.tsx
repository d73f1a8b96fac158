import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { riskSearch } from '../../engage/risk/risks-search.ts'

export const Route = createFileRoute('/_app/risks/$id')({
  validateSearch: riskSearch,
  component: lazyRouteComponent(() => import('../../engage/risk/risk.page.tsx'), 'RiskPage'),
})
