/** What a page asks the API for, as the browser does. */
export type PageRequests = { page: string; paths: string[] }

const sorts = ['revenue', 'contribution', 'points', 'growth', 'lastDay'] as const

/** The account page's requests for each of these accounts. */
export function accountPage(ids: readonly number[]): PageRequests {
  const paths = ids.flatMap(id => [
    `/api/accounts/${id}`,
    `/api/accounts/${id}/standing`,
    `/api/accounts/${id}/months`,
    `/api/accounts/${id}/products`,
    `/api/accounts/${id}/documents`,
    `/api/accounts/${id}/contacts`,
  ])
  return { page: 'account page', paths }
}

/** The list as it is opened, sorted and filtered. */
export function accountsList(): PageRequests {
  const paths = sorts.flatMap(sort => [
    `/api/accounts?sort=${sort}&direction=desc&limit=100`,
    `/api/accounts?sort=${sort}&direction=asc&limit=100`,
    `/api/accounts?sort=${sort}&direction=desc&limit=100&tier=gold&tier=platinum`,
  ])
  return { page: 'accounts list', paths }
}
