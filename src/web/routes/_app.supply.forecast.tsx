import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { forecastSearch } from '../../supply/forecast/forecast-search.ts'

export const Route = createFileRoute('/_app/supply/forecast')({
  validateSearch: forecastSearch,
  component: lazyRouteComponent(() => import('../../supply/forecast/forecast.page.tsx'), 'ForecastPage'),
})
