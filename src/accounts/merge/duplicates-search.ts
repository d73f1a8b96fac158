const views = ['open', 'not duplicates', 'merged'] as const
export type DuplicatesView = (typeof views)[number]

/** What the URL of the list holds; without a view the open pairs. */
export type DuplicatesSearch = { view?: DuplicatesView; text?: string }

/** Reads the search params forgivingly. */
export function duplicatesSearch(search: Record<string, unknown>): DuplicatesSearch {
  const view = views.find(each => each === search.view && each !== 'open')
  const text = typeof search.text === 'string' && search.text.trim() !== '' ? search.text : undefined
  return { ...(view && { view }), ...(text && { text }) }
}

/** The address of a comparison: both numbers, the smaller first. */
export const pairAddress = (one: number, other: number): string => `${Math.min(one, other)}-${Math.max(one, other)}`

/** Null for an address that names no two accounts. */
export function readPairAddress(address: string): { one: number; other: number } | null {
  const [one, other] = (/^(\d{1,15})-(\d{1,15})$/.exec(address) ?? []).slice(1).map(Number)
  return one && other && one !== other ? { one, other } : null
}
