/** What the URL of the lanes holds: the lane or the product that lies open, and the products looked for. */
export type LanesSearch = { lane?: number | 'new'; product?: number; find?: string }

const number = (value: unknown) =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

export function lanesSearch(search: Record<string, unknown>): LanesSearch {
  const found: LanesSearch = {
    lane: search.lane === 'new' ? 'new' : number(search.lane),
    product: number(search.product),
    find: search.find === undefined || search.find === '' ? undefined : String(search.find).slice(0, 100),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
