import { type Cause, causes, type Mode, modes } from './delivery.ts'
import { type Grouping, groupings } from './punctuality.ts'

/** How far back the page looks, in months. */
export const periods = ['3', '12', '24', 'all'] as const

export type Period = (typeof periods)[number]

/** What the URL of the page holds; left out are the defaults: by account, twelve months. */
export type PunctualitySearch = { by?: Grouping; period?: Period; owner?: string; via?: Mode; cause?: Cause }

/** Reads the search params forgivingly. */
export function punctualitySearch(search: Record<string, unknown>): PunctualitySearch {
  const by = groupings.find(each => each === search.by)
  // The router reads ?period=3 as a number.
  const period = periods.find(each => each === String(search.period))
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined
  const via = modes.find(each => each === search.via)
  const cause = causes.find(each => each === search.cause)
  return {
    ...(by && { by }),
    ...(period && period !== '12' && { period }),
    ...(owner && { owner }),
    ...(via && { via }),
    ...(cause && { cause }),
  }
}

/** First day of the period that ends today. */
export function periodFrom(period: Period, today: string): string {
  if (period === 'all') return '2000-01-01'
  const first = new Date(`${today}T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() - Number(period))
  return first.toISOString().slice(0, 10)
}
