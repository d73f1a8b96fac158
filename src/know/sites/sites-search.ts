/** What the URL of an account's sites holds: the one that lies open, or a new one. */
export type SitesSearch = { site?: number | 'new' }

export function sitesSearch(search: Record<string, unknown>): SitesSearch {
  if (search.site === 'new') return { site: 'new' }
  const id = Number(search.site)
  return Number.isSafeInteger(id) && id > 0 ? { site: id } : {}
}
