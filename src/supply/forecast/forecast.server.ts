/** What other parts of the room, and other rooms, may call of forecasts. */
export { insertAdjustments as enterAdjustments } from './adjustments.store.ts'
export { accountsSellingThrough } from './demand.store.ts'
export { forecastsOf, type SeriesAhead } from './forecasts.store.ts'
export { makeForecasts } from './make-forecasts.use.ts'
export { askForForecasts as askForecastsAnew } from './run-forecasts.use.ts'
