/** What the URL of the orders holds. */
export type OrdersSearch = {
  group?: OrderGroup
  owner?: string
  text?: string
  /** A new order is being entered, for this account where it is a number. */
  fresh?: 'new' | number
}

/** Orders by whose turn it is; `open`, the usual, is all that is under way. */
export const orderGroups = ['draft', 'waiting', 'signed', 'confirmed', 'shipped', 'ended'] as const

export type OrderGroup = (typeof orderGroups)[number]

export const statesOf = {
  open: ['draft', 'proposed', 'changed', 'signed', 'confirmed'],
  draft: ['draft'],
  waiting: ['proposed', 'changed'],
  signed: ['signed'],
  confirmed: ['confirmed'],
  shipped: ['shipped'],
  ended: ['declined', 'expired', 'withdrawn'],
} as const satisfies Record<OrderGroup | 'open', readonly string[]>

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined)

export function ordersSearch(search: Record<string, unknown>): OrdersSearch {
  const account = Number(search.fresh)
  const found: OrdersSearch = {
    group: orderGroups.find(group => group === search.group),
    owner: text(search.owner),
    text: text(search.text),
    fresh: search.fresh === 'new' ? 'new' : Number.isSafeInteger(account) && account > 0 ? account : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** What can be opened beside one order: the form of an act. */
export const orderForms = ['edit', 'propose', 'paper', 'decline', 'withdraw', 'confirm', 'ship'] as const

export type OrderForm = (typeof orderForms)[number]

export type OrderSearch = { form?: OrderForm }

export function orderSearch(search: Record<string, unknown>): OrderSearch {
  const form = orderForms.find(each => each === search.form)
  return form ? { form } : {}
}
