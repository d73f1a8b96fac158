import { type StockClass, stockClasses } from './product-class.ts'
import { type StockState, stockStates } from './review-item.ts'

/** What the URL of the targets holds: filters, order, and what lies open beside the list. */
export type TargetsSearch = {
  whose?: 'all' | 'mine'
  account?: number
  product?: number
  state?: StockState
  class?: StockClass
  sort?: 'surplus' | 'cover' | 'stock-out'
  /** Account, product and site of the item that is explained, such as '12-7' or '12-7-3'. */
  item?: string
  /** The account an order is planned for. */
  plan?: number
  drawer?: 'policy' | 'packs' | 'terms'
}

const number = (value: unknown) =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

const oneOf = <Value extends string>(value: unknown, values: readonly Value[]): Value | undefined =>
  values.find(each => each === value)

export function targetsSearch(search: Record<string, unknown>): TargetsSearch {
  const found: TargetsSearch = {
    whose: oneOf(search.whose, ['all', 'mine']),
    account: number(search.account),
    product: number(search.product),
    state: oneOf(search.state, stockStates),
    class: oneOf(search.class, stockClasses),
    sort: oneOf(search.sort, ['surplus', 'cover', 'stock-out']),
    item: /^\d{1,12}-\d{1,12}(-\d{1,12})?$/.test(String(search.item)) ? String(search.item) : undefined,
    plan: number(search.plan),
    drawer: oneOf(search.drawer, ['policy', 'packs', 'terms']),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

type Item = { accountId: number; productId: number; siteId?: number }

export const itemText = ({ accountId, productId, siteId }: Item): string =>
  [accountId, productId, ...(siteId === undefined ? [] : [siteId])].join('-')

export function itemOf(text: string): Item {
  const [accountId, productId, siteId] = text.split('-').map(Number)
  return { accountId: accountId!, productId: productId!, ...(siteId === undefined ? {} : { siteId }) }
}
