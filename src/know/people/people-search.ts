export const personActs = ['edit', 'move', 'consent', 'acquaintance', 'erase'] as const
export type PersonAct = (typeof personActs)[number]

/** What the URL of an account's people holds: who lies open and what is being done, a new one, or a file to take. */
export type PeopleSearch = { contact?: number | 'new' | 'file'; act?: PersonAct }

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  if (search.contact === 'new' || search.contact === 'file') return { contact: search.contact }
  const id = Number(search.contact)
  if (!Number.isSafeInteger(id) || id <= 0) return {}
  const act = personActs.find(each => each === search.act)
  return act ? { contact: id, act } : { contact: id }
}
