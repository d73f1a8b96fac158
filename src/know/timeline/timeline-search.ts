/** What the URL of a timeline holds: the kinds shown, all where there is none. */
export type TimelineSearch = { kinds?: string[] }

export function timelineSearch(search: Record<string, unknown>): TimelineSearch {
  const kinds = Array.isArray(search.kinds) ? search.kinds.filter(kind => typeof kind === 'string') : []
  return kinds.length > 0 ? { kinds } : {}
}
