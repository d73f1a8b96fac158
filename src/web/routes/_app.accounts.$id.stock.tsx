import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { stockSearch } from '../../supply/stock/stock-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/stock')({
  validateSearch: stockSearch,
  component: lazyRouteComponent(() => import('../../supply/stock/account-stock.page.tsx'), 'AccountStockPage'),
})
