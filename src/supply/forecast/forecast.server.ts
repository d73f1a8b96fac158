/** What other parts of the room, and other rooms, may call of forecasts. */
export { forecastsOf, type SeriesAhead } from './forecasts.store.ts'
