import type { RegionCalendar, WorkCalendar } from './working-days.ts'

/**
 * What a visit must respect: our own region's calendar and the account's. A part of a country without a calendar of its
 * own ('DE-BY') takes the country's; a region without any is not respected.
 */
export function workCalendarOf(
  calendars: ReadonlyMap<string, RegionCalendar>,
  { ourRegion, workdays }: { ourRegion: string | null; workdays: readonly number[] },
  theirRegion: string | null,
): WorkCalendar {
  const found = [ourRegion, theirRegion].flatMap(region => {
    if (region === null) return []
    return calendars.get(region) ?? calendars.get(region.slice(0, 2)) ?? []
  })
  return { regions: [...new Set(found)], workdays }
}
