/** What the address of the time page holds; left out: a quarter back, and the department or oneself. */
export type TimeSearch = { weeks?: 4 | 26 | 52; person?: string }

export function timeSearch(search: Record<string, unknown>): TimeSearch {
  const weeks = ([4, 26, 52] as const).find(each => each === Number(search.weeks))
  const person = typeof search.person === 'string' && /^[\w-]{1,100}$/.test(search.person) ? search.person : undefined
  return { weeks, person }
}
