/** What the URL holds: the event that lies open and the occurrence that is spoken of. */
export type EventsSearch = { event?: number | 'new'; day?: string }

export function eventsSearch(search: Record<string, unknown>): EventsSearch {
  const id = Number(search.event)
  const event = search.event === 'new' ? 'new' : Number.isSafeInteger(id) && id > 0 ? id : undefined
  const day = typeof search.day === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.day) ? search.day : undefined
  return { ...(event === undefined ? {} : { event }), ...(day === undefined ? {} : { day }) }
}
