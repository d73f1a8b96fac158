/** What the URL of an account's contacts holds: the one that lies open, or a new one. */
export type ContactsSearch = { contact?: number | 'new' }

export function contactsSearch(search: Record<string, unknown>): ContactsSearch {
  if (search.contact === 'new') return { contact: 'new' }
  const id = Number(search.contact)
  return Number.isSafeInteger(id) && id > 0 ? { contact: id } : {}
}
