/** What the URL of the requests holds: whose, open or closed, of which account; and the one that lies open. */
export type RequestsSearch = {
  whose?: 'mine' | 'all'
  state?: 'closed'
  account?: number
  request?: number | 'new'
}

const number = (value: unknown) =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

export function requestsSearch(search: Record<string, unknown>): RequestsSearch {
  const found: RequestsSearch = {
    whose: search.whose === 'mine' || search.whose === 'all' ? search.whose : undefined,
    state: search.state === 'closed' ? 'closed' : undefined,
    account: number(search.account),
    request: search.request === 'new' ? 'new' : number(search.request),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
