/** Weeks after which a report is overdue: who reports weekly has then missed one. */
export const overdueDays = 14

/** Weeks of cover below which stock is low, and above which there is more than a quarter sells. */
export const lowCover = 2
export const highCover = 13

export const stockStates = ['out', 'low', 'high', 'overdue'] as const

export type StockState = (typeof stockStates)[number]

export const stockSorts = ['account', 'product', 'onHand', 'inTransit', 'sales', 'cover', 'day'] as const

export type StockSort = (typeof stockSorts)[number]

/** What the list needs of a row to choose and to sort it. Cover is in weeks; null: nothing was sold of late, or not known. */
export type ListedStock = {
  account: { name: string; code: string }
  product: { name: string; code: string }
  day: string
  ageDays: number
  onHand: string
  inTransit: string | null
  weeklySales: number | null
  cover: number | null
  outOfStock: boolean
}

const tests: Record<StockState, (row: ListedStock) => boolean> = {
  out: row => row.outOfStock,
  low: row => !row.outOfStock && row.cover !== null && row.cover < lowCover,
  high: row => row.cover !== null && row.cover > highCover,
  overdue: row => row.ageDays > overdueDays,
}

export const isInState = (row: ListedStock, state: StockState): boolean => tests[state](row)

/** How many rows are in each state; a row may be in two. */
export function countStates(rows: readonly ListedStock[]): Record<StockState, number> {
  const counts = { out: 0, low: 0, high: 0, overdue: 0 }
  for (const row of rows) for (const state of stockStates) if (tests[state](row)) counts[state] += 1
  return counts
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const compare: Record<StockSort, (one: ListedStock, other: ListedStock) => number> = {
  account: (one, other) => byText(one.account.name, other.account.name),
  product: (one, other) => byText(one.product.name, other.product.name),
  onHand: (one, other) => Number(one.onHand) - Number(other.onHand),
  inTransit: (one, other) => Number(one.inTransit ?? 0) - Number(other.inTransit ?? 0),
  sales: (one, other) => (one.weeklySales ?? 0) - (other.weeklySales ?? 0),
  cover: (one, other) => (one.cover ?? 0) - (other.cover ?? 0),
  day: (one, other) => byText(one.day, other.day),
}

/** Sorted as wanted, else by account and product; what has no cover stands last either way. */
export function sortStock<Row extends ListedStock>(
  rows: readonly Row[],
  sort: StockSort,
  direction: 'asc' | 'desc',
): Row[] {
  const turn = direction === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => {
    if (sort === 'cover' && (one.cover === null) !== (other.cover === null)) return one.cover === null ? 1 : -1
    return (
      turn * compare[sort](one, other) ||
      byText(one.account.code, other.account.code) ||
      byText(one.product.code, other.product.code)
    )
  })
}

/** Whether account or product hold the text, in name or code. */
export function holdsText({ account, product }: ListedStock, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [account.name, account.code, product.name, product.code].some(each => each.toLowerCase().includes(wanted))
}
