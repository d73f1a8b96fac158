import { type StockSort, type StockState, stockSorts, stockStates } from './stock-list.ts'

/** What the URL holds: the filter, the order, the row that lies open (`account-product-site`), and whether one enters. */
export type StockSearch = {
  state?: StockState
  owner?: string
  search?: string
  sort?: StockSort
  direction?: 'asc' | 'desc'
  row?: string
  enter?: 'stock' | 'sales'
}

export function stockSearch(search: Record<string, unknown>): StockSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const found: StockSearch = {
    state: stockStates.find(each => each === search.state),
    owner: text(search.owner),
    // The router reads ?search=3008 as a number.
    search: search.search === undefined ? undefined : text(String(search.search))?.slice(0, 100),
    sort: stockSorts.find(each => each === search.sort),
    direction: search.direction === 'desc' ? 'desc' : search.direction === 'asc' ? 'asc' : undefined,
    row: typeof search.row === 'string' && /^\d+-\d+-\d+$/.test(search.row) ? search.row : undefined,
    enter: search.enter === 'stock' || search.enter === 'sales' ? search.enter : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** Account, product and site of a row's key; site 0 is none. */
export function rowOfKey(key: string): { accountId: number; productId: number; siteId: number | undefined } {
  const [account, product, site] = key.split('-').map(Number)
  return { accountId: account!, productId: product!, siteId: site || undefined }
}
