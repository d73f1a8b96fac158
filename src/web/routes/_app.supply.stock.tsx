import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { stockSearch } from '../../supply/stock/stock-search.ts'

export const Route = createFileRoute('/_app/supply/stock')({
  validateSearch: stockSearch,
  component: lazyRouteComponent(() => import('../../supply/stock/stock.page.tsx'), 'StockPage'),
})
